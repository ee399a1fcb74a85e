"""Handing a case over for good: both coordinators agree, the old partner keeps a line, not the content."""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from backend.audit.services import lock_chains
from backend.cases import errors
from backend.cases.models import Case, CaseShare, Transfer
from backend.cases.partner_stages import DeclineReason
from backend.cases.search import index
from backend.cases.services import partner_referrals, permits, publishing, story
from backend.cases.services.opened import last_moment
from backend.cases.services.opening import next_reference
from backend.cases.services.partner_referrals import require_words
from backend.cases.services.steps import locked
from backend.cases.stages import CASE_TABLE, State, Verb, find
from backend.common import clock
from backend.common.errors import NotAllowed, NotFound, require_version
from backend.keyring.services import rewrap_subject
from backend.partners.actors import Actor
from backend.partners.models import Partner

KEPT: Final = ("reference", "kind", "category", "place", "opened_at")
"""What the old partner keeps of a case that it handed over."""


@transaction.atomic
def offer(
    case_id: UUID,
    *,
    to_partner: Partner,
    expires_at: datetime | None = None,
    expected: int | None,
    actor: Actor,
) -> Transfer:
    """Offer a case to another partner; it sees kind, category and place until it accepts."""
    case = locked(case_id, actor, expected)
    made = _drawn_up(case, to_partner, expires_at, actor)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        raise errors.TransferOpen() from error
    story.tell(case, actor, "transfer.offered", partner=str(to_partner.pk))
    return made


def drawn_up(case_id: UUID, *, to_partner: Partner, expires_at: datetime | None, actor: Actor) -> Transfer:
    """The offer that would be made, not kept: for a look at what the other partner would see."""
    case = Case.objects.select_related("owner", "complaint").readable(case_id, actor)
    return _drawn_up(case, to_partner, expires_at, actor)


def _drawn_up(case: Case, to_partner: Partner, expires_at: datetime | None, actor: Actor) -> Transfer:
    permits.require(Verb.TRANSFER, case, actor)
    if to_partner.pk == case.owner_id:
        raise errors.OwnPartner()
    if case.restricted:
        raise errors.RestrictedStays()
    return Transfer(
        case=case,
        from_partner=case.owner,
        to_partner=to_partner,
        offered_by_id=actor.id,
        expires_at=last_moment(expires_at),
    )


@transaction.atomic
def accept(transfer_id: UUID, *, expected: int | None, actor: Actor) -> Case:
    """Take the case over: new owner, new number, back to triage; the old owner keeps a tombstone."""
    transfer = _undecided(transfer_id, expected, actor, side="to_partner")
    if transfer.offered_by_id is not None and transfer.offered_by_id == actor.id:
        raise errors.OwnOffer()
    if transfer.expires_at is not None and transfer.expires_at <= clock.now():
        raise errors.OfferExpired()
    # Not through visible_to: until this moment the new owner sees only the offer.
    case = Case.objects.select_for_update(of=("self",)).get(pk=transfer.case_id)
    row = find(CASE_TABLE, case.state, Verb.TRANSFER)
    if row is None or case.restricted:
        raise errors.WrongState(state=case.state, verb=Verb.TRANSFER)
    former = case.reference
    # Both partners get a line: their chains are taken in one order, whichever way the case goes.
    lock_chains(transfer.from_partner_id, transfer.to_partner_id)
    partner_referrals.end_with_case(case, actor)
    publishing.end_with_transfer(case, actor)
    _hand_over(case, transfer.to_partner)
    _leave_tombstone(case, former, transfer, actor)
    _decide(transfer, Transfer.State.ACCEPTED, actor)
    story.tell(case, actor, "transfer.accepted", to_state=State.TRIAGE, partner=str(transfer.from_partner_id))
    return case


