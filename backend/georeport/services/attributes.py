"""What a service asks beyond GeoReport's own arguments: the questions of the partner's form, and consent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.languages import label_in
from backend.forms import core, offers
from backend.forms.core import Condition
from backend.forms.form import ConsentText, Question
from backend.georeport.services.offered import Counter, Service

# What GeoReport has arguments for, by the core question that each answers.
ARGUMENT_OF: Final[Mapping[str, str]] = {
    core.NARRATIVE: "description",
    "place": "address_id",
    "identity.email": "email",
    "identity.phone": "phone",
}
# Said by the service_code, by first_name and last_name, or not at all at this door.
_SAID_OTHERWISE: Final = frozenset({core.KIND, "category", core.NAME, "identity.address"})
DATATYPES: Final[Mapping[str, str]] = {
    "text": "string",
    "long_text": "text",
    "number": "number",
    "date": "datetime",
    "choice": "singlevaluelist",
    "choices": "multivaluelist",
    "yes_no": "singlevaluelist",
    "place": "singlevaluelist",
    "institution": "singlevaluelist",
    "consents": "multivaluelist",
}
YES, NO = "true", "false"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a service definition."""

    question: Question
    datatype: str
    required: bool
    description: str
    hint: str
    values: tuple[tuple[str, str], ...] = ()


def attributes_of(counter: Counter, service: Service) -> list[Attribute]:
    """The attributes of a service in the order of the form, consent among them."""
    known = {counter.form.by_core[core.KIND].name: service.kind.value}
    return [_attribute(one, counter, known) for one in counter.form.questions if _is_asked(one, known)]


def consent_key(consent: ConsentText) -> str:
    """How agreeing is written: with the version of the sentence, so that nobody agrees to another one."""
    return f"{consent.purpose}.{consent.version}"


def decided(condition: Condition | bool | None, known: Mapping[str, Any]) -> bool | None:
    """Whether a condition holds as far as only some answers are known; None where the others decide."""
    if condition is None or isinstance(condition, bool):
        return condition is not False
    if "not" in condition:
        inner = decided(condition["not"], known)
        return None if inner is None else not inner
    for word, settles in (("all", False), ("any", True)):
        if word in condition:
            parts = {decided(one, known) for one in condition[word]}
            return settles if settles in parts else None if None in parts else not settles
    answer = known.get(condition["question"])
    return None if answer is None else answer in condition["is"]


def _is_asked(question: Question, known: Mapping[str, Any]) -> bool:
    if question.type not in DATATYPES or question.core in _SAID_OTHERWISE or question.core in ARGUMENT_OF:
        return False
    return decided(question.when, known) is not False


def _attribute(question: Question, counter: Counter, known: Mapping[str, Any]) -> Attribute:
    language = counter.language
    always = decided(question.when, known) is True and decided(question.required, known) is True
    needed = always or question.core == core.CONSENTS
    return Attribute(
        question=question,
        datatype=DATATYPES[question.type],
        # Whoever gives no name says nothing of how to be known: then nobody knows it.
        required=needed and question.core not in (core.WAY, core.CONTACT_WISH),
        description=label_in(question.label, language),
        hint=label_in(question.help, language) if question.help else "",
        values=tuple(_values(question, counter)),
    )


def _values(question: Question, counter: Counter) -> Iterator[tuple[str, str]]:
    language, partner = counter.language, counter.partner
    if question.core == core.CONSENTS:
        for consent in counter.form.consents:
            yield consent_key(consent), label_in(consent.text, language)
    elif question.type == "yes_no":
        yield from ((YES, _("Yes")), (NO, _("No")))
    elif question.type == "place":
        for place in offers.places(counter.form, partner.country):
            yield place.code, label_in(place.names, language)
    elif question.type == "institution":
        for body in offers.institutions(question, partner.country, clock.today(partner.time_zone)):
            yield body.code, label_in(body.names, language)
    else:
        for option in question.options:
            yield option.value, label_in(option.label, language)
