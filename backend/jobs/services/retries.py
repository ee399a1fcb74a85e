"""How long a failed job waits: twice as long each time, not all at the same moment."""

import secrets
from datetime import timedelta

FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=6)
JITTER = 0.2

_chance = secrets.SystemRandom()

_DOUBLINGS = 10  # 30 s doubled ten times is past six hours; further doubling would only overflow


def base_delay(attempts: int) -> timedelta:
    """The delay after so many attempts, before chance."""
    doublings = min(max(attempts - 1, 0), _DOUBLINGS)
    return min(FIRST_DELAY * (1 << doublings), LONGEST_DELAY)


def retry_delay(attempts: int) -> timedelta:
    """The delay after so many attempts, a fifth shorter or longer by chance."""
    return base_delay(attempts) * _chance.uniform(1 - JITTER, 1 + JITTER)
