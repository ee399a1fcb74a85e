"""Whether answers fit a form: every one is looked at, and what was not asked is refused."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError, Invalid
from backend.directory import lookups
from backend.forms import core, limits, offers
from backend.forms.findings import shown
from backend.forms.form import Answers, Form, Question, is_empty

# Before this year there is nothing that a partner of the network could still bring to an institution.
EARLIEST: Final = date(1990, 1, 1)
# Days of a partner's own questions: a birth, an appointment.
FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)

CHOOSE: Final = _("Please choose one.")
WRITE: Final = _("Please write something here.")
OTHER_TYPE: Final = _("This answer has another type than its question.")
TOO_LONG: Final = _("This text is too long.")
Told = tuple[str, str | Promise]


@dataclass(frozen=True, slots=True)
class Asking:
    """Where and when the questions are asked, and what was answered before."""

    form: Form
    country: str
    today: date
    answers: Answers


def check_answers(form: Form, answers: Any, *, country: str, today: date) -> dict[str, Any]:
    """The answers that stand, under the names of their questions. Raises Invalid with all that is wrong.

    What comes out was asked on the way that these answers make, and is one of what the question offers.
    """
    if not isinstance(answers, dict):
        raise Invalid.field("answers", "invalid", OTHER_TYPE)
    if len(answers) > limits.MOST_ANSWERS or _is_too_large(answers):
        raise Invalid.field("answers", "too_large", _("This is more than the form can hold."))
    errors = [
        FieldError(shown(name), "unknown_question", _("This form has no such question."))
        for name in answers
        if name not in form.by_name
    ][:20]
    standing: dict[str, Any] = {}
    for question in form.questions:
        value = answers.get(question.name)
        told = _told(question, value, Asking(form, country, today, standing))
        errors += [FieldError(question.name, code, message) for code, message in told]
        if not told and not is_empty(value):
            standing[question.name] = settled(value)
    if errors:
        raise Invalid(errors)
    return standing


def check_one(question: Question, value: Any, asking: Asking) -> list[Told]:
    """What is wrong with the answer to a question that is asked: codes with sentences."""
    if is_empty(value):
        return _missing(question, asking) if question.is_required(asking.answers) else []
    return list(_CHECKS[question.type](question, value, asking))


def settled(value: Any) -> Any:
    """JSON has one kind of number: 7.0 is 7."""
    return int(value) if isinstance(value, float) else value


def _told(question: Question, value: Any, asking: Asking) -> list[Told]:
    if question.is_asked(asking.answers):
        return check_one(question, value, asking)
    if is_empty(value):
        return []
    return [("not_asked", _("This is not asked after the other answers."))]


def _missing(question: Question, asking: Asking) -> list[Told]:
    if question.core == core.NAME and asking.form.told(core.WAY, asking.answers) != core.IDENTIFIED:
        return [("required", _("Give a name or a way to reach you, or choose to stay anonymous."))]
    if question.type == "category" and not any(
        offers.categories(asking.form, asking.form.told(core.KIND, asking.answers) or "")
    ):
        return []
    if question.type == "place" and not any(offers.places(asking.form, asking.country)):
        return []
    if question.type == "institution" and not any(
        offers.institutions(question, asking.country, asking.today)
    ):
        return []
    return [("required", WRITE if question.type in ("text", "long_text", "number", "date") else CHOOSE)]


def _is_too_large(answers: Any) -> bool:
    try:
        return len(json.dumps(answers, ensure_ascii=False, allow_nan=False)) > limits.LONGEST_ANSWERS
    except (ValueError, TypeError, RecursionError):
        return True


# One check for each type of question


def _text(question: Question, value: Any, asking: Asking) -> list[Told]:
    if not isinstance(value, str):
        return [("invalid", OTHER_TYPE)]
    if has_refused_characters(value):
        return [("invalid_characters", _("This text has characters that cannot be shown."))]
    if len(value) > question.longest:
        return [("max_length", TOO_LONG)]
    if question.is_required(asking.answers) and not value.strip():
        return [("blank", WRITE)]
    if question.core == "identity.email" and value.strip():
        return _email(value)
    return []


def _email(value: str) -> list[Told]:
    try:
        validate_email(value.strip())
    except ValidationError:
        return [("email", _("This e-mail address does not look right. Please compare it letter by letter."))]
    return []


def _choice(question: Question, value: Any, asking: Asking) -> list[Told]:
    if not isinstance(value, str):
        return [("invalid", OTHER_TYPE)]
    return [] if value in {option.value for option in question.options} else [("invalid_choice", CHOOSE)]


def _choices(question: Question, value: Any, asking: Asking) -> list[Told]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return [("invalid", OTHER_TYPE)]
    if len(set(value)) < len(value):
        return [("duplicate", _("The same answer is there twice."))]
    return [] if set(value) <= {option.value for option in question.options} else [("invalid_choice", CHOOSE)]


def _yes_no(question: Question, value: Any, asking: Asking) -> list[Told]:
    return [] if isinstance(value, bool) else [("invalid", OTHER_TYPE)]


def _number(question: Question, value: Any, asking: Asking) -> list[Told]:
    whole = isinstance(value, float) and value.is_integer()
    if isinstance(value, bool) or not (isinstance(value, int) or whole):
        return [("invalid", OTHER_TYPE)]
    least = -limits.LARGEST_NUMBER if question.least is None else question.least
    most = limits.LARGEST_NUMBER if question.most is None else question.most
    if value < least:
        return [("min_value", _("This number is too small."))]
    return [("max_value", _("This number is too large."))] if value > most else []


def _date(question: Question, value: Any, asking: Asking) -> list[Told]:
    if not isinstance(value, str):
        return [("invalid", OTHER_TYPE)]
    day = day_of(value)
    if day is None:
        return [("date.unknown", _("This is no day of the calendar."))]
    happened = question.core == "happened_on"
    if day > (asking.today if happened else LAST_DAY):
        return [("date.in_the_future", _("That day had not come yet."))]
    if day < (EARLIEST if happened else FIRST_DAY):
        return [("date.too_long_ago", _("This day is too long ago."))]
    return []


def day_of(text: str) -> date | None:
    """The day that `2026-03-14` names; None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _category(question: Question, value: Any, asking: Asking) -> list[Told]:
    kind = asking.form.told(core.KIND, asking.answers) or ""
    return _entry(value, (term.code for term in offers.categories(asking.form, kind)))


