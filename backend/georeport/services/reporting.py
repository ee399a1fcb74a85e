"""A request of GeoReport becomes answers to the partner's form, and is filed like any other complaint."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common.errors import FieldError, Invalid
from backend.forms import core
from backend.forms.form import Form, Question
from backend.georeport.services.attributes import ARGUMENT_OF, NO, YES, consent_key
from backend.georeport.services.offered import Counter, Service
from backend.georeport.services.tokens import token_of
from backend.intake.services import Screening, file_prepared, prepare, statement_answered
from backend.partners.actors import Actor

_NOT_A_NUMBER: Final = gettext_lazy("Send a number.")
_NOT_OFFERED: Final = gettext_lazy("This is none of the values that the service definition lists.")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=\Z|T)", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,12}\Z", re.ASCII)


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What was sent, as text. No readable repr: it holds the words."""

    arguments: Mapping[str, str]
    attributes: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, repr=False)
class Reported:
    """What goes back: a token that may lead to a public summary one day, and the receipt, only now."""

    token: str
    receipt: str


def report(counter: Counter, service: Service, sent: Report, screening: Screening) -> Reported:
    """File it. Raises Invalid with every argument that is wrong."""
    answers = answers_of(counter.form, service, sent)
    try:
        statement = statement_answered(
            counter.version, answers, partner=counter.partner, language=counter.language
        )
        prepared = prepare(partner=counter.partner, statement=statement, actor=Actor.nobody())
    except Invalid as wrong:
        raise Invalid([_as_sent(counter.form, error) for error in wrong.errors]) from None
    filed = file_prepared(prepared=prepared, actor=Actor.nobody(), screening=screening)
    return Reported(token_of(filed.complaint.pk), filed.receipt.formatted)


def answers_of(form: Form, service: Service, sent: Report) -> dict[str, Any]:
    """The form's own answers. Raises Invalid for what no answer can be made of."""
    told = dict(_by_core(form, service, sent))
    answers = {form.by_core[name].name: value for name, value in told.items() if name in form.by_core}
    errors = [
        FieldError(_argument_of(name), "not_asked", _("This is not asked by the form."))
        for name in told
        if name not in form.by_core
    ]
    for name, values in sent.attributes.items():
        question = form.by_name.get(name)
        if question is None or question.core in (core.KIND, "category", core.NARRATIVE):
            errors.append(FieldError(_of_attribute(name), "unknown", _("There is no such attribute.")))
            continue
        try:
            answers[name] = _answer(form, question, values)
        except ValueError as wrong:
            errors.append(FieldError(_of_attribute(name), "invalid", str(wrong)))
    if errors:
        raise Invalid(errors)
    return answers | _ways(form, answers)


def _by_core(form: Form, service: Service, sent: Report) -> dict[str, Any]:
    """What the service and GeoReport's own arguments say."""
    arguments = sent.arguments
    name = " ".join(filter(None, (arguments.get("first_name"), arguments.get("last_name"))))
    told: dict[str, Any] = {core.KIND: service.kind.value, core.NARRATIVE: _narrative(sent)}
    if "category" in form.by_core:
        told["category"] = service.code
    told |= {one: arguments.get(argument, "") for one, argument in ARGUMENT_OF.items() if one not in told}
    told[core.NAME] = name
    return {one: value for one, value in told.items() if value}


def _narrative(sent: Report) -> str:
    """The description; where the place stands in words or coordinates, a line below it says so: a complaint
    has no field for them, and what is said here is sealed like everything that is told."""
    lines = [sent.arguments.get("description", "")]
    where = [sent.arguments.get("address_string", ""), _coordinates(sent.arguments)]
    if lines[0].strip() and any(where):
        lines.append(_("Place: {where}").format(where=", ".join(filter(None, where))))
    return "\n\n".join(lines)


def _coordinates(arguments: Mapping[str, str]) -> str:
    given = {name: arguments[name] for name in ("lat", "long") if arguments.get(name)}
    if not given:
        return ""
    errors = [FieldError(name, "invalid", _NOT_A_NUMBER) for name in given if not _fits(name, given[name])]
    missing = {"lat", "long"} - given.keys()
    errors += [FieldError(name, "required", _("lat and long come together.")) for name in sorted(missing)]
    if errors:
        raise Invalid(errors)
    return f"{float(given['lat']):.6f} {float(given['long']):.6f}"


def _fits(name: str, text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return math.isfinite(number) and abs(number) <= (90 if name == "lat" else 180)


def _ways(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    """How to be known and reached, where nothing was said: without a name nobody knows it, with one the
    organisation alone; the way whose detail was given."""
    way, wish = form.by_core[core.WAY], form.by_core.get(core.CONTACT_WISH)
    details = [one for one in core.LEADS_TO_A_PERSON if one != core.CONTACT_WISH]
    named = any(form.told(one, answers) for one in details)
    offered = [option.value for option in way.options]
    known = next(one for one in ("confidential", core.IDENTIFIED, core.ANONYMOUS) if one in offered)
    said: dict[str, Any] = {way.name: answers.get(way.name) or (known if named else core.ANONYMOUS)}
    if wish is not None and said[way.name] != core.ANONYMOUS and not answers.get(wish.name):
        there = (one for one, detail in core.DETAIL_OF.items() if form.told(detail, answers))
        said[wish.name] = next(there, core.RECEIPT_ONLY)
    return said


def _answer(form: Form, question: Question, values: list[str]) -> Any:
    """An attribute's text as the question's type. Raises ValueError with a sentence."""
    if question.core == core.CONSENTS:
        return _purposes(form, values)
    if question.type == "choices":
        return values
    if len(values) > 1:
        raise ValueError(_("Send one value."))
    text = values[0] if values else ""
    if not text:
        return None
    if question.type == "number":
        if not _NUMBER.match(text):
            raise ValueError(str(_NOT_A_NUMBER))
        return int(text)
    if question.type == "yes_no":
        if text not in (YES, NO):
            raise ValueError(str(_NOT_OFFERED))
        return text == YES
    day = _DAY.match(text) if question.type == "date" else None
    return day[0] if day else text


def _purposes(form: Form, values: list[str]) -> list[str]:
    """What was agreed to, in the very wording that the definition gave."""
    offered = {consent_key(one): one.purpose for one in form.consents}
    if unknown := [value for value in values if value and value not in offered]:
        raise ValueError(_("This wording is not asked for (any more): {count}.").format(count=len(unknown)))
    return [offered[value] for value in values if value]


def _as_sent(form: Form, error: FieldError) -> FieldError:
    """A question's error under the argument that answered it."""
    question = form.by_name.get(error.field)
    named = _argument_of(question.core) if question and question.core else ""
    field = named or (_of_attribute(error.field) if question else error.field)
    return FieldError(field, error.code, error.message)


def _argument_of(core_name: str) -> str:
    if core_name == core.NAME:
        return "last_name"
    return ARGUMENT_OF.get(core_name, "service_code" if core_name in (core.KIND, "category") else "")


def _of_attribute(name: str) -> str:
    shown = "".join(char if char.isprintable() else "?" for char in name)[:60]
    return f"attribute[{shown}]"
