"""Mails that wait for somebody to say where they belong."""

from datetime import datetime
from typing import Final

from backend.mailroom.models import IncomingMail
from backend.partners.actors import Actor
from backend.partners.models import Partner

MOST_COUNTED: Final = 1_000
MOST_NEW: Final = 99
SHOWN_WITH: Final = ("partner", "data_key__partner_key", "decided_by", "answer__referral")
"""What a row in a list of mails needs beside the mail."""


def waiting_mails(
    actor: Actor, partner: Partner | None, *, most: int
) -> tuple[list[IncomingMail], int, bool]:
    """The first of them in order of arrival, how many there are up to a thousand, whether there are more."""
    waiting = IncomingMail.objects.waiting_for(actor)
    if partner is not None:
        waiting = waiting.filter(partner=partner)
    count = waiting.order_by()[: MOST_COUNTED + 1].count()
    rows = list(waiting.select_related(*SHOWN_WITH).order_by("arrived_at", "pk")[:most])
    return rows, min(count, MOST_COUNTED), count > MOST_COUNTED


def arrived_since(actor: Actor, since: datetime) -> tuple[int, bool]:
    """How many of them were taken since a moment, up to 99, and whether there are more."""
    waiting = IncomingMail.objects.waiting_for(actor).filter(taken_at__gt=since)
    count = waiting.order_by()[: MOST_NEW + 1].count()
    return min(count, MOST_NEW), count > MOST_NEW
