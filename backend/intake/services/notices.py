"""Notices to complainants who asked for them: "there is news", never what, about whom, or which number.

A notice goes out at most once. That it is being sent is written down and committed before the first byte
leaves; a worker that is killed in between, or a connection that breaks when all was handed over, may cost a
notice and never sends one twice. Who gets none still finds the news behind the receipt; whose telephone rings
twice may have to explain it.
"""

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, CaseEvent
from backend.cases.stages import State
from backend.common import clock
from backend.common.errors import Invalid
from backend.common.mailing import (
    MailDelayedError,
    MailRefusedError,
    MailUnclearError,
    mail_is_on,
    send_plain,
)
from backend.common.texting import (
    TextDelayedError,
    TextRefusedError,
    TextUnclearError,
    send_text,
    texting_is_on,
)
from backend.complaints.models import Complaint, Message
from backend.identity.models import NoticeWish
from backend.identity.services import notices
from backend.keyring.errors import KeyDestroyed
from backend.partners.actors import ActorKind

logger = logging.getLogger("dosja.notices")
Channel = NoticeWish.Channel
WORDS: Final = Path(__file__).resolve().parents[1] / "data" / "notices.toml"
QUIET_FROM: Final = time(21)
QUIET_UNTIL: Final = time(8)
# What a complainant waits for. A question arrives as a message; what they did themselves is no news to them.
TOLD_STATES: Final = (
    State.OPEN,
    State.REFERRED,
    State.RESPONSE_REVIEW,
    State.ESCALATED,
    State.RESOLVED,
    State.INADMISSIBLE,
    State.DUPLICATE,
    State.REOPENED,
)
RECEIPT_HANDED_OUT: Final = "case.receipt_handed_out"
OVER: Final = (State.CLOSED, State.INADMISSIBLE, State.DUPLICATE, State.WITHDRAWN)


@dataclass(frozen=True, slots=True, repr=False)
class _Trial:
    """One message that is about to leave, and how to take its mark back. It has no readable repr."""

    wish_id: UUID
    channel: str
    address: str
    words: Mapping[str, str]
    mark: str
    tried_at: datetime
    before: datetime | None


def channels_offered() -> list[str]:
    """The ways in which this installation can send notices."""
    ways = ((Channel.EMAIL, mail_is_on()), (Channel.SMS, texting_is_on()))
    return [channel.value for channel, is_on in ways if is_on]


def ask_for_notices(*, complaint: Complaint, channel: str, address: str, understood: bool) -> NoticeWish:
    """Turn notices on, for whoever holds the receipt. Raises Invalid or AskedTooOften."""
    if channel not in channels_offered():
        raise Invalid.field("channel", "not_offered", _("Notices cannot be sent this way."))
    return notices.turn_on(complaint=complaint, channel=channel, address=address, understood=understood)


@dataclass(frozen=True, slots=True)
class NoticeState:
    """How notices stand, for whoever holds the receipt. The address is not among it: the receipt may lie open
    before other eyes."""

    offered: list[str]
    channel: str | None
    since: datetime | None
    ended_because: str


def stop_notices(*, complaint: Complaint) -> None:
    """Turn notices off, for whoever holds the receipt."""
    notices.turn_off(complaint=complaint)


def looked_in(*, complaint: Complaint, at: datetime) -> None:
    """The receipt was open at that moment: whoever wished to be told has seen what there is."""
    notices.came_back(complaint=complaint, at=at)


def state_of_notices(complaint: Complaint) -> NoticeState:
    """Whether notices are on, which way they go, and why they ended."""
    wish = notices.wish_of(complaint)
    running = wish is not None and wish.ended_at is None
    return NoticeState(
        offered=channels_offered(),
        channel=wish.channel if wish is not None and running else None,
        since=wish.asked_at if wish is not None and running else None,
        ended_because=wish.ended_because if wish is not None else "",
    )


def wishes_to_serve() -> list[UUID]:
    """Wishes for which something is to be sent now: a first message to a new address, or news by day."""
    new = set(notices.to_be_confirmed().values_list("pk", flat=True))
    waiting = [wish for wish in _with_news() if not is_quiet(wish.complaint.partner.time_zone)]
    return sorted(new | {wish.pk for wish in waiting})


