"""What the complainant says of the outcome: that it is right, how good it was, that it should go on."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases.services.feedback import complainant_confirmed, complainant_rated
from backend.cases.services.status import Action
from backend.common.errors import FieldError, Invalid
from backend.complaints.models import Satisfaction
from backend.complaints.services import Rating
from backend.intake.pages.parts.part import Content, Part, Visit

SCORES: Final = {
    "rating_outcome": (
        _("How good is the outcome for you?"),
        (_("Not good at all"), _("Not good"), _("Half and half"), _("Good"), _("Very good")),
    ),
    "rating_process": (
        _("How well did we treat you and your complaint?"),
        (_("Not well at all"), _("Not well"), _("Half and half"), _("Well"), _("Very well")),
    ),
}
QUESTIONS: Final = {
    "rating_felt_safe": _("Did you feel safe?"),
    "rating_would_use_again": _("Would you turn to us again?"),
}
ANSWERS: Final = {"yes": True, "no": False}


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """What was said of this outcome, or the questions about it."""
    if Action.RATE not in visit.status.allowed_actions:
        return None
    typed = visit.typed
    return {
        "said": visit.status.satisfaction,
        "asks": _asks(visit),
        "may_wait": not visit.content.get("rating_later"),
        "may_confirm": Action.CONFIRM in visit.status.allowed_actions,
        "scores": [
            (
                name,
                label,
                [(str(score), word, typed.get(name) == str(score)) for score, word in _from_5(words)],
            )
            for name, (label, words) in SCORES.items()
        ],
        "questions": [(name, label, typed.get(name, "")) for name, label in QUESTIONS.items()],
    }


def _from_5(words: tuple[Any, ...]) -> list[tuple[int, Any]]:
    return list(enumerate(words, 1))[::-1]


def _asks(visit: Visit) -> bool:
    """A low score was given, and nobody answered yet whether the complaint should be taken up again."""
    said = visit.status.satisfaction
    return said is not None and said.is_low and said.asks_reopening is None


def send(visit: Visit) -> None:
    """Take the opinion in."""
    rating = Rating(
        outcome=_score(visit, "rating_outcome"),
        process=_score(visit, "rating_process"),
        felt_safe=ANSWERS.get(visit.sent("rating_felt_safe")),
        would_use_again=ANSWERS.get(visit.sent("rating_would_use_again")),
        comment=visit.sent("rating_comment"),
    )

    def rated(kept: Content) -> None:
        try:
            said = complainant_rated(visit.complaint, rating=rating)
        except Invalid as refused:
            raise Invalid(
                [FieldError(f"rating_{one.field}", one.code, one.message) for one in refused.errors]
            ) from None
        _forget_fields(kept)
        # After a low score the next page asks something: thanks would come too early.
        if not said.is_low:
            kept["notice"] = "rating_thanks"

    visit.once(rated)


def confirm(visit: Visit) -> None:
    """The outcome is right; nothing more is said."""

    def confirmed(kept: Content) -> None:
        complainant_confirmed(visit.complaint)
        _forget_fields(kept)
        kept["notice"] = "rating_confirmed"

    visit.once(confirmed)


def reopen(visit: Visit) -> None:
    """After a low score: please go on."""
    _answer(visit, asks_reopening=True, notice="rating_reopening")


def leave(visit: Visit) -> None:
    """After a low score: let it be."""
    _answer(visit, asks_reopening=False, notice="rating_thanks")


def later(visit: Visit) -> None:
    """After a low score: think it over; the question stays on the page."""
    visit.once(lambda kept: kept.update(rating_later=True))


def _answer(visit: Visit, *, asks_reopening: bool, notice: str) -> None:
    def answered(kept: Content) -> None:
        said = visit.status.satisfaction
        if said is not None:
            complainant_rated(visit.complaint, rating=_again(said, asks_reopening=asks_reopening))
            kept["notice"] = notice

    visit.once(answered)


def _again(said: Satisfaction, *, asks_reopening: bool) -> Rating:
    return Rating(
        outcome=said.outcome,
        process=said.process,
        felt_safe=said.felt_safe,
        would_use_again=said.would_use_again,
        comment=said.comment,
        asks_reopening=asks_reopening,
    )


def _score(visit: Visit, name: str) -> int:
    sent = visit.sent(name)
    return int(sent) if sent in {"1", "2", "3", "4", "5"} else 0


def _forget_fields(kept: Content) -> None:
    for name in PART.fields:
        kept["typed"].pop(name, None)


PART: Final = Part(
    name="rating",
    template="intake/parts/rating.html",
    shown=shown,
    buttons={
        "rating_send": send,
        "rating_confirm": confirm,
        "rating_reopen": reopen,
        "rating_leave": leave,
        "rating_later": later,
    },
    fields=(*SCORES, *QUESTIONS, "rating_comment"),
    words={"rating_comment": _("Your remark (not sent yet)")},
    notices={
        "rating_thanks": _("Thank you. What you said helps us to do better."),
        "rating_confirmed": _("Thank you. The complaint is closed; you can still read everything here."),
        "rating_reopening": _(
            "We will look at it. You will read here whether we take your complaint up again."
        ),
    },
    alone=lambda visit: _asks(visit) and not visit.content.get("rating_later"),
)
