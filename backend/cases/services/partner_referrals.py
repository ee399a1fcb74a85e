"""Help for a person, asked of another partner: offered, answered, given; what was agreed opens meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.audit.services import lock_chains, record
from backend.cases import errors
from backend.cases.models import Case, CaseShare, PartnerReferral
from backend.cases.partner_stages import (
    OPENS,
    OUTCOMES,
    PARTNER_REFERRAL_TABLE,
    UNDER_WAY,
    DeclineReason,
    PartnerReferralState,
    PartnerReferralVerb,
    PartnerTransition,
    ServiceOutcome,
    Urgency,
)
from backend.cases.search import index
from backend.cases.services import access, partner_permits, permits, story
from backend.cases.services.opened import agreed_fields, last_moment
from backend.cases.stages import RUNNING, Transition, find
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.common.languages import Language
from backend.complaints.services.consents import consent_for_partner
from backend.directory.lookups import need_of
from backend.directory.models import Place
from backend.partners.actors import Actor
from backend.partners.models import Partner

_LOCKED = ("case", "consent", "data_key", "from_partner", "to_partner", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is asked of the other partner, and what it will read if it accepts."""

    to_partner: Partner
    need: str
    place: Place | None
    language: Language
    urgency: Urgency = Urgency.ROUTINE
    fields: Sequence[str] = ()
    note: str = ""
    override_reason: str = ""
    expires_at: datetime | None = None


def concerning(actor: Actor) -> QuerySet[PartnerReferral]:
    """Referrals that the actor may know of: those asked of his partners, and those that a case which he
    reads made, as long as the case is where it was."""
    mine = actor.partners_with("read_complaints")
    sent = Q(from_partner__in=mine, case__owner=F("from_partner"), case__in=Case.objects.readable_by(actor))
    found = PartnerReferral.objects.filter(Q(to_partner__in=mine) | sent)
    return found.select_related("case", "from_partner", "to_partner")


@transaction.atomic
def offer(case_id: UUID, *, offer: Offer, actor: Actor) -> PartnerReferral:
    """Ask another partner to help. Until it accepts, it learns need, area, language, urgency; no name."""
    case: Case = Case.objects.readable_by(actor).locked(case_id)
    made = _drawn_up(case, offer, actor)
    _settle_consent(made, offer.override_reason, actor)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise errors.PartnerReferralOpen() from error
    _tell(made, actor, "partner_referral.offer", need=made.need, fields=made.fields, urgency=made.urgency)
    return made


def drawn_up(case_id: UUID, *, offer: Offer, actor: Actor) -> PartnerReferral:
    """The referral that an offer would make, not kept: for a look at what the other partner would see."""
    cases = Case.objects.select_related("owner", "data_key__partner_key", "complaint")
    return _drawn_up(cases.readable(case_id, actor), offer, actor)


@transaction.atomic
def accept(referral_id: UUID, *, expected: int | None, actor: Actor) -> PartnerReferral:
    """Take the person on. The agreed fields of the case open at once."""
    referral, row = _required(PartnerReferralVerb.ACCEPT, referral_id, expected, actor)
    CaseShare.objects.create(
        case=referral.case,
        partner=referral.to_partner,
        shared_by_id=referral.offered_by_id,
        fields=referral.fields,
        referral=referral,
    )
    _refresh_sight(referral.case)
    _decided(referral, actor)
    return _moved(referral, row, actor)


@transaction.atomic
def decline(
    referral_id: UUID, *, reason: DeclineReason, words: str = "", expected: int | None, actor: Actor
) -> PartnerReferral:
    """Say no, and why. Nothing of the case was or will be open."""
    require_words(reason == DeclineReason.OTHER, words)
    referral, row = _required(PartnerReferralVerb.DECLINE, referral_id, expected, actor)
    referral.decline_reason, referral.decline_words = reason, words or None
    _decided(referral, actor)
    return _moved(referral, row, actor, reason=reason)


@transaction.atomic
def recall(referral_id: UUID, *, expected: int | None, actor: Actor) -> PartnerReferral:
    """Take it back, before or after the answer. What was open closes at once."""
    referral, row = _required(PartnerReferralVerb.RECALL, referral_id, expected, actor)
    _ended(referral)
    return _moved(referral, row, actor)


@transaction.atomic
def start_service(referral_id: UUID, *, expected: int | None, actor: Actor) -> PartnerReferral:
    """The person came, and the service began."""
    referral, row = _required(PartnerReferralVerb.START_SERVICE, referral_id, expected, actor)
    referral.started_at = clock.now()
    return _moved(referral, row, actor)


@transaction.atomic
def finish(
    verb: PartnerReferralVerb,
    referral_id: UUID,
    *,
    outcome: ServiceOutcome,
    words: str = "",
    expected: int | None,
    actor: Actor,
) -> PartnerReferral:
    """`complete` or `not_complete`: say what came of it. The sender reads that; the case closes to us."""
    if outcome not in OUTCOMES[verb]:
        raise Invalid.field("outcome", "invalid_choice", _("This outcome does not go with this end."))
    require_words(outcome == ServiceOutcome.OTHER, words)
    referral, row = _required(verb, referral_id, expected, actor)
    referral.service_outcome, referral.outcome_words = outcome, words or None
    _ended(referral)
    return _moved(referral, row, actor, outcome=outcome)


