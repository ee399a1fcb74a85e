"""The worker: threads that run jobs, and a main thread that keeps their leases and starts schedules."""

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Collection
from datetime import timedelta
from types import FrameType
from uuid import UUID

from django.db import Error as DatabaseTrouble
from django.db import close_old_connections, connections

from backend.common import clock
from backend.jobs import services
from backend.jobs.models import Job

logger = logging.getLogger("dosja.jobs")

REST_SECONDS = 1.0
UPKEEP_SECONDS = 5.0
_TICK_SECONDS = 0.2

# A job at work for longer than this is taken to hang: its lease runs out and another worker tries.
LONGEST_JOB = timedelta(hours=1)


def worker_name() -> str:
    """Names this process in the jobs it holds, on whichever machine."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"


class Worker:
    """Runs jobs until it is told to stop, then finishes those in hand."""

    def __init__(
        self,
        *,
        queues: Collection[str] = (),
        threads: int = 1,
        lease: timedelta = services.LEASE,
        once: bool = False,
    ) -> None:
        self.name = worker_name()
        self.queues = tuple(queues)
        self.lease = lease
        self.once = once
        self.broken = False
        self._stopping = False
        self._held: dict[UUID, Job] = {}
        self._held_lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work, name=f"jobs-{n}") for n in range(threads)]

    def stop(self, number: int | None = None, frame: FrameType | None = None) -> None:
        """Finish what is in hand and end. A second signal ends at once; the leases bring the jobs back."""
        # Nothing but a flag: this runs inside a signal, where taking a lock could block for ever.
        self._stopping = True
        if number is not None:
            signal.signal(number, signal.SIG_DFL)

    def run(self) -> None:
        """Work until stopped; with `once`, until nothing is due."""
        logger.info(
            "worker.start name=%s threads=%d queues=%s", self.name, len(self._threads), self._queue_names()
        )
        self._upkeep(first=True)
        for thread in self._threads:
            thread.start()
        upkeep_at = renew_at = time.monotonic()
        while any(thread.is_alive() for thread in self._threads):
            time.sleep(_TICK_SECONDS)
            if time.monotonic() >= renew_at:
                renew_at = time.monotonic() + self.lease.total_seconds() / 4
                self._carefully(self._renew)
            if time.monotonic() >= upkeep_at and not self._stopping and not self.once:
                upkeep_at = time.monotonic() + min(UPKEEP_SECONDS, self.lease.total_seconds() / 2)
                self._upkeep()
        connections.close_all()
        logger.info("worker.stop name=%s", self.name)

    def _upkeep(self, *, first: bool = False) -> None:
        if first:
            self._carefully(services.synchronise_schedules)
        self._carefully(services.return_from_the_future)
        self._carefully(services.recover_lost_jobs)
        self._carefully(services.start_due_schedules)

    def _renew(self) -> None:
        with self._held_lock:
            held = list(self._held.values())
        hanging = clock.now() - LONGEST_JOB
        services.renew_leases(
            jobs=[j for j in held if j.started_at and j.started_at > hanging], lease=self.lease
        )

    def _work(self) -> None:
        try:
            while not self._stopping:
                if not self._carefully(self._work_one):
                    if self.once:
                        break
                    self._rest()
        except BaseException as error:
            # A worker with a dead thread looks alive and does nothing: its supervisor must restart it.
            logger.critical("worker.broken name=%s error=%s", self.name, type(error).__qualname__)
            self.broken = self._stopping = True
        finally:
            connections.close_all()

    def _work_one(self) -> bool:
        job = services.claim_job(worker=self.name, queues=self.queues, lease=self.lease)
        if job is None:
            return False
        with self._held_lock:
            self._held[job.pk] = job
        try:
            services.run_claimed(job)
        finally:
            with self._held_lock:
                del self._held[job.pk]
        return True

    def _carefully(self, step: Callable[[], object]) -> object:
        """Take a step that needs the database; when that is away or busy, say so and go on later."""
        close_old_connections()
        try:
            return step()
        except DatabaseTrouble as error:
            logger.error("worker.database_trouble name=%s error=%s", self.name, type(error).__qualname__)
            connections.close_all()
            return None

    def _rest(self) -> None:
        until = time.monotonic() + REST_SECONDS
        while not self._stopping and time.monotonic() < until:
            time.sleep(_TICK_SECONDS)

    def _queue_names(self) -> str:
        return ",".join(self.queues) or "all"
