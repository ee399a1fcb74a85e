"""Bringing a frozen letter to its institution: by mail at once, or step by step by a person who proves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Delivery, InstitutionReferral
from backend.cases.services import dossiers, holding, permits, sending
from backend.cases.services.answer_links import new_link
from backend.cases.services.holding import locked, move, require_day, tell
from backend.cases.services.reply_tokens import token_of
from backend.cases.stages import (
    DELIVERY_TABLE,
    DeliveryFailure,
    DeliveryState,
    DeliveryVerb,
    ReferralState,
    ReferralVerb,
    Transition,
    find,
)
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attachments_of
from backend.correspondence.models import Dispatch
from backend.correspondence.services import posting
from backend.correspondence.services.accounts import account_of
from backend.directory.models import InstitutionChannel
from backend.directory.services.channels import running_channels
from backend.jobs.services import enqueue_job
from backend.partners.actors import Actor

Channel = InstitutionReferral.Channel
_PROVED: Final = frozenset({Channel.POST, Channel.IN_PERSON})
"""Ways of which something remains that can be kept: a postal receipt, a stamp on a copy."""
_KINDS: Final = {
    Channel.EMAIL: "email",
    Channel.POST: "post",
    Channel.PORTAL: "web_form",
    Channel.IN_PERSON: "in_person",
}
_POST_LETTER: Final = "backend.cases.tasks.post_letter"
# A job is one try of a mail; it comes back only where its worker was lost.
_MOST_ATTEMPTS: Final = 10


@dataclass(frozen=True, slots=True)
class Leaving:
    """By which way. `institution_channel`: which address of the directory; None: the surest."""

    channel: str
    institution_channel: UUID | None = None


@transaction.atomic
def begin(case_id: UUID, referral_id: UUID, *, leaving: Leaving, actor: Actor) -> Delivery:
    """Bring the letter on its way. A mail is handed to the worker in this transaction; for the other ways, a
    person does what `guidance` says. What failed before is made ready again."""
    referral = locked(case_id, referral_id, actor, None)
    permits.require_permission("refer_cases", referral.case, actor)
    if referral.state == ReferralState.DELIVERY_FAILED:
        row = permits.require_on_referral(ReferralVerb.REQUEUE, referral, actor)
        move(referral, row, actor)
    permits.require_on_referral(ReferralVerb.SEND, referral, actor)
    dossiers.freeze_if_missing(referral, actor)
    delivery = Delivery(
        referral=referral,
        dossier=referral.dossier,
        data_key=referral.data_key,
        channel=leaving.channel,
        institution_channel=_channel_of(referral, leaving),
        state=DeliveryState.PREPARED,
        created_by_id=actor.id,
    )
    if leaving.channel == Channel.EMAIL:
        _address_mail(delivery, actor)
    delivery.save(force_insert=True)
    holding.keep(referral)
    tell_delivery(delivery, actor, "begun", channel=delivery.channel)
    if delivery.dispatch is not None:
        enqueue(delivery.pk, delivery.dispatch)
    return delivery


@transaction.atomic
def record_sent(
    case_id: UUID,
    referral_id: UUID,
    delivery_id: UUID,
    *,
    sent_on: date,
    tracking_number: str = "",
    proofs: Sequence[UUID] = (),
    no_proof_reason: str = "",
    expected: int | None,
    actor: Actor,
) -> Delivery:
    """A person took it to the post, the counter or the portal. Raises ProofMissing, Invalid."""
    delivery, row = _required(DeliveryVerb.SENT, (case_id, referral_id, delivery_id), expected, actor)
    referral = delivery.referral
    require_day("sent_on", sent_on, referral, earliest=sending.day_received(referral.case))
    found = _proofs(referral, proofs)
    if delivery.channel in _PROVED and not found and not no_proof_reason:
        raise errors.ProofMissing()
    delivery.sent_on, delivery.tracking_number = sent_on, tracking_number
    delivery.words = no_proof_reason or None
    delivery.proofs.set(found)
    facts = {"sent_on": sent_on.isoformat(), "proofs": len(found)}
    _move(delivery, row, actor, **facts)
    # Now that none is open, the referral's own guards decide once more.
    send = permits.require_on_referral(ReferralVerb.SEND, _fresh(referral), actor)
    sending.leave(
        referral, send, channel=delivery.channel, sent_on=sent_on, proof=tracking_number, actor=actor
    )
    return delivery


@transaction.atomic
def record_failed(
    case_id: UUID,
    referral_id: UUID,
    delivery_id: UUID,
    *,
    reason: str,
    words: str = "",
    expected: int | None,
    actor: Actor,
) -> Delivery:
    """A person found that it did not arrive, or was not brought there. Raises Invalid, ReferralWrongState."""
    delivery, row = _required(DeliveryVerb.FAILED, (case_id, referral_id, delivery_id), expected, actor)
    if reason == DeliveryFailure.OTHER and not words:
        raise Invalid.field("words", "required", _("Say in words what went wrong."))
    if (
        delivery.state == DeliveryState.UNCLEAR
        and delivery.dispatch
        and not posting.say_lost(delivery.dispatch)
    ):
        raise errors.CopyFoundMeanwhile()
    was_sent = delivery.state == DeliveryState.SENT
    delivery.problem, delivery.words = reason, words or delivery.words
    _move(delivery, row, actor, reason=reason)
    if was_sent:
        referral = delivery.referral
        fails = permits.require_on_referral(ReferralVerb.FAIL_DELIVERY, referral, actor)
        move(referral, fails, actor, problem=reason)
    return delivery


@transaction.atomic
def say_left(
    case_id: UUID, referral_id: UUID, delivery_id: UUID, *, expected: int | None, actor: Actor
) -> Delivery:
    """A person found that an unclear mail left after all."""
    delivery, row = _required(DeliveryVerb.LEFT, (case_id, referral_id, delivery_id), expected, actor)
    dispatch = delivery.dispatch
    if dispatch is None or not posting.say_left(dispatch):
        raise errors.CopyFoundMeanwhile()
    delivery.sent_on = day_sent(delivery)
    _move(delivery, row, actor, sent_on=delivery.sent_on.isoformat())
    sending.left_already(delivery.referral, channel=delivery.channel, sent_on=delivery.sent_on, actor=actor)
    return delivery


@transaction.atomic
def send_again(
    case_id: UUID, referral_id: UUID, delivery_id: UUID, *, expected: int | None, actor: Actor
) -> Delivery:
    """A person decides that an unclear mail leaves once more, at the risk that it arrives twice. It keeps its
    Message-ID, by which a mail program can tell that it is the same."""
    delivery, row = _required(DeliveryVerb.SEND_AGAIN, (case_id, referral_id, delivery_id), expected, actor)
    if delivery.dispatch is None or not posting.send_again(delivery.dispatch):
        raise errors.CopyFoundMeanwhile()
    _move(delivery, row, actor)
    enqueue(delivery.pk, delivery.dispatch)
    return delivery


@transaction.atomic
def cancel(
    case_id: UUID, referral_id: UUID, delivery_id: UUID, *, expected: int | None, actor: Actor
) -> Delivery:
    """Stop it before it leaves. Raises BeingHandedOver for a mail that the worker has in its hands."""
    delivery, row = _required(DeliveryVerb.CANCEL, (case_id, referral_id, delivery_id), expected, actor)
    if delivery.dispatch is not None and not posting.cancel(delivery.dispatch):
        raise errors.BeingHandedOver()
    _move(delivery, row, actor)
    return delivery


def stop(referral: InstitutionReferral, actor: Actor) -> None:
    """What waits to leave with a held referral, or is to be brought by a person, does not leave any more.
    What is being handed over cannot be stopped: it will be told that it left."""
    for delivery in referral.deliveries.select_related("dispatch").select_for_update(of=("self",)):
        row = find(DELIVERY_TABLE, delivery.state, DeliveryVerb.CANCEL)
        if row is not None and (delivery.dispatch is None or posting.cancel(delivery.dispatch)):
            delivery.referral = referral
            _move(delivery, row, actor)


def enqueue(delivery_id: UUID, dispatch: Dispatch) -> None:
    """Let the worker hand the mail over when it is due; one job for a try, however often this is called."""
    enqueue_job(
        task_path=_POST_LETTER,
        args=[str(delivery_id)],
        max_attempts=_MOST_ATTEMPTS,
        run_after=dispatch.next_try_at,
        unique_key=f"post-letter:{delivery_id}:{dispatch.attempts}",
    )


def day_sent(delivery: Delivery) -> date:
    """The day on which a mail server took it, where the partner sits."""
    dispatch = delivery.dispatch
    moment = (dispatch.sent_at or dispatch.handed_over_at) if dispatch else None
    return clock.day_of(moment or clock.now(), delivery.referral.case.owner.time_zone)


def allowed(delivery: Delivery, actor: Actor) -> list[str]:
    """The steps that the actor's role allows now."""
    if not actor.may("refer_cases", delivery.referral.case.owner_id):
        return []
    rows = (row for row in DELIVERY_TABLE if not row.caused_by and delivery.state in row.sources)
    return [row.verb for row in rows]