@transaction.atomic
def expire(referral_id: UUID, *, actor: Actor) -> bool:
    """Let an offer go whose last moment has passed; False where somebody was quicker."""
    referral = _held(PartnerReferral.objects.all(), referral_id)
    row = find(PARTNER_REFERRAL_TABLE, referral.state, PartnerReferralVerb.EXPIRE)
    if row is None or referral.expires_at > clock.now():
        return False
    referral.decided_at = clock.now()
    _moved(referral, row, actor)
    return True


def end_with_case(case: Case, actor: Actor, *, consent_id: UUID | None = None) -> int:
    """Recall what is under way, because the case is no longer the sender's to show: part of the step that
    made it so. With a consent, only what rests on that. Says how many."""
    running = case.partner_referrals.filter(state__in=UNDER_WAY).select_for_update(of=("self",))
    if consent_id is not None:
        running = running.filter(consent=consent_id)
    found = list(running.select_related("data_key"))
    for referral in found:
        referral.case = case
        before, referral.state = referral.state, PartnerReferralState.RECALLED
        _ended(referral, refresh=False)
        _keep(referral)
        _tell(referral, actor, "partner_referral.recall", before=before, now=referral.state)
    if found:
        _refresh_sight(case)
    return len(found)


def require_words(needed: bool, words: str) -> None:
    """ "Another reason" says nothing without words. Raises Invalid."""
    if needed and not words.strip():
        raise Invalid.field("words", "required", _("Say it in your own words."))


def _drawn_up(case: Case, offer: Offer, actor: Actor) -> PartnerReferral:
    permits.require_permission("refer_cases", case, actor)
    if offer.to_partner.pk == case.owner_id:
        raise errors.OwnPartner()
    if case.restricted:
        raise errors.RestrictedStays()
    if case.state not in RUNNING:
        raise errors.WrongState(state=case.state)
    made = PartnerReferral(
        case=case,
        data_key=permits.key_of(case),
        from_partner=case.owner,
        to_partner=offer.to_partner,
        need=_need_in_use(offer.need),
        place=offer.place,
        language=offer.language,
        urgency=offer.urgency,
        fields=agreed_fields(offer.fields),
        offered_by_id=actor.id,
        offered_at=clock.now(),
        expires_at=last_moment(offer.expires_at),
        consent=consent_for_partner(permits.complaint_of(case), offer.to_partner),
    )
    made.note = offer.note or None
    return made


def _need_in_use(code: str) -> str:
    need = need_of(code)
    if not need.is_active:
        raise Invalid.field("need", "unknown_need", _("This need is not in use any more."))
    return need.code


def _settle_consent(made: PartnerReferral, override_reason: str, actor: Actor) -> None:
    """The complainant agreed to this partner, or a coordinator says why it goes without."""
    if made.consent is not None:
        return
    if not override_reason:
        raise errors.SharingConsentMissing()
    permits.require_permission("override_consent", made.case, actor)
    made.override_reason, made.override_by_id = override_reason, actor.id


def _required(
    verb: PartnerReferralVerb, referral_id: UUID, expected: int | None, actor: Actor
) -> tuple[PartnerReferral, PartnerTransition]:
    referral = _held(concerning(actor), referral_id)
    require_version(referral.version, expected)
    row = partner_permits.require(verb, referral, actor)
    # Both partners may get a line: their chains are taken in one order, whoever acts.
    lock_chains(referral.case.owner_id, referral.to_partner_id)
    return referral, row


def _held(known: QuerySet[PartnerReferral], referral_id: UUID) -> PartnerReferral:
    """The referral, its case held first, like every step on a case. Raises NotFound."""
    case_id = known.filter(pk=referral_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotFound()
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    # Asked again: a case may have been restricted or handed over while it was waited for.
    held = known.filter(pk=referral_id).select_related(*_LOCKED).select_for_update(of=("self",)).first()
    if held is None:
        raise NotFound()
    held.case = case
    return held


def _decided(referral: PartnerReferral, actor: Actor) -> None:
    referral.decided_by_id, referral.decided_at = actor.id, clock.now()


def _ended(referral: PartnerReferral, *, refresh: bool = True) -> None:
    """Nothing of the case is open by this referral from now on."""
    now = clock.now()
    referral.ended_at = now
    closed = CaseShare.objects.filter(referral=referral, ended_at__isnull=True).update(ended_at=now)
    if closed and refresh:
        _refresh_sight(referral.case)


def _moved(referral: PartnerReferral, row: Transition, actor: Actor, **facts: Any) -> PartnerReferral:
    before, referral.state = referral.state, PartnerReferralState(row.target)
    _keep(referral)
    action = f"partner_referral.{row.verb}"
    _tell(referral, actor, action, before=before, now=row.target, **facts)
    if actor.may(row.permission, referral.to_partner_id) and actor.id is not None:
        # What its own people did stands in the receiver's chain, too.
        record(actor, action, referral, chain=referral.to_partner_id, before=before, now=row.target, **facts)
    return referral


def _keep(referral: PartnerReferral) -> None:
    referral.version += 1
    referral.save()


def _tell(referral: PartnerReferral, actor: Actor, action: str, **facts: Any) -> None:
    """A line in the case's story and its owner's chain."""
    story.tell(
        referral.case,
        actor,
        action,
        partner_referral=str(referral.pk),
        partner=str(referral.to_partner_id),
        **facts,
    )


def _refresh_sight(case: Case) -> None:
    access.refresh(case)
    index.refresh(case)


def opens_to_receiver(referral: PartnerReferral) -> bool:
    """Whether the receiver reads the note and the agreed fields now."""
    return referral.state in OPENS
