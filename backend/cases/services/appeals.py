"""An appeal is a referral of its own: to the body that the law names, within the time for it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.drafting import Draft, draft_referral
from backend.cases.services.holding import locked
from backend.cases.stages import Guard, ReferralState, ReferralVerb
from backend.common.errors import Invalid
from backend.directory.calendars import today_in
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.appeals import term_of_appeal_body
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True)
class Appeal:
    """What an appeal starts from. Without an institution it goes to the one that the law of the term names,
    without a letter it starts from the partner's template. `by_law`: its term is the one of that same law."""

    institution: Institution | None = None
    letter: str = ""
    letter_language: str = ""
    letter_subject: str = ""
    deadline_rule: DeadlineRule | None = None
    by_law: bool = True
    late_reason: str = ""
    override_reason: str = ""


@transaction.atomic
def prepare_appeal(case_id: UUID, referral_id: UUID, *, appeal: Appeal, actor: Actor) -> InstitutionReferral:
    """Draft an appeal against a refusal, half an answer or none; after its time only for a reason."""
    referral = locked(case_id, referral_id, actor, None)
    lifted = frozenset({Guard.APPEAL_WINDOW}) if appeal.late_reason else frozenset[Guard]()
    permits.require_on_referral(ReferralVerb.APPEAL, referral, actor, lifted=lifted)
    institution = appeal.institution or _named_by_law(referral)
    _require_first(referral, institution)
    draft = Draft(
        institution=institution,
        letter=appeal.letter,
        letter_language=appeal.letter_language,
        letter_subject=appeal.letter_subject,
        deadline_rule=_term_by_law(referral, institution) if appeal.by_law else appeal.deadline_rule,
        escalates=referral.pk,
        appeals=referral.pk,
        late_reason=appeal.late_reason,
        override_reason=appeal.override_reason,
    )
    return draft_referral(case_id, draft=draft, actor=actor)


def _named_by_law(referral: InstitutionReferral) -> Institution:
    rule = referral.deadline_rule
    if rule is None or rule.appeal_to is None:
        raise Invalid.field(
            "institution", "required", _("The law of this term names no body for an appeal here. Choose one.")
        )
    return rule.appeal_to


def _require_first(referral: InstitutionReferral, institution: Institution) -> None:
    before = referral.appealed_by.filter(institution=institution).exclude(state=ReferralState.CANCELLED)
    if found := before.first():
        raise errors.AlreadyAppealed(referral=str(found.pk))


def _term_by_law(referral: InstitutionReferral, institution: Institution) -> DeadlineRule | None:
    """The term in which that body decides, by the law under which it was appealed to."""
    rule = referral.deadline_rule
    if rule is None or rule.appeal_to_id not in (None, institution.pk) or rule.country != institution.country:
        return None
    return term_of_appeal_body(rule, today_in(rule.country))
