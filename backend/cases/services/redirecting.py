"""An institution passes a complaint on: a second referral follows it to the competent body."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import InstitutionReferral
from backend.cases.services import clocks
from backend.cases.services.drafting import require_fitting_rule
from backend.cases.services.holding import move, require_day, required
from backend.cases.stages import ReferralState, ReferralVerb
from backend.common.errors import Invalid
from backend.directory.models import DeadlineRule, Institution
from backend.partners.actors import Actor


@transaction.atomic
def redirect(
    case_id: UUID,
    referral_id: UUID,
    *,
    institution: Institution,
    redirected_on: date,
    deadline_rule: DeadlineRule | None,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """The institution passed it on: a second referral follows to the competent body, with its own clock."""
    referral, row = required(ReferralVerb.REDIRECT, case_id, referral_id, expected, actor)
    require_day("redirected_on", redirected_on, referral, earliest=referral.sent_on)
    require_fitting_rule(institution, deadline_rule)
    if institution.pk == referral.institution_id:
        raise Invalid.field("institution", "same_institution", _("It already lies with this institution."))
    follows = InstitutionReferral(
        case=referral.case,
        data_key=referral.data_key,
        institution=institution,
        state=ReferralState.SENT,
        deadline_rule=deadline_rule,
        consent=referral.consent,
        author_id=actor.id,
        redaction_checked_by=referral.redaction_checked_by,
        redirected_from=referral,
        channel=referral.channel,
        sent_on=redirected_on,
    )
    follows.letter, follows.letter_language = referral.letter, referral.letter_language
    follows.letter_subject, follows.parallel = referral.letter_subject, referral.parallel
    follows.enclosures, follows.dossier_id = referral.enclosures, referral.dossier_id
    clocks.start(follows, redirected_on)
    follows.save(force_insert=True)
    move(referral, row, actor, to=institution.code, follows=str(follows.pk))
    return follows
