"""Wrong tries with a receipt number slow that number down: for a while, never for good, existing or not."""

from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final

from django.db import transaction

from backend.common import clock
from backend.complaints.errors import ReceiptMustWait
from backend.complaints.models import ReceiptThrottle
from backend.complaints.receipt_codes import number_digest
from backend.doorkeeping.services import proofs

FREE_TRIES: Final = 5
FIRST_DELAY: Final = timedelta(seconds=2)
LONGEST_DELAY: Final = timedelta(minutes=15)
FORGIVES_ONE: Final = timedelta(hours=1)
FORGIVES_ALL: Final = timedelta(days=1)
PURPOSE: Final = "receipt"


def count_try(number: str, proof: str = "") -> None:
    """Take one try for a number. Raises ReceiptMustWait while the number rests, unless a proof of work comes
    with the try: then somebody else's wrong tries cost its holder a moment of computing instead of a wait.

    A try counts before its secret is looked at, in a transaction of its own: a hundred guesses sent at once
    cannot all slip through before the first is found wrong, and no later failure takes the count back.
    During the delay the right secret has to wait like a wrong one: answering it would mean to spend the slow
    hash on every guess, and a guesser would lose nothing by never waiting.
    """
    # Durable: inside the transaction of a request that fails, the count would be rolled back with it.
    with transaction.atomic(durable=True):
        throttle, is_first = ReceiptThrottle.objects.select_for_update().get_or_create(
            number_digest=number_digest(number), defaults={"failures": 1, "open_again_at": clock.now()}
        )
        if is_first:
            return
        # Asked after the wait for the row: whoever held it may have counted later than this try came.
        now = clock.now()
        # Spent in this transaction, so that it is gone with the try for which it was taken.
        if throttle.open_again_at > now and not proofs.spend(proof, purpose=PURPOSE):
            raise _must_wait(throttle.open_again_at - now)
        throttle.failures = remembered(throttle.failures, throttle.open_again_at, now) + 1
        throttle.open_again_at = now + delay_after(throttle.failures)
        throttle.save(update_fields=["failures", "open_again_at"])


def new_challenge() -> dict[str, Any]:
    """A puzzle whose solution lets one try through while a number rests."""
    return proofs.new_challenge(purpose=PURPOSE)


def _must_wait(rest: timedelta) -> ReceiptMustWait:
    return ReceiptMustWait(retry_after=ceil(rest.total_seconds()), challenge=new_challenge())


def forget_tries(number: str) -> None:
    """The receipt was opened: whatever was wrong before is forgiven."""
    ReceiptThrottle.objects.filter(number_digest=number_digest(number)).delete()


def purge_old_throttles() -> int:
    """Clear away what is forgiven anyway. Says how many rows went."""
    gone, _ = ReceiptThrottle.objects.filter(open_again_at__lt=clock.now() - FORGIVES_ALL).delete()
    return gone


def delay_after(tries: int) -> timedelta:
    """How long a number rests after so many tries: 2 s after the fifth, then doubled, at most 15 minutes."""
    if tries < FREE_TRIES:
        return timedelta()
    doublings = min(tries - FREE_TRIES, 9)  # beyond that it is the longest delay anyway
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def remembered(tries: int, open_again_at: datetime, now: datetime) -> int:
    """How many of the tries still count: each quiet hour forgives one, a quiet day all."""
    # With a proof of work a try comes before the number has rested: nothing was quiet then.
    quiet = max(now - open_again_at, timedelta())
    return 0 if quiet > FORGIVES_ALL else max(0, tries - quiet // FORGIVES_ONE)
