"""Guessing slowed down: a few wrong tries are free, then each makes the next one wait longer."""

from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import transaction

from backend.common import clock
from backend.doorkeeping.models import Tries
from backend.doorkeeping.services import buckets

FREE: Final = 5
_FIRST_WAIT: Final = 15
_LONGEST_WAIT: Final = 15 * 60
_REMEMBERED: Final = timedelta(hours=24)


@transaction.atomic
def begin_try(kind: str, subject: str, *, free: int = FREE) -> int:
    """Seconds that the subject still has to wait; 0 lets it try, and the try is wrong until it `succeeded`.

    Counted before it is known how the try ends, so that many at the same moment are not all the first.
    """
    tries = _held(_digest_of(kind, subject))
    # Only now: of several at once, another's free try would lie a moment ahead of ours.
    now = clock.now()
    if tries.not_before > now:
        return max(1, round((tries.not_before - now).total_seconds()))
    tries.wrong += 1
    tries.not_before = _next_try(now, tries.wrong, free)
    tries.expires_at = now + _REMEMBERED
    tries.save()
    return 0


def _held(digest: str) -> Tries:
    """The row, there and locked by one statement: between two, another's success could take it away."""
    now = clock.now()
    new = Tries(digest=digest, not_before=now, expires_at=now + _REMEMBERED)
    Tries.objects.bulk_create(
        [new], update_conflicts=True, unique_fields=["digest"], update_fields=["expires_at"]
    )
    return Tries.objects.get(pk=digest)


def succeeded(kind: str, subject: str) -> None:
    """The last try was right: what was wrong before is forgotten."""
    Tries.objects.filter(pk=_digest_of(kind, subject)).delete()


def _next_try(now: datetime, wrong: int, free: int) -> datetime:
    if wrong < free:
        return now
    # The exponent is cut off, or somebody who tries for a day makes a number without end.
    return now + timedelta(seconds=min(_FIRST_WAIT * 2 ** min(wrong - free, 10), _LONGEST_WAIT))


def _digest_of(kind: str, subject: str) -> str:
    return buckets.digest_of(f"tries {kind}", subject, clock.now().astimezone(UTC).date())
