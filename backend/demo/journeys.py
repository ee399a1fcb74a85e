"""The ways that cases take through the states, as a table: how many, which steps, how long ago."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Need(StrEnum):
    """What a complaint must be like to go a way."""

    TERM = "term"  # a legal term is known, so that it can have passed
    SECOND_LOOK = "second_look"  # of a kind that nobody sends off alone
    UNRESTRICTED = "unrestricted"
    SMALL = "small"  # a telephone call can settle it
    NOT_OURS = "not_ours"  # one of the complaints that a partner cannot take
    NEIGHBOUR = "neighbour"  # another partner of the network speaks this language, too


@dataclass(frozen=True, slots=True)
class Leg:
    """A step, and how many days after the one before it comes."""

    what: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Journey:
    """`idle` is how many days the case has lain in its present state."""

    name: str
    count: int
    chapters: tuple[str, ...]
    idle: tuple[int, int]
    needs: frozenset[Need] = frozenset()

    def legs(self) -> Iterator[Leg]:
        for chapter in self.chapters:
            yield from CHAPTERS[chapter]


CHAPTERS: Final[dict[str, tuple[Leg, ...]]] = {
    "sort": (Leg("start_triage", 0, 2), Leg("classify", 0, 1)),
    "ask": (Leg("ask", 0, 1),),
    "accept": (Leg("perhaps_ask", 0, 1), Leg("open", 0, 3), Leg("assign", 0, 2), Leg("note", 0, 2)),
    "draft": (Leg("draft", 1, 4), Leg("submit", 0, 1)),
    "refer": (Leg("draft", 1, 4), Leg("release", 0, 3), Leg("send", 0, 2), Leg("perhaps_register", 2, 8)),
    "return": (
        Leg("draft", 1, 4),
        Leg("release", 0, 3),
        Leg("send", 0, 2),
        Leg("fail_delivery", 3, 9),
    ),
    "send_again": (Leg("requeue", 1, 3), Leg("send", 0, 1), Leg("register", 2, 7)),
    "refer_also": (Leg("draft_also", 0, 3), Leg("release", 0, 2), Leg("send", 0, 2)),
    "clarify": (Leg("ask_clarification", 3, 9), Leg("clarify", 1, 5)),
    "redirect": (Leg("redirect", 4, 12),),
    "answer": (Leg("answer", 8, 26),),
    "assess": (Leg("assess", 1, 4), Leg("perhaps_close_referral", 0, 2)),
    "first_answer": (Leg("first_answer", 8, 24), Leg("assess_first", 1, 4), Leg("await_answers", 0, 1)),
    "weak_answer": (Leg("weak_answer", 12, 30), Leg("assess_weak", 1, 4)),
    "no": (Leg("refusal", 10, 30), Leg("assess_refusal", 1, 4)),
    "silence": (Leg("silence", 6, 16),),
    "escalate": (
        Leg("draft_next", 2, 8),
        Leg("release", 0, 3),
        Leg("send", 0, 2),
        Leg("perhaps_register", 3, 9),
    ),
    "resolve": (Leg("note_more", 0, 3), Leg("resolve", 1, 5)),
    "telephone": (Leg("telephone", 0, 3),),
    "resolve_refused": (Leg("resolve_refused", 1, 5),),
    "resolve_unfounded": (Leg("resolve_unfounded", 1, 5),),
    "resolve_unanswered": (Leg("resolve_unanswered", 1, 6),),
    "resolve_waiting": (Leg("resolve_waiting", 6, 20),),
    "close": (Leg("perhaps_thank", 1, 9), Leg("close", 15, 17), Leg("perhaps_rate", 1, 6)),
    "reopen": (Leg("object", 4, 20), Leg("reopen", 0, 3)),
    "resume": (Leg("resume", 1, 4), Leg("note_more", 0, 2)),
    "turn_away": (Leg("turn_away", 1, 6),),
    "duplicate": (Leg("duplicate", 0, 2),),
    "withdraw": (Leg("take_back", 2, 12), Leg("withdraw", 0, 2)),
    "withdraw_waiting": (Leg("take_back", 5, 15), Leg("withdraw_waiting", 0, 2)),
    "hand_over": (Leg("offer", 2, 8),),
    "take_over": (Leg("accept", 1, 4), Leg("open_there", 0, 3), Leg("assign_there", 0, 2)),
    "decline": (Leg("decline", 1, 4),),
}

_ACCEPTED: Final = ("sort", "accept")
_SENT: Final = (*_ACCEPTED, "refer")
_RESOLVED: Final = (*_SENT, "answer", "assess", "resolve")
_TERM: Final = frozenset({Need.TERM})
_FREE: Final = frozenset({Need.UNRESTRICTED})

JOURNEYS: Final[tuple[Journey, ...]] = (
    Journey("received", 10, (), (0, 4)),
    Journey("triage", 6, ("sort",), (0, 7)),
    Journey("awaiting_complainant", 6, ("sort", "ask"), (1, 18)),
    Journey("open", 9, _ACCEPTED, (0, 16)),
    Journey("approval", 4, (*_ACCEPTED, "draft"), (0, 4), frozenset({Need.SECOND_LOOK})),
    Journey("referred", 14, _SENT, (0, 18)),
    Journey("overdue", 12, _SENT, (3, 45), _TERM),
    Journey("clarified", 3, (*_SENT, "clarify"), (0, 9)),
    Journey("undelivered", 2, (*_ACCEPTED, "return"), (0, 5)),
    Journey("sent_again", 2, (*_ACCEPTED, "return", "send_again"), (0, 12)),
    Journey("redirected", 3, (*_SENT, "redirect"), (0, 12)),
    Journey("two_bodies", 4, (*_SENT, "refer_also", "first_answer"), (0, 14)),
    Journey("response_review", 8, (*_SENT, "answer"), (0, 10)),
    Journey("silent", 3, (*_SENT, "silence"), (0, 10)),
    Journey("escalated", 6, (*_SENT, "weak_answer", "escalate"), (0, 40)),
    Journey("escalated_after_silence", 4, (*_SENT, "silence", "escalate"), (0, 30)),
    Journey("resolved", 8, _RESOLVED, (0, 5)),
    Journey("resolved_in_practice", 1, (*_SENT, "resolve_waiting"), (0, 5)),
    Journey("closed", 26, (*_RESOLVED, "close"), (0, 470)),
    Journey(
        "closed_by_telephone",
        14,
        (*_ACCEPTED, "telephone", "resolve", "close"),
        (0, 470),
        frozenset({Need.SMALL}),
    ),
    Journey(
        "closed_after_escalation",
        8,
        (*_SENT, "weak_answer", "escalate", "answer", "assess", "resolve", "close"),
        (0, 260),
    ),
    Journey("closed_refused", 4, (*_SENT, "no", "resolve_refused", "close"), (0, 330)),
    Journey("closed_unfounded", 2, (*_SENT, "answer", "assess", "resolve_unfounded", "close"), (0, 330)),
    Journey(
        "closed_unanswered",
        4,
        (*_SENT, "silence", "escalate", "silence", "resolve_unanswered", "close"),
        (0, 200),
    ),
    Journey("reopened", 3, (*_RESOLVED, "close", "reopen"), (0, 6)),
    Journey("resumed", 3, (*_RESOLVED, "close", "reopen", "resume"), (0, 14)),
    Journey("inadmissible", 15, ("sort", "turn_away"), (2, 420), frozenset({Need.NOT_OURS})),
    Journey("duplicate", 8, ("sort", "duplicate"), (0, 0), _FREE),
    Journey("withdrawn", 8, ("sort", "withdraw"), (2, 400)),
    Journey("withdrawn_late", 2, (*_SENT, "withdraw_waiting"), (2, 200)),
    Journey("transferred", 2, (*_ACCEPTED, "hand_over", "take_over"), (3, 60), _FREE | {Need.NEIGHBOUR}),
    Journey("transfer_offered", 1, (*_ACCEPTED, "hand_over"), (0, 3), _FREE | {Need.NEIGHBOUR}),
    Journey("transfer_declined", 1, (*_ACCEPTED, "hand_over", "decline"), (0, 9), _FREE | {Need.NEIGHBOUR}),
)
