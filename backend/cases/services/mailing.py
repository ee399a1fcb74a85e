"""The worker's part of a delivery by mail: made ready, handed over, followed by its referral."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from backend.cases.models import Case, Delivery, InstitutionReferral
from backend.cases.services import answer_links, deliveries, permits, sending
from backend.cases.services.deliveries import day_sent, move_delivery, tell_delivery
from backend.cases.services.enclosures import opened
from backend.cases.services.reply_tokens import address_for_answers, token_of
from backend.cases.stages import (
    DELIVERY_TABLE,
    RUNNING,
    DeliveryState,
    DeliveryVerb,
    Guard,
    ReferralVerb,
    find,
)
from backend.common import clock
from backend.common.errors import Problem
from backend.common.languages import Language
from backend.correspondence.covering import Covering, CoveringPart, subject_of, text_of
from backend.correspondence.mails import Attached, Mail
from backend.correspondence.models import Dispatch
from backend.correspondence.services import posting
from backend.correspondence.services.accounts import account_of
from backend.correspondence.services.posting import UnfitError
from backend.correspondence.stages import DispatchState, MailProblem
from backend.directory.services.channels import note_trouble
from backend.files.kinds import KINDS
from backend.partners.actors import Actor

LETTER_FILE: Final = "1-letter.pdf"
_US: Final = Actor.system()
_ON_THE_WAY: Final = (DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR)
# Its job should have run long ago: it was given up, or got lost.
_FORGOTTEN_AFTER: Final = timedelta(minutes=10)
_ENDED: Final = {
    DispatchState.REFUSED: DeliveryVerb.CAME_BACK,
    DispatchState.FAILED: DeliveryVerb.CAME_BACK,
    DispatchState.BOUNCED: DeliveryVerb.CAME_BACK,
    DispatchState.UNCLEAR: DeliveryVerb.LOST_SIGHT,
    DispatchState.SENT: DeliveryVerb.TAKEN,
}


def post(delivery_id: UUID) -> None:
    """Hand the mail of a delivery over, and let its referral follow; or try again later."""
    delivery = Delivery.objects.filter(pk=delivery_id, state__in=_ON_THE_WAY).first()
    if delivery is None or delivery.dispatch_id is None:
        return
    dispatch = posting.hand_over(
        delivery.dispatch_id,
        partial(_compose, delivery_id),
        still_wanted=partial(_still_wanted, delivery_id),
    )
    follow(delivery_id)
    if dispatch.state == DispatchState.WAITING:
        deliveries.enqueue(delivery_id, dispatch)


def take_up() -> int:
    """What no job came back for: mails settled otherwise, lost or forgotten. How many there were."""
    posting.settle_lost()
    settled, forgotten = list(_settled()), list(_forgotten())
    for delivery_id in settled:
        follow(delivery_id)
    for delivery in forgotten:
        if delivery.dispatch is not None:
            deliveries.enqueue(delivery.pk, delivery.dispatch)
    return len(settled) + len(forgotten)


@transaction.atomic
def follow(delivery_id: UUID) -> None:
    """What became of a mail becomes of its delivery and its referral. Doing it twice changes nothing."""
    delivery = _held(delivery_id)
    if delivery.dispatch is None:
        return
    verb = _ENDED.get(DispatchState(delivery.dispatch.state))
    row = find(DELIVERY_TABLE, delivery.state, verb) if verb else None
    if row is None:
        return
    if verb == DeliveryVerb.CAME_BACK:
        _come_back(delivery)
        return
    facts = {}
    if verb == DeliveryVerb.TAKEN:
        delivery.sent_on = day_sent(delivery)
        facts = {"sent_on": delivery.sent_on.isoformat()}
    move_delivery(delivery, row)
    tell_delivery(delivery, _US, row.verb, **facts)
    if delivery.sent_on:
        sending.left_already(delivery.referral, channel=delivery.channel, sent_on=delivery.sent_on, actor=_US)


@transaction.atomic
def note_bounce(message_id: str, status: str, permanent: bool, actor: Actor, *, recipient: str = "") -> bool:
    """A server reports that a mail of ours did not arrive, or not yet. Whether it is one of ours.

    `recipient`: whom the report names. One about our own copy says nothing of the institution.
    """
    found = Delivery.objects.filter(dispatch__message_id=message_id)
    ids = found.values_list("pk", "dispatch__to_address", "dispatch__account__address").first()
    if ids is None:
        return False
    delivery_id, to_address, own_address = ids
    if recipient and recipient.lower() == (own_address or "").lower() != to_address.lower():
        return True
    delivery = _held(delivery_id)
    if not permanent:
        tell_delivery(delivery, actor, "delayed", status=_numbers(status))
    elif delivery.dispatch and posting.note_bounce(delivery.dispatch, _numbers(status)):
        _come_back(delivery)
    return True


def _come_back(delivery: Delivery) -> None:
    """It was refused, given up or returned: the channel is flagged where it is to blame."""
    row = find(DELIVERY_TABLE, delivery.state, DeliveryVerb.CAME_BACK)
    if row is None or delivery.dispatch is None:
        return
    problem, status = delivery.dispatch.problem, delivery.dispatch.smtp_status
    delivery.problem = problem
    move_delivery(delivery, row)
    tell_delivery(delivery, _US, row.verb, problem=problem, status=_numbers(status))
    sending.came_back(delivery.referral, actor=_US, problem=problem)
    if delivery.institution_channel_id and _is_of_the_address(problem, status):
        note_trouble(delivery.institution_channel_id, actor=_US)


def _is_of_the_address(problem: str, status: str) -> bool:
    """Not where the server speaks of policy (x.7.x), of the network (x.4.x) or of the mail itself (x.6.x)."""
    enhanced = next((word for word in status.split() if "." in word), "")
    other = enhanced[2:4] in ("4.", "6.", "7.")
    return problem in (MailProblem.RECIPIENT_REFUSED, MailProblem.BOUNCED) and not other


def _numbers(status: str) -> str:
    """`550-5.1.1`: what is told of a server's words."""
    return re.sub(r"[^0-9.]+", "-", status)[:20]


