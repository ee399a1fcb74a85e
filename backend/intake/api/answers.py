"""A complaint that names the form it was filled in with: what the form asks is asked of the sender, too."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.common.errors import FieldError, Invalid
from backend.common.languages import Language
from backend.complaints.models import Consent, IntakeChannel
from backend.files.sealed import SealedUpload
from backend.forms import core
from backend.forms.form import Form, is_empty
from backend.forms.services import published_number
from backend.intake.services import Statement, ToldConsent, statement_answered
from backend.partners.models import Partner

Body = Mapping[str, Any]
_JUDICIARY: Final = "judiciary."
NOT_ASKED: Final = _("This is not asked by the form.")


def statement_with_form(body: Body, partner: Partner) -> Statement:
    """The statement of a body that names its form. Raises Invalid or FormOutdated."""
    version = published_number(partner, body["form"])
    form = version.form
    told = dict(_core_answers(form, body))
    errors = [*_strange(form, body, told), *_consents_of_others(form, body)]
    if errors:
        raise Invalid(errors)
    answers = {form.by_core[name].name: value for name, value in told.items()} | dict(body.get("answers", {}))
    try:
        statement = statement_answered(
            version,
            answers,
            partner=partner,
            language=Language(body["language"]),
            channel=IntakeChannel(body.get("channel", IntakeChannel.WEB_FORM)),
            received_on=body.get("received_on"),
            files=tuple(SealedUpload.of(one) for one in body.get("files", ())),
        )
    except Invalid as wrong:
        raise Invalid([_at_its_field(form, error) for error in wrong.errors]) from None
    return replace(statement, consents=_as_given(statement.consents, body))


def _core_answers(form: Form, body: Body) -> Iterator[tuple[str, Any]]:
    """What the body says to core questions, as the form's rules take it."""
    for name in core.CORES:
        if name.startswith(_JUDICIARY):
            continue
        value = _value(name, body)
        # Said by default; it is an answer only where the question is asked.
        unsaid = name == core.CONTACT_WISH and value == core.RECEIPT_ONLY
        if unsaid and (name not in form.by_core or body["complainant_kind"] == core.ANONYMOUS):
            continue
        if not is_empty(value):
            yield name, value


def _value(name: str, body: Body) -> Any:
    if name.startswith("identity."):
        return body.get("identity", {}).get(name.removeprefix("identity."))
    value = body.get(name)
    if name == core.CONSENTS:
        return [one["purpose"] for one in value or ()]
    if name == "vulnerability":
        return sorted(set(value or ()))
    return value.isoformat() if isinstance(value, date) else value


def _strange(form: Form, body: Body, told: Body) -> Iterator[FieldError]:
    """Fields that the form does not ask for, answers that are fields, a language that it does not speak."""
    for name in told:
        if name not in form.by_core:
            yield FieldError(name, "not_asked", NOT_ASKED)
    answers = body.get("answers", {})
    if not isinstance(answers, dict):
        yield FieldError("answers", "invalid", _("Answers are given by the names of their questions."))
        return
    for name in answers:
        question = form.by_name.get(name)
        if question and question.core and not question.core.startswith(_JUDICIARY):
            message = _("This answer has a field of its own.")
            yield FieldError(f"answers.{name}", "has_own_field", message)
    if body["language"] not in form.languages:
        yield FieldError("language", "invalid_choice", _("The form is not there in this language."))


def _consents_of_others(form: Form, body: Body) -> Iterator[FieldError]:
    """Consents to another wording, or to sending to an institution that the complaint does not name."""
    versions = {one.purpose: one.version for one in form.consents}
    for number, given in enumerate(body["consents"]):
        wanted = versions.get(given["purpose"])
        if wanted is not None and given["text_version"] != wanted:
            message = _("The form asks for this agreement in another wording.")
            yield FieldError(f"consents.{number}.text_version", "consent.other_wording", message)
        to_send = given["purpose"] == Consent.Purpose.REFERRAL
        if to_send and not _is_named(given.get("institution"), body, form):
            message = _("The complaint names another institution.")
            yield FieldError(f"consents.{number}.institution", "consent.other_institution", message)


def _is_named(institution: str | None, body: Body, form: Form) -> bool:
    court = form.by_core.get(core.COURT)
    answers = body.get("answers", {})
    in_court = answers.get(court.name) if court and isinstance(answers, dict) else None
    return institution in (body.get("institution") or in_court, None)


def _as_given(consents: tuple[ToldConsent, ...], body: Body) -> tuple[ToldConsent, ...]:
    """By word of mouth or in writing, as each of them was given."""
    manners = {one["purpose"]: Consent.Manner(one["manner"]) for one in body["consents"]}
    return tuple(replace(one, manner=manners[one.purpose]) for one in consents)


def _at_its_field(form: Form, error: FieldError) -> FieldError:
    """What is wrong with a question, under the name that the sender gave the answer."""
    question = form.by_name.get(error.field)
    if error.field == "answers":
        return error
    if question and question.core and not question.core.startswith(_JUDICIARY):
        return replace(error, field=question.core)
    return replace(error, field=f"answers.{error.field}")
