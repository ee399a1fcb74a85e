"""Forgetting in time."""

from datetime import UTC

from django.db import transaction

from backend.common import clock
from backend.common.erasing import leave_no_trace
from backend.doorkeeping.models import Bucket, Spent, Tries
from backend.doorkeeping.services.buckets import forget_days_before


@transaction.atomic
def forget_what_is_over() -> int:
    """Destroy the keys of past days, the buckets of past hours, and what could not be used again anyway."""
    leave_no_trace()
    now = clock.now().astimezone(UTC)
    gone = forget_days_before(now.date())
    return gone + sum(
        kind._default_manager.filter(expires_at__lte=now).delete()[0] for kind in (Bucket, Spent, Tries)
    )
