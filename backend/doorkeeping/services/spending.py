"""What may be used once is remembered by a digest until it runs out."""

from datetime import datetime

from django.db import IntegrityError, transaction

from backend.common import crypto
from backend.doorkeeping.models import Spent


def spend_once(kind: str, mark: str, *, until: datetime) -> bool:
    """Whether this is the first use. Rolled back with the caller's transaction: what failed may come again.

    Of two uses at the same moment the second waits for the first to commit.
    """
    digest = crypto.digest(f"doorkeeping spent {kind}", mark)
    if Spent.objects.filter(pk=digest).exists():
        return False
    try:
        with transaction.atomic():
            Spent.objects.create(digest=digest, expires_at=until)
    except IntegrityError:
        return False
    return True