def _place(question: Question, value: Any, asking: Asking) -> list[Told]:
    return _entry(value, (place.code for place in offers.places(asking.form, asking.country)))


def _institution(question: Question, value: Any, asking: Asking) -> list[Told]:
    # A body that was dissolved since existed on the day it happened: the day is looked at when it is filed.
    return _entry(value, (body.code for body in lookups.institutions.all()))


def _entry(value: Any, codes: Any) -> list[Told]:
    if not isinstance(value, str):
        return [("invalid", OTHER_TYPE)]
    return [] if value in set(codes) else [("unknown", _("Nothing is known under this code."))]


def _files(question: Question, value: Any, asking: Asking) -> list[Told]:
    return [("not_asked", _("Files are sent by themselves, not among the answers."))]


def _consents(question: Question, value: Any, asking: Asking) -> list[Told]:
    """Purposes that are agreed to."""
    if told := _choices_of_text(value):
        return told
    offered = {one.purpose: one for one in asking.form.consents_for(asking.answers)}
    if not set(value) <= set(offered):
        return [("invalid_choice", CHOOSE)]
    return _demanded(question, value, asking)


def _choices_of_text(value: Any) -> list[Told]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return [("invalid", OTHER_TYPE)]
    return [("duplicate", _("The same consent is there twice."))] if len(set(value)) < len(value) else []


def _demanded(question: Question, value: list[str], asking: Asking) -> list[Told]:
    if all(one.purpose in value for one in asking.form.consents if one.required):
        return []
    return [
        (
            "consent.processing_required",
            _("Without your agreement nobody may work on the complaint."),
        )
    ]


_CHECKS: Final[Mapping[str, Callable[[Question, Any, Asking], list[Told]]]] = {
    "text": _text,
    "long_text": _text,
    "choice": _choice,
    "choices": _choices,
    "yes_no": _yes_no,
    "number": _number,
    "date": _date,
    "category": _category,
    "place": _place,
    "institution": _institution,
    "files": _files,
    "consents": _consents,
}