def _channel_of(referral: InstitutionReferral, leaving: Leaving) -> InstitutionChannel | None:
    """Only ways that the directory knows: a mistyped address would carry the letter to a stranger."""
    running = running_channels(referral.institution, _KINDS[Channel(leaving.channel)])
    if leaving.institution_channel is None:
        return running[0] if running else None
    found = next((one for one in running if one.pk == leaving.institution_channel), None)
    if found is None:
        message = _("The institution has no such way that is open and fits.")
        raise Invalid.field("institution_channel", "unknown_channel", message)
    return found


def _address_mail(delivery: Delivery, actor: Actor) -> None:
    account, channel = account_of(delivery.referral.case.owner), delivery.institution_channel
    if account is None:
        raise errors.NoMailAccount()
    if channel is None:
        raise errors.NoAddress()
    delivery.dispatch = posting.new_dispatch(account, channel.value)
    delivery.state = DeliveryState.UNDER_WAY
    # Made while the referral is held: the worker, who makes the mail, does not hold it.
    token_of(delivery.referral)
    if settings.DOSJA_PUBLIC_ADDRESS:
        delivery.answer_link = new_link(delivery.referral, actor=actor)[1]


def _required(
    verb: str, ids: tuple[UUID, UUID, UUID], expected: int | None, actor: Actor
) -> tuple[Delivery, Transition]:
    """The delivery under its own referral, both held, and the table's row. Raises NotFound, NotAllowed,
    Stale, DeliveryWrongState."""
    case_id, referral_id, delivery_id = ids
    referral = locked(case_id, referral_id, actor, None)
    found = referral.deliveries.filter(pk=delivery_id)
    delivery = found.select_related("dispatch", "data_key").select_for_update(of=("self",)).first()
    if delivery is None:
        raise NotFound()
    delivery.referral = referral
    permits.require_permission("refer_cases", referral.case, actor)
    require_version(delivery.version, expected)
    row = find(DELIVERY_TABLE, delivery.state, verb)
    if row is None or row.caused_by:
        raise errors.DeliveryWrongState(state=delivery.state, verb=verb)
    return delivery, row


