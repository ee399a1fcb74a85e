"""Wishes to be told of news: made, ended, and taken up at most once for each notice.

Nothing here leaves an audit line or an event: staff read both, and would learn who left an address.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import Invalid
from backend.complaints.models import ComplainantKind, Complaint
from backend.identity.errors import AskedTooOften
from backend.identity.models import NoticeWish
from backend.identity.services.addresses import checked_address
from backend.keyring.models import DataKey
from backend.keyring.services import destroy, new_data_key

Ending = NoticeWish.Ending
BETWEEN_NOTICES: Final = timedelta(hours=24)
MOST_ASKINGS: Final = 3
COUNTED_FOR: Final = timedelta(hours=24)


@transaction.atomic
def turn_on(*, complaint: Complaint, channel: str, address: str, understood: bool) -> NoticeWish:
    """The complainant wishes to be told at this address, in place of any other.

    Raises Invalid or AskedTooOften.
    """
    kept = checked_address(channel, address, country=complaint.partner.country)
    if complaint.complainant_kind == ComplainantKind.ANONYMOUS and not understood:
        message = _("Please confirm that you have read what this may tell about you.")
        raise Invalid.field("understood", "required", message)
    # The complaint is held, because a first wish has no row to hold yet.
    Complaint.objects.select_for_update().only("pk").get(pk=complaint.pk)
    wish = NoticeWish.objects.filter(complaint=complaint).first() or NoticeWish(complaint=complaint)
    _count_asking(wish)
    if wish.notice_key_id:
        _end(wish, Ending.OFF)
    # One key per complaint and purpose: the empty row of an earlier one makes room.
    DataKey.objects.filter(subject_id=complaint.pk, purpose=DataKey.Purpose.NOTICE).delete()
    wish.notice_key = new_data_key(
        partner_id=complaint.partner_id, subject_id=complaint.pk, purpose=DataKey.Purpose.NOTICE
    )
    wish.channel, wish.address, wish.language = channel, kept, complaint.language
    wish.asked_at = wish.seen_at = clock.now()
    wish.confirmed_at = wish.told_at = wish.ended_at = None
    wish.ended_because = ""
    wish.save()
    return wish


@transaction.atomic
def turn_off(*, complaint: Complaint) -> None:
    """The complainant wishes no notices any more; turning off twice changes nothing."""
    wish = NoticeWish.objects.select_for_update().filter(complaint=complaint).first()
    if wish is not None:
        _end(wish, Ending.OFF)


@transaction.atomic
def end_wish(wish_id: UUID, *, because: Ending) -> None:
    """End a wish for the complainant, who reads why on the receipt page."""
    wish = NoticeWish.objects.select_for_update().filter(pk=wish_id).first()
    if wish is not None and wish.ended_at is None:
        _end(wish, because)


def wish_of(complaint: Complaint) -> NoticeWish | None:
    """What was wished for a complaint, also where it has ended."""
    return NoticeWish.objects.filter(complaint=complaint).first()


def came_back(*, complaint: Complaint, at: datetime) -> None:
    """The receipt was opened at that moment: what came before is no news any more."""
    NoticeWish.objects.filter(complaint=complaint, ended_at__isnull=True, seen_at__lt=at).update(seen_at=at)


def may_be_told() -> QuerySet[NoticeWish]:
    """Running wishes whose holder was not told since the last look, and not within a day."""
    waited = Q(told_at__lt=F("seen_at"), told_at__lte=clock.now() - BETWEEN_NOTICES)
    return NoticeWish.objects.filter(Q(told_at__isnull=True) | waited, ended_at__isnull=True)


def to_be_confirmed() -> QuerySet[NoticeWish]:
    """Running wishes whose address was sent nothing yet."""
    return NoticeWish.objects.filter(ended_at__isnull=True, confirmed_at__isnull=True)


def held(wish_id: UUID) -> NoticeWish | None:
    """A running wish, held until the transaction ends; None where it has ended."""
    running = NoticeWish.objects.select_for_update(of=("self",)).filter(ended_at__isnull=True)
    return running.select_related("complaint__partner", "notice_key__partner_key").filter(pk=wish_id).first()


def note_trial(wish: NoticeWish, mark: str) -> None:
    """Note on a held wish that a notice (`told_at`) or its confirmation (`confirmed_at`) is sent now."""
    setattr(wish, mark, clock.now())
    wish.save(update_fields=[mark])


def take_back_trial(wish_id: UUID, mark: str, *, tried_at: datetime, before: datetime | None) -> None:
    """The trial certainly failed: the wish is as before it, unless it was changed meanwhile."""
    NoticeWish.objects.filter(pk=wish_id, **{mark: tried_at}).update(**{mark: before})


def _count_asking(wish: NoticeWish) -> None:
    now = clock.now()
    if now - wish.counted_since >= COUNTED_FOR:
        wish.asked_times, wish.counted_since = 0, now
    if wish.asked_times >= MOST_ASKINGS:
        left = wish.counted_since + COUNTED_FOR - now
        raise AskedTooOften(retry_after=max(1, int(left.total_seconds())))
    wish.asked_times += 1


def _end(wish: NoticeWish, because: Ending) -> None:
    """The address goes, by the destruction of its key as well: no copy of the database holds it any more."""
    if wish.ended_at is not None:
        return
    key = wish.notice_key
    wish.notice_key, wish.address = None, None
    wish.ended_at, wish.ended_because = clock.now(), because
    wish.save()
    if key is not None:
        destroy(key)