def _still_wanted(delivery_id: UUID) -> bool:
    """In the transaction that gives the mail away, the case held: nothing stands against it now."""
    delivery = _held(delivery_id)
    if delivery.state != DeliveryState.UNDER_WAY:
        return False
    row, problem = find(DELIVERY_TABLE, delivery.state, DeliveryVerb.STOPPED), _against(delivery)
    if problem is None or row is None:
        return problem is None
    delivery.problem = problem
    move_delivery(delivery, row)
    tell_delivery(delivery, _US, row.verb, problem=problem)
    return False


def _against(delivery: Delivery) -> str | None:
    """A code for what changed since the mail was released: consent, the state of the case, the dossier."""
    referral = delivery.referral
    if referral.case.state not in RUNNING:
        return "case.wrong_state"
    if delivery.dossier_id is None or referral.dossier_id != delivery.dossier_id:
        return "referral.letter_not_kept"
    try:
        permits.require_on_referral(
            ReferralVerb.SEND, referral, _US, lifted=frozenset({Guard.NOTHING_UNDER_WAY})
        )
    except Problem as problem:
        return problem.code
    return None


def _compose(delivery_id: UUID, dispatch: Dispatch) -> Mail:
    """The mail, from what was frozen and from nothing else. Raises UnfitError."""
    found = Delivery.objects.select_related(
        "referral__case__owner", "dossier__data_key__partner_key", "data_key__partner_key"
    )
    delivery = found.get(pk=delivery_id)
    referral, dossier = delivery.referral, delivery.dossier
    account = account_of(referral.case.owner)
    if dossier is None or account is None:
        raise UnfitError("letter_not_kept")
    content = dossier.content
    files = tuple(_attached(referral.case, one) for one in content["attachments"])
    parts = [
        CoveringPart(Language(part["language"]), part["sender"], part["signatory"])
        for part in content["parts"]
    ]
    covering = Covering(
        reference=content["reference"],
        written_on=date.fromisoformat(content["written_on"]),
        parts=parts,
        letter_file=LETTER_FILE,
        files=[one.name for one in files],
        token=token_of(referral),
        **_answer_page(delivery),
    )
    return Mail(
        subject=subject_of(covering),
        text=text_of(covering),
        language=parts[0].language,
        attachments=(Attached(LETTER_FILE, "application/pdf", dossier.letter), *files),
        reply_to=address_for_answers(referral, account),
    )


def _answer_page(delivery: Delivery) -> dict[str, Any]:
    """Where the institution can answer, and until when; nothing where no such page was made."""
    if not delivery.answer_link or not settings.DOSJA_PUBLIC_ADDRESS:
        return {}
    made_on = clock.day_of(delivery.created_at, delivery.referral.case.owner.time_zone)
    link = settings.DOSJA_PUBLIC_ADDRESS + delivery.answer_link
    return {"link": link, "link_until": made_on + timedelta(days=answer_links.DAYS)}


def _attached(case: Case, kept: dict[str, str]) -> Attached:
    """The clean copy that was frozen, under a name of ours. Raises UnfitError where it is another by now."""
    content = opened(case, kept)
    if content is None:
        raise UnfitError("enclosure_changed")
    return Attached(attachment_name(kept), kept["media_type"], content)


def attachment_name(kept: dict[str, str]) -> str:
    """`2-attachment.jpg`: the letter is number one, and names of files give people away."""
    kind = KINDS.get(kept["media_type"])
    return f"{int(kept['number']) + 1}-attachment.{kind.extensions[0] if kind else 'bin'}"


def _held(delivery_id: UUID) -> Delivery:
    """The delivery with its case and referral, all held, in the order of every step."""
    at = Delivery.objects.values_list("referral_id", "referral__case_id").get(pk=delivery_id)
    case = Case.objects.select_related("owner", "complaint").select_for_update(of=("self",)).get(pk=at[1])
    referral = (
        InstitutionReferral.objects.select_related("institution", "deadline_rule", "consent", "data_key")
        .select_for_update(of=("self",))
        .get(pk=at[0])
    )
    referral.case = case
    delivery = (
        Delivery.objects.select_related("dispatch", "data_key")
        .select_for_update(of=("self",))
        .get(pk=delivery_id)
    )
    delivery.referral = referral
    return delivery


def _settled() -> Iterator[UUID]:
    """Open deliveries whose mail is further than they are."""
    ended = [state for state in _ENDED if state != DispatchState.UNCLEAR]
    unclear = Q(state=DeliveryState.UNDER_WAY, dispatch__state=DispatchState.UNCLEAR)
    found = Delivery.objects.filter(
        unclear | Q(state__in=_ON_THE_WAY, dispatch__state__in=ended), dispatch__isnull=False
    )
    yield from found.values_list("pk", flat=True)


def _forgotten() -> Iterator[Delivery]:
    long_ago = clock.now() - _FORGOTTEN_AFTER
    waiting = Q(dispatch__state=DispatchState.WAITING, dispatch__next_try_at__lt=long_ago)
    yield from Delivery.objects.filter(waiting, state=DeliveryState.UNDER_WAY).select_related("dispatch")