def _given_up(delivery: Delivery) -> bool:
    return delivery.dispatch is not None and posting.say_lost(delivery.dispatch)


def _proofs(referral: InstitutionReferral, ids: Sequence[UUID]) -> list[Attachment]:
    """Files of this very case, uploaded before."""
    if not ids:
        return []
    files = {one.pk: one for one in attachments_of(permits.complaint_of(referral.case))}
    if missing := [at for at, one in enumerate(ids) if one not in files]:
        raise Invalid.field(f"proofs.{missing[0]}", "unknown_file", _("The case has no such file."))
    return [files[one] for one in dict.fromkeys(ids)]


def _fresh(referral: InstitutionReferral) -> InstitutionReferral:
    """Without what is remembered of its deliveries."""
    getattr(referral, "_prefetched_objects_cache", {}).pop("deliveries", None)
    return referral


def _move(delivery: Delivery, row: Transition, actor: Actor, **facts: Any) -> None:
    move_delivery(delivery, row)
    tell_delivery(delivery, actor, row.verb, **facts)


def move_delivery(delivery: Delivery, row: Transition) -> None:
    """Take a held delivery along a row of its table. The way to the page for answers is kept no longer than
    a mail waits that carries it."""
    delivery.state = DeliveryState(row.target)
    if delivery.state not in (DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR):
        delivery.answer_link = None
    delivery.version += 1
    delivery.save()


def tell_delivery(delivery: Delivery, actor: Actor, verb: str, **facts: Any) -> None:
    """A line in the case's story."""
    tell(delivery.referral, actor, f"referral.delivery_{verb}", delivery=str(delivery.pk), **facts)
