"""What happened on a generated case: the lines of its story, and the messages and letters they tell of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from backend.demo.load.drawing import Drawn
from backend.demo.load.surroundings import Due, Named, Surroundings

MOST_LINES: Final = 40
"""Room for the lines of one case among the ids of all."""
_MINUTE: Final = timedelta(minutes=1)
_AFTER_SENDING: Final = ("referred", "response_review", "escalated", "resolved", "closed", "reopened")


@dataclass(slots=True)
class Line:
    """One line of the story; the audit chain gets the same."""

    at: datetime
    action: str
    kind: str
    actor: UUID | None
    before: str = ""
    after: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Said:
    """A message."""

    id: UUID
    at: datetime
    author: UUID | None
    asks: bool = False
    ended: datetime | None = None
    read: datetime | None = None


@dataclass(slots=True)
class Letter:
    """A referral to an institution, as it stands now."""

    id: UUID
    institution: Named
    made: datetime
    sent: datetime
    author: UUID
    due: Due | None
    channel: str
    state: str = "sent"
    assessment: str = ""
    escalates: UUID | None = None
    answer: UUID | None = None
    answered: datetime | None = None
    # The number of the line that told of its present state.
    entered: int = 0


class Story:
    """All that is told of one case, in order."""

    def __init__(self, drawn: Drawn, around: Surroundings) -> None:
        self.drawn, self.around = drawn, around
        self.lines: list[Line] = []
        self.messages: list[Said] = []
        self.notes: list[tuple[UUID, datetime]] = []
        self.letters: list[Letter] = []
        # What a person of the partner does, this one does.
        self.worker = drawn.assignee or (drawn.named or drawn.office.people)[0]
        by = None if drawn.channel == "web_form" else self.worker
        facts = {"kind": drawn.kind, "channel": drawn.channel}
        self._tell(drawn.opened, "case.received", by=by, after="received", **facts)
        self._open_to_others()
        before = "received"
        for state, at in drawn.steps:
            getattr(self, f"_{state}")(before, at)
            before = state
        self._unread()

    def line_id(self, position: int) -> int:
        """The id of a line in the table of all."""
        return self.drawn.number * MOST_LINES + position + 1

    def _tell(
        self, at: datetime, action: str, *, by: UUID | None, before: str = "", after: str = "", **facts: Any
    ) -> None:
        """Whoever is nobody of the partner's is the complainant, or the public at the form."""
        kind = "staff" if by else "nobody" if action == "case.received" else "complainant"
        if self.lines:
            at = max(at, self.lines[-1].at)
        self.lines.append(Line(at, action, kind, by, before, after, facts))

    def _move(self, verb: str, before: str, after: str, at: datetime, **facts: Any) -> None:
        self._tell(at, f"case.{verb}", by=self.worker, before=before, after=after, **facts)

    def _open_to_others(self) -> None:
        drawn, coordinator = self.drawn, self.drawn.office.coordinator
        if drawn.restricted:
            self._tell(drawn.opened, "case.restricted", by=coordinator, people=len(drawn.named))
        for office in drawn.shared_with:
            self._tell(drawn.opened, "case.shared", by=coordinator, partner=str(office.partner_id))

    def _triage(self, before: str, at: datetime) -> None:
        self._move("start_triage", before, "triage", at)
        self._tell(at, "case.changed", by=self.worker, fields=["severity", "summary"])
        if self.drawn.draw.random() < 0.6:
            said = self._say(at, by=self.worker)
            self._tell(at, "case.message_written", by=self.worker, asks=False, message=str(said.id), files=0)

    def _awaiting_complainant(self, before: str, at: datetime) -> None:
        said = self._say(at, by=self.worker, asks=True)
        self._move("ask_complainant", before, "awaiting_complainant", at, message=str(said.id), files=0)

    def _open(self, before: str, at: datetime) -> None:
        draw = self.drawn.draw
        if draw.random() < 0.25:
            self._asked_and_answered(at)
        self._move("open", before, "open", at)
        if self.drawn.assignee:
            self._tell(at, "case.assigned", by=self.worker, assignee=str(self.drawn.assignee))
        for _ in range(draw.choice((0, 0, 1, 1, 2))):
            note = self.drawn.new_id()
            self.notes.append((note, at))
            self._tell(at, "case.note_added", by=self.worker, note=str(note))

    def _asked_and_answered(self, at: datetime) -> None:
        asked_at = self.lines[-1].at + (at - self.lines[-1].at) / 3
        answered_at = asked_at + (at - asked_at) / 2
        asked = self._say(asked_at, by=self.worker, asks=True)
        asked.ended = asked.read = answered_at
        facts: dict[str, Any] = {"message": str(asked.id), "files": 0}
        self._move("ask_complainant", "triage", "awaiting_complainant", asked_at, **facts)
        answer = self._say(answered_at, by=None)
        answer.read = at
        facts = {"message": str(answer.id), "files": 0, "answered": 1}
        states = {"before": "awaiting_complainant", "after": "triage"}
        self._tell(answered_at, "case.take_up_answer", by=None, **states, **facts)

    def _referred(self, before: str, at: datetime) -> None:
        letter = self._letter(self.drawn.institution, at)
        self._move("refer", before, "referred", at, referral=str(letter.id))

    def _response_review(self, before: str, at: datetime) -> None:
        letter, answer = self.letters[-1], self.drawn.new_id()
        letter.answer, letter.answered, letter.state = answer, at, "answered"
        facts = {"answer": str(answer), "way": "typed", "standing": "final", "files": 0}
        self._of_letter(letter, at, "answer_arrived", **facts)
        letter.entered = self.line_id(len(self.lines))
        late = letter.due is not None and at.date() > letter.due.on
        told = {"before": "sent", "now": "answered", "answer": str(answer)}
        self._of_letter(letter, at, "record_answer", **told, answered_on=at.date().isoformat(), late=late)
        self._move("review_answer", before, "response_review", at, referral=str(letter.id))
        if self.drawn.state != "response_review" or self.drawn.draw.random() < 0.4:
            letter.state, letter.assessment = "assessed", "full"
            told = {"before": "answered", "now": "assessed", "assessment": "full"}
            self._of_letter(letter, at, "assess", **told, appeal_until=None)

    def _escalated(self, before: str, at: datetime) -> None:
        higher = self.around.institutions[self.drawn.office.country][0]
        letter = self._letter(higher, at, escalates=self.letters[-1].id)
        self._move("escalate", before, "escalated", at, referral=str(letter.id))

    def _resolved(self, before: str, at: datetime) -> None:
        said = self._say(at, by=self.worker)
        said.read = at + timedelta(hours=3) if self.drawn.state != "resolved" else None
        self._move("resolve", before, "resolved", at, despite_waiting=False)

    def _closed(self, before: str, at: datetime) -> None:
        self._move("close", before, "closed", at)

    def _reopened(self, before: str, at: datetime) -> None:
        self._move("reopen", before, "reopened", at)

    def _inadmissible(self, before: str, at: datetime) -> None:
        self._move("declare_inadmissible", before, "inadmissible", at)

    def _duplicate(self, before: str, at: datetime) -> None:
        self._move("mark_duplicate", before, "duplicate", at, of=str(self.drawn.duplicate_of))

    def _withdrawn(self, before: str, at: datetime) -> None:
        self._move("withdraw", before, "withdrawn", at)

    def _letter(self, to: Named, sent: datetime, escalates: UUID | None = None) -> Letter:
        """A letter that was drafted, released and sent."""
        drawn = self.drawn
        made = max(self.lines[-1].at, sent - timedelta(days=2))
        due = None if escalates else self.around.due(drawn.office.country, drawn.kind, sent.date())
        letter = Letter(
            drawn.new_id(), to, made, sent, self.worker, due, drawn.draw.choice(("post", "email"))
        )
        letter.escalates = escalates
        self.letters.append(letter)
        self._of_letter(letter, made, "drafted", overrides_consent=False)
        self._of_letter(letter, made + _MINUTE, "release", before="draft", now="queued")
        told = {"before": "queued", "now": "sent", "channel": letter.channel}
        due_at = due.on.isoformat() if due else None
        self._of_letter(letter, sent, "send", **told, sent_on=sent.date().isoformat(), due_at=due_at)
        return letter

    def _of_letter(self, letter: Letter, at: datetime, what: str, **facts: Any) -> None:
        about = {"referral": str(letter.id), "institution": letter.institution.code}
        self._tell(at, f"referral.{what}", by=self.worker, **about, **facts)

    def _say(self, at: datetime, *, by: UUID | None, asks: bool = False) -> Said:
        said = Said(self.drawn.new_id(), max(at, self.lines[-1].at), by, asks)
        self.messages.append(said)
        return said

    def _unread(self) -> None:
        """On some cases that are at work the complainant wrote last, and nobody has read it."""
        if self.drawn.state in ("open", "referred", "response_review") and self.drawn.draw.random() < 0.1:
            said = self._say(self.lines[-1].at, by=None)
            facts: dict[str, Any] = {"message": str(said.id), "files": 0, "answered": 0}
            self._tell(said.at, "case.complainant_wrote", by=None, **facts)

    def running_terms(self) -> Iterator[Due]:
        """Of letters that wait for an answer."""
        return (one.due for one in self.letters if one.state == "sent" and one.due)
