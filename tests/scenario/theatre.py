"""Time that a test moves on: each day the worker does what is due, and what changed is written down."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from backend.cases.models import Case, CaseEvent, InstitutionReferral, Task
from backend.common import clock
from backend.jobs import services as jobs
from tests.jobs.fixtures import RunJobs
from tests.mailbox import Postbox
from tests.mailserver.smtp import SmtpServer

# What of an event's facts is worth a line: codes and days, never ids.
_TOLD = ("channel", "due_at", "assessment", "appeal_until", "standing", "problem", "to")


@dataclass
class Theatre:
    """The days of one case. `diary` tells tasks and mails as they come and go."""

    case_id: UUID
    begins: date
    run_jobs: RunJobs
    letters: SmtpServer
    postbox: Postbox
    names: dict[UUID, str] = field(default_factory=dict)
    diary: list[str] = field(default_factory=list)
    day: date = field(init=False)

    def __post_init__(self) -> None:
        self.day = self.begins
        self._open: dict[UUID, str] = {}
        self._seen_letters = self._seen_mails = 0
        self._pass(time(9))

    @contextmanager
    def on(self, day: date) -> Iterator[None]:
        """All days up to this one pass; then somebody acts in the morning, and the worker follows."""
        while self.day < day:
            self.day += timedelta(days=1)
            self._pass(time(6))
        with clock.frozen(self.morning(self.day)):
            yield
        # What one job finds is another job's to follow: a minute later it has.
        self._pass(time(9))
        self._pass(time(9, 2))

    def machine_is_off_until(self, day: date) -> None:
        """Nobody looks at anything, until somebody turns it on again in the morning of that day."""
        self.day = day
        self._pass(time(6))

    @staticmethod
    def morning(day: date) -> datetime:
        """Eight o'clock in London, when offices in Tirana are open."""
        return datetime.combine(day, time(8), UTC)

    def events(self) -> list[str]:
        """The whole story of the case, a line an event."""
        found = CaseEvent.objects.filter(case=self.case_id).order_by("id")
        return [f"{clock.day_of(one.at, 'Europe/Tirane')} {self._told(one)}" for one in found]

    def open_tasks(self) -> list[str]:
        return sorted(self._open.values())

    def _told(self, event: CaseEvent) -> str:
        about = self.names.get(UUID(event.facts["referral"])) if "referral" in event.facts else None
        words = [event.action, f"({about})" if about else "", f"by {event.actor_kind}"]
        words += [f"{name}={event.facts[name]}" for name in _TOLD if event.facts.get(name)]
        words += [f"{event.from_state}→{event.to_state}" if event.to_state else ""]
        return " ".join(word for word in words if word)

    def _pass(self, at: time) -> None:
        """The worker's look at this hour (UTC), and what it changed."""
        moment = self._moment(at)
        with clock.frozen(moment):
            jobs.start_due_schedules()
        self.run_jobs(at=moment)
        self._note_mails()
        self._note_tasks()

    def _moment(self, at: time) -> datetime:
        return datetime.combine(self.day, at, UTC)

    def _note_tasks(self) -> None:
        tasks = Task.objects.filter(case=self.case_id).order_by("kind", "due_on")
        for task in tasks:
            name = f"{task.kind}{self._about(task)} for {task.due_on}"
            was = self._open.get(task.pk)
            if task.state == Task.State.OPEN and was != name:
                self._open[task.pk] = name
                self.diary.append(f"{self.day} + {name}")
            elif task.state != Task.State.OPEN and self._open.pop(task.pk, None):
                self.diary.append(f"{self.day} - {name}: {task.state}")

    def _about(self, task: Task) -> str:
        return f" ({self.names.get(task.referral_id, '?')})" if task.referral_id else ""

    def _note_mails(self) -> None:
        for taken in self.letters.taken[self._seen_letters :]:
            self.diary.append(f"{self.day} @ letter to {taken.rcpt_tos[0]}")
        for mail in self.postbox.taken[self._seen_mails :]:
            body = mail.get_payload(decode=True)
            assert isinstance(body, bytes)
            numbers = ", ".join(re.findall(r"\d+", body.decode().partition("http")[0]))
            self.diary.append(f"{self.day} @ digest to {mail['To']}: {numbers}")
        self._seen_letters, self._seen_mails = len(self.letters.taken), len(self.postbox.taken)


def state_of(referral: InstitutionReferral) -> str:
    return InstitutionReferral.objects.values_list("state", flat=True).get(pk=referral.pk)


def case_state(case_id: UUID) -> str:
    return Case.objects.values_list("state", flat=True).get(pk=case_id)
