"""A template filled in for a case, in the complainant's language, with the days and names of that case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import formats, translation

from backend.cases.models import Case, InstitutionReferral, MessageTemplate
from backend.cases.placeholders import filled, left_in
from backend.cases.services import permits
from backend.cases.services.templates import templates_of
from backend.cases.stages import CLOCK_RUNS, ReferralState, State
from backend.common.languages import Language, label_in, language_of
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a caseworker starts from. `language` is that of the text: not the complainant's where the template
    has none in it. `missing` names what the case does not know yet; it stands in the text in braces."""

    code: str
    name: str
    text: str
    asks: bool
    language: str
    complainant_language: str
    missing: list[str]


def templates_for(case_id: UUID, *, actor: Actor) -> list[Rendered]:
    """The templates in use at the partner that owns the case. Raises NotFound."""
    case = Case.objects.select_related("owner", "complaint", "institution").readable(case_id, actor)
    language = permits.complaint_of(case).language
    referral = _latest_referral(case)
    # A template may lack the complainant's language: its days and names are then told in the one it has.
    in_use = [template for template in templates_of(case.owner) if template.in_use]
    wanted = {language_of(template.texts, language) for template in in_use}
    values = {one: _values(case, referral, one) for one in wanted}
    return [_rendered(template, language, values) for template in in_use]


def _rendered(template: MessageTemplate, wanted: str, values: Mapping[str, Mapping[str, str]]) -> Rendered:
    language = language_of(template.texts, wanted)
    text = filled(template.texts[language], values[language])
    return Rendered(
        code=template.code,
        name=label_in(template.names),
        text=text,
        asks=template.asks,
        language=language,
        complainant_language=wanted,
        missing=[name for name in left_in(template.texts[language]) if not values[language][name]],
    )


def _values(case: Case, referral: InstitutionReferral | None, language: str) -> dict[str, str]:
    institution = referral.institution if referral else case.institution
    waiting = referral is not None and referral.state in CLOCK_RUNS
    ended = case.state in (State.RESOLVED, State.CLOSED)
    with translation.override(language.lower()):
        return {
            "reference": case.reference,
            "partner": case.owner.name,
            "contact": case.owner.contact,
            "institution": label_in(institution.names, language) if institution else "",
            "sent_on": _day(referral.sent_on if referral else None, language),
            "due_on": _day(referral.due_at if referral and waiting else None, language),
            "answered_on": _day(referral.answered_on if referral else None, language),
            "outcome": str(case.get_outcome_display()) if ended else "",
        }


def _day(day: date | None, language: str) -> str:
    if day is None:
        return ""
    told = formats.date_format(day, translation.pgettext("a day by the name of its month", "j F Y"))
    # Albanian writes the months small; Django's catalogue, for calendars, does not.
    return told.lower() if language == Language.SQ else told


def _latest_referral(case: Case) -> InstitutionReferral | None:
    sent = case.referrals.exclude(sent_on=None).exclude(state=ReferralState.CANCELLED)
    return sent.select_related("institution").order_by("-sent_on", "-created_at").first()
