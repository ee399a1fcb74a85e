"""Fields of a submission become answers to the form's questions, and what was asked beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.collecting import names
from backend.collecting.errors import OtherForm
from backend.collecting.reading import Sent
from backend.common import clock
from backend.common.errors import FieldError, Invalid
from backend.common.languages import Language
from backend.complaints.models import Consent, IntakeChannel
from backend.forms import core
from backend.forms.checking import OTHER_TYPE, day_of
from backend.forms.findings import shown
from backend.forms.form import Form, Question, asked
from backend.forms.models import FormVersion
from backend.intake.services import Statement, statement_answered
from backend.intake.services.checking import LONGEST_IN_THE_TRAY
from backend.partners.models import Partner

_LONGEST_NUMBER: Final = 14


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """A submission as it is understood: the statement without its files, which the form names."""

    statement: Statement
    files: frozenset[str]


def version_of(sent: Sent, partner: Partner) -> FormVersion:
    """The version that it was filled in with, however long ago that was published. Raises OtherForm.

    A volunteer may have been without a line for weeks: what somebody told must not be lost for that.
    """
    number = sent.fields.get(names.FORM_NUMBER, "")
    if not (number.isascii() and number.isdecimal() and len(number) < 7):
        raise OtherForm()
    found = FormVersion.objects.of(partner.pk).published().filter(number=int(number)).first()
    if found is None:
        raise OtherForm()
    return found


def told_by(sent: Sent, version: FormVersion, partner: Partner) -> Told:
    """What a submission says. Raises Invalid with every field that is wrong."""
    form = version.form
    _refuse_unknown(sent.fields, form)
    values = {
        question.name: _value(question, sent.fields[question.name])
        for question in form.questions
        if question.name in sent.fields
    }
    # The telephone leaves hidden branches out, too; what came of one all the same decides about nothing.
    standing = _with_recipient(form, asked(form, values)[1])
    statement = statement_answered(
        version,
        standing,
        partner=partner,
        language=_language(sent, form),
        channel=IntakeChannel.FIELD,
        received_on=_told_on(sent, partner, standing.get(_name(form, "happened_on"))),
    )
    files = frozenset(sent.fields[name] for name in names.slots_of(form) if name in sent.fields)
    return Told(_by_word_of_mouth(statement), files)


def _refuse_unknown(fields: Mapping[str, str], form: Form) -> None:
    known = set(form.by_name) | names.slots_of(form) | names.OURS
    message = _("This form has no such question.")
    unknown = [FieldError(shown(name), "unknown_question", message) for name in fields if name not in known]
    if unknown:
        raise Invalid(unknown[:20])


def _value(question: Question, text: str) -> Any:
    """An answer of the question's type; what is none stays text, which the form refuses."""
    if question.type in ("choices", "consents"):
        return text.split()
    if question.type == "yes_no":
        return {names.YES: True, names.NO: False}.get(text, text)
    if question.type == "number":
        digits = text.removeprefix("-")
        fits = digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER
        return int(text) if fits else text
    return text


def _with_recipient(form: Form, standing: dict[str, Any]) -> dict[str, Any]:
    """Nobody agrees to sending to an institution that has no name."""
    name = _name(form, core.CONSENTS)
    if not form.institution_named(standing) and "referral" in standing.get(name, ()):
        return standing | {name: [one for one in standing[name] if one != "referral"]}
    return standing


def _language(sent: Sent, form: Form) -> Language:
    spoken = sent.fields.get(names.SPOKEN, "")
    if spoken not in form.languages:
        raise Invalid.field(names.SPOKEN, "invalid_choice", OTHER_TYPE)
    return Language(spoken)


def _told_on(sent: Sent, partner: Partner, happened_on: Any) -> date | None:
    """The day on the telephone. Its clock may be wrong: a day that cannot be counts as not told."""
    day, today = day_of(sent.fields.get(names.TOLD_ON, "")), clock.today(partner.time_zone)
    if day is None or not today - LONGEST_IN_THE_TRAY <= day <= today:
        return None
    happened = day_of(happened_on) if isinstance(happened_on, str) else None
    return None if happened and day < happened else day


def _by_word_of_mouth(statement: Statement) -> Statement:
    """Nobody signed anything."""
    oral = tuple(replace(one, manner=Consent.Manner.ORAL) for one in statement.consents)
    return replace(statement, consents=oral)


def _name(form: Form, core_name: str) -> str:
    question = form.by_core.get(core_name)
    return question.name if question else ""
