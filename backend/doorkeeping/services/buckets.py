"""Counting per hour without knowing whom: under a random key of the day, which nobody has afterwards."""

import hashlib
import hmac
import json
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.db import connection, transaction

from backend.common import clock, crypto
from backend.common.crypto import SealBroken
from backend.common.erasing import leave_no_trace
from backend.doorkeeping.models import Bucket, DayKey

_HOUR: Final = timedelta(hours=1)


@transaction.atomic
def count(kind: str, sender: str) -> int:
    """Count one more of a kind from a sender in this hour; how many that makes, this one included.

    Rolled back with the caller's transaction: what was not taken in is not counted.
    """
    now = clock.now().astimezone(UTC)
    hour = now.replace(minute=0, second=0, microsecond=0)
    # The hour is part of what is digested: two hours of one sender do not look alike either.
    return _one_more(_digest([kind, hour.isoformat(), sender], now.date()), hour + _HOUR)


def digest_of(kind: str, subject: str, day: date) -> str:
    """What stands for a subject on one day, and leads to nobody when that day's key is gone."""
    return _digest([kind, subject], day)


def _digest(counted: list[str], day: date) -> str:
    # Not crypto.keyed_digest: that remembers what it derives, and this key must be forgotten with its day.
    return hmac.new(_key_of(day), json.dumps(counted).encode(), hashlib.sha256).hexdigest()


def _one_more(digest: str, expires_at: datetime) -> int:
    """One statement, so that of many at the same moment none is lost."""
    table = connection.ops.quote_name(Bucket._meta.db_table)
    expiry = Bucket._meta.get_field("expires_at").get_db_prep_save(expires_at, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (digest, count, expires_at) VALUES (%s, 1, %s)"  # noqa: S608  # our own table's name
            f" ON CONFLICT (digest) DO UPDATE SET count = {table}.count + 1 RETURNING count",
            [digest, expiry],
        )
        return int(cursor.fetchone()[0])


def _key_of(day: date) -> bytes:
    known = DayKey.objects.filter(pk=day).first()
    if known is not None and (opened := _opened(known)) is not None:
        return opened
    if known is not None:
        # The root key was replaced. Nobody is turned away for that: counting begins anew.
        known.delete()
    return _begin(day)


def _begin(day: date) -> bytes:
    """The first count of a day makes its key, and destroys those of the days before."""
    forget_days_before(day)
    made = DayKey(day=day, sealed=crypto.seal(_sealing_key(), crypto.new_key(), _place(day)))
    # Two first counts at the same moment: one inserts, the other waits for it and inserts nothing.
    DayKey.objects.bulk_create([made], ignore_conflicts=True)
    kept = _opened(DayKey.objects.get(pk=day))
    if kept is None:
        raise SealBroken()
    return kept


def forget_days_before(day: date) -> int:
    """Destroy the keys of days that are over. Says how many."""
    leave_no_trace()
    return DayKey.objects.filter(day__lt=day).delete()[0]


def _opened(kept: DayKey) -> bytes | None:
    for root in crypto.root_keys():
        try:
            return crypto.open_sealed(_sealing_key(root), bytes(kept.sealed), _place(kept.day))
        except SealBroken:
            continue
    return None


def _sealing_key(root: crypto.RootKey | None = None) -> bytes:
    return crypto.subkey("doorkeeping day key", root)


def _place(day: date) -> bytes:
    return crypto.aad("day-key", day.isoformat())