@transaction.atomic
def decline(
    transfer_id: UUID, *, reason: DeclineReason, words: str = "", expected: int | None, actor: Actor
) -> Transfer:
    """Say no to an offered case, and why; it stays where it is."""
    require_words(reason == DeclineReason.OTHER, words)
    transfer = _undecided(transfer_id, expected, actor, side="to_partner")
    transfer.decline_reason, transfer.data_key = reason, permits.key_of(transfer.case)
    transfer.decline_words = words or None
    _decide(transfer, Transfer.State.DECLINED, actor)
    partner = str(transfer.to_partner_id)
    story.tell(transfer.case, actor, "transfer.declined", partner=partner, reason=reason)
    return transfer


@transaction.atomic
def recall(transfer_id: UUID, *, expected: int | None, actor: Actor) -> Transfer:
    """Take an offer back before it is decided."""
    transfer = _undecided(transfer_id, expected, actor, side="from_partner")
    _decide(transfer, Transfer.State.RECALLED, actor)
    story.tell(transfer.case, actor, "transfer.recalled", partner=str(transfer.to_partner_id))
    return transfer


@transaction.atomic
def expire(transfer_id: UUID, *, actor: Actor) -> bool:
    """Let an offer go whose last moment has passed; False where somebody was quicker."""
    found = Transfer.objects.select_for_update(of=("self",)).select_related("case")
    transfer = found.filter(pk=transfer_id, state=Transfer.State.OFFERED, expires_at__lte=clock.now()).first()
    if transfer is None:
        return False
    _decide(transfer, Transfer.State.EXPIRED, actor)
    story.tell(transfer.case, actor, "transfer.expired", partner=str(transfer.to_partner_id))
    return True


def _undecided(transfer_id: UUID, expected: int | None, actor: Actor, *, side: str) -> Transfer:
    """The open offer, held. Whoever is on neither side does not learn that it exists."""
    found = Transfer.objects.select_for_update(of=("self",)).select_related("case", "to_partner")
    transfer = found.filter(pk=transfer_id).first()
    partners = actor.partners_with("share_cases")
    if transfer is None or not {transfer.to_partner_id, transfer.from_partner_id} & set(partners):
        raise NotFound()
    require_version(transfer.version, expected)
    if getattr(transfer, f"{side}_id") not in partners:
        raise NotAllowed()
    if transfer.state != Transfer.State.OFFERED:
        raise errors.TransferDecided(state=transfer.state)
    return transfer


def _decide(transfer: Transfer, state: str, actor: Actor) -> None:
    transfer.state, transfer.decided_by_id, transfer.decided_at = state, actor.id, clock.now()
    transfer.version += 1
    # All of it: what was said with the decision is sealed under a key that may be new to the row.
    transfer.save()


def _hand_over(case: Case, new_owner: Partner) -> None:
    """The row moves with all that hangs on it; its keys, the identity's too, are wrapped for the owner."""
    for subject in (case.pk, permits.complaint_of(case).pk):
        rewrap_subject(subject, new_owner.pk)
    CaseShare.objects.filter(case=case, ended_at__isnull=True).update(ended_at=clock.now())
    case.tags.clear()
    case.former_reference, case.reference = case.reference, next_reference(new_owner)
    case.owner, case.state, case.assignee, case.due_at = new_owner, State.TRIAGE, None, None
    story.keep_quietly(
        case, changed={"former_reference", "reference", "owner", "state", "assignee", "due_at"}
    )


def _leave_tombstone(case: Case, reference: str, transfer: Transfer, actor: Actor) -> None:
    """What the old partner keeps for its numbers: reference, kind, category, month; no words, no key."""
    stone = Case(
        owner=transfer.from_partner,
        reference=reference,
        kind=case.kind,
        state=State.TRANSFERRED,
        category=case.category,
        place=case.place,
        opened_at=case.opened_at,
        transferred_to=transfer.to_partner,
        closed_at=clock.now(),
    )
    stone.save(force_insert=True)
    index.refresh(stone)
    story.tell(stone, actor, "case.transfer", to_state=State.TRANSFERRED, partner=str(transfer.to_partner_id))
