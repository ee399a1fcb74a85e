"""How cases end, told: with an outcome, by a way out, at another partner; and how they are taken up again."""

from collections.abc import Callable
from functools import partial
from typing import Final

from backend.demo.tale import Tale
from backend.demo.texts import phrases

_SHARE_OF_THANKS: Final = 0.5
_SHARE_OF_RATINGS: Final = 0.6
_GOOD_ENDS: Final = frozenset({"remedied", "refund", "explanation", "policy_change", "disciplinary_action"})


def _resolve(tale: Tale, *, phrase_of_reason: str = "") -> None:
    one = tale.wording
    tale.worker_does(
        "resolve",
        outcome=one.outcome,
        words=one.outcome_text,
        impact=one.impact,
        recovered=one.recovered,
        currency=one.currency,
        reason=tale.at_work(phrase_of_reason) if phrase_of_reason else "",
    )


def _telephone(tale: Tale) -> None:
    tale.worker_does("note", text=tale.at_work("telephone"))


def _resolve_without_success(tale: Tale, *, outcome: str) -> None:
    words = phrases()["ending"][tale.wording.language][outcome]
    tale.worker_does(
        "resolve", outcome=outcome, words=words, impact="", recovered=None, currency="", reason=""
    )


def _perhaps_thank(tale: Tale) -> None:
    if tale.rng.random() < _SHARE_OF_THANKS:
        tale.complainant_says("pleased")


def _perhaps_rate(tale: Tale) -> None:
    """Also after 14 days somebody may say how it was; who got what was wished says so more kindly."""
    if tale.rng.random() >= _SHARE_OF_RATINGS:
        return
    went_well = tale.wording.outcome in _GOOD_ENDS
    tale.diary.write(
        "rate",
        outcome=tale.rng.choice((4, 5, 5) if went_well else (1, 2, 3, 3)),
        process=tale.rng.choice((3, 4, 5, 5)),
        felt_safe=tale.rng.choice((True, True, True, False, None)),
        would_use_again=tale.rng.choice((True, True, False, None)),
    )


def _object(tale: Tale) -> None:
    tale.complainant_says("displeased")


def _reopen(tale: Tale) -> None:
    tale.worker_does("reopen", reason=tale.at_work("reopen"))


def _turn_away(tale: Tale) -> None:
    tale.worker_does("note", text=tale.wording.note)
    tale.diary.shortly_after()
    tale.worker_does("turn_away", reason=tale.wording.inadmissible, advice=tale.wording.advice)


def _duplicate(tale: Tale) -> None:
    tale.diary.write("duplicate", tale.casting.desk, original=tale.original)


def _take_back(tale: Tale) -> None:
    tale.complainant_says("withdrawn")


def _withdraw_waiting(tale: Tale) -> None:
    tale.worker_does("withdraw", reason=tale.at_work("withdrawn"))


def _offer(tale: Tale) -> None:
    tale.diary.write("offer", tale.casting.chief, partner=tale.neighbour.slug)


def _decide(tale: Tale, *, what: str) -> None:
    tale.diary.write(what, tale.neighbour.with_role("coordinator")[0])


LEGS: Final[dict[str, Callable[[Tale], None]]] = {
    "telephone": _telephone,
    "resolve": _resolve,
    "resolve_waiting": partial(_resolve, phrase_of_reason="reply_waiting"),
    "resolve_refused": partial(_resolve_without_success, outcome="refused"),
    "resolve_unfounded": partial(_resolve_without_success, outcome="unfounded"),
    "resolve_unanswered": partial(_resolve_without_success, outcome="no_answer"),
    "perhaps_thank": _perhaps_thank,
    "perhaps_rate": _perhaps_rate,
    "object": _object,
    "reopen": _reopen,
    "turn_away": _turn_away,
    "duplicate": _duplicate,
    "take_back": _take_back,
    "withdraw_waiting": _withdraw_waiting,
    "offer": _offer,
    "accept": partial(_decide, what="accept"),
    "decline": partial(_decide, what="decline"),
}