def serve(wish_id: UUID) -> None:
    """Send what a wish waits for, if anything. Raises MailDelayedError or TextDelayedError: try again later.

    Not to be called inside a transaction: that it is being sent must be on the disk before it is.
    """
    trial = _begun(wish_id)
    if trial is None:
        return
    try:
        _hand_over(trial)
    except (MailUnclearError, TextUnclearError):
        logger.warning("notice.unclear channel=%s", trial.channel)
    except (MailDelayedError, TextDelayedError):
        notices.take_back_trial(trial.wish_id, trial.mark, tried_at=trial.tried_at, before=trial.before)
        raise
    except (MailRefusedError, TextRefusedError):
        logger.info("notice.refused channel=%s", trial.channel)
        notices.end_wish(trial.wish_id, because=NoticeWish.Ending.REFUSED)


def end_wishes_of_ended_cases(*, before: datetime) -> int:
    """Destroy addresses whose case was over before a moment and has rested since. Says how many."""
    stirred = CaseEvent.objects.filter(case=OuterRef("pk"), at__gte=before)
    wished = NoticeWish.objects.filter(ended_at__isnull=True).values("complaint")
    over = Case.objects.filter(complaint__in=wished, state__in=OVER).exclude(Exists(stirred))
    found = NoticeWish.objects.filter(ended_at__isnull=True, complaint__in=over.values("complaint"))
    ended = list(found.values_list("pk", flat=True))
    for wish_id in ended:
        notices.end_wish(wish_id, because=NoticeWish.Ending.OVER)
    return len(ended)


def is_quiet(time_zone: str) -> bool:
    """Whether it is night where the partner is."""
    now = clock.now().astimezone(ZoneInfo(time_zone)).time()
    return now >= QUIET_FROM or now < QUIET_UNTIL


@transaction.atomic
def _begun(wish_id: UUID) -> _Trial | None:
    wish = notices.held(wish_id)
    mark = _waits_for(wish) if wish is not None else None
    if wish is None or mark is None:
        return None
    try:
        address = str(wish.address)
    except KeyDestroyed:
        # The case was erased; the address with it.
        notices.end_wish(wish.pk, because=NoticeWish.Ending.OVER)
        return None
    before = getattr(wish, mark)
    notices.note_trial(wish, mark)
    kind = "confirmation" if mark == "confirmed_at" else "news"
    words = _words()[kind][wish.language]
    return _Trial(wish.pk, wish.channel, address, words, mark, getattr(wish, mark), before)


def _waits_for(wish: NoticeWish) -> str | None:
    """The mark of what is to be sent: looked at again under the lock, for a job may be late."""
    if wish.confirmed_at is None:
        return "confirmed_at"
    by_day = not is_quiet(wish.complaint.partner.time_zone)
    return "told_at" if by_day and _with_news(wish.pk) else None


def _hand_over(trial: _Trial) -> None:
    if trial.channel == Channel.EMAIL:
        send_plain(trial.address, trial.words["subject"], f"{trial.words['text']}\n")
    else:
        send_text(trial.address, trial.words["short"])


def _with_news(wish_id: UUID | None = None) -> list[NoticeWish]:
    """Wishes that may be told and have something to be told."""
    wishes = notices.may_be_told().select_related("complaint__partner")
    if wish_id is not None:
        wishes = wishes.filter(pk=wish_id)
    # Two questions and not one with "or", which SQLite answers by reading whole tables.
    found = {wish.pk: wish for news in _news() for wish in wishes.filter(Exists(news))}
    return list(found.values())


def _news() -> tuple[QuerySet[Any], ...]:
    written = Message.objects.filter(
        complaint=OuterRef("complaint"),
        sender=Message.Sender.PARTNER,
        read_at__isnull=True,
        sent_at__gt=OuterRef("seen_at"),
    )
    moved = CaseEvent.objects.filter(
        case__complaint=OuterRef("complaint"), to_state__in=TOLD_STATES, at__gt=OuterRef("seen_at")
    )
    # Somebody asked for a new receipt: whoever has the old one can stop it for two days.
    handed_out = CaseEvent.objects.filter(
        case__complaint=OuterRef("complaint"), action=RECEIPT_HANDED_OUT, at__gt=OuterRef("seen_at")
    )
    return written, moved.exclude(actor_kind=ActorKind.COMPLAINANT), handed_out


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    with WORDS.open("rb") as file:
        return tomllib.load(file)
