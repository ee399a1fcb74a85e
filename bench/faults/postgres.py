"""PostgreSQL goes away under load: restarted in order, at once, by force; its connections used up."""

import os
import signal
import time
from contextlib import ExitStack, suppress

import psycopg

from bench.faults.scene import Scene, Stage
from bench.faults.surroundings import ROLE

_WAYS = (("fast", signal.SIGINT), ("immediate", signal.SIGQUIT), ("kill −9", signal.SIGKILL))


def restarted(scene: Scene) -> None:
    """Each way in turn, a second or more of absence, then a backend that dies alone."""
    for name, by in _WAYS:
        scene.for_a_while(1 / 5)
        scene.cluster.end(by)
        time.sleep(scene.chance.uniform(1, 4))
        scene.told.append(f"{name}: back after {scene.cluster.start():.1f} s")
    scene.for_a_while(1 / 5)
    _kill_one_backend(scene)
    scene.for_a_while(1 / 5)


def _kill_one_backend(scene: Scene) -> None:
    """The server ends all others and recovers by itself."""
    rows = scene.cluster.sql(f"SELECT pid FROM pg_stat_activity WHERE usename = '{ROLE}'")
    with suppress(ProcessLookupError):
        os.kill(scene.chance.choice(rows)[0], signal.SIGKILL)
    scene.told.append(f"one backend killed: back after {scene.cluster.start():.1f} s")


def exhausted(scene: Scene) -> None:
    """Somebody else takes every connection there is, and keeps taking those that become free."""
    until, taken = time.monotonic() + scene.seconds, 0
    with ExitStack() as held:
        while time.monotonic() < until:
            try:
                held.enter_context(psycopg.connect(scene.cluster.url(ROLE), connect_timeout=5))
                taken += 1
            except psycopg.OperationalError:
                # Those that are idle between two requests end, as after an idle timeout; who comes back
                # finds no place. For an instant the owner finds none either.
                with suppress(psycopg.OperationalError):
                    _end_idle(scene)
                time.sleep(0.2)
    scene.told.append(f"{taken} connections held for {scene.seconds:.0f} s")
    if not any("503" in what for what in scene.book.answers):
        scene.wrong.append("nobody was turned away: the connections did not run out")


def _end_idle(scene: Scene) -> None:
    scene.cluster.sql(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{ROLE}'"
        " AND state = 'idle' AND state_change < now() - interval '50 ms'"
        " AND query <> '' ORDER BY random() LIMIT 2"
    )


RESTARTED = Stage(restarted, "PostgreSQL restarted: fast, immediate, kill −9; one backend killed")
EXHAUSTED = Stage(exhausted, "all connections of PostgreSQL used up", settings={"max_connections": "25"})
