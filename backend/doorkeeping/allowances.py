"""How much a caller may ask for: a bucket that fills steadily, and a number for the day. In whole numbers."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

# Debts are counted in units of a point times milliseconds in a minute: no rounding, whatever the rate.
_MINUTE: Final = 60_000
# A clock that was set back by more than this begins anew; by less, the bucket waits for it.
_CLOCK_SLIP: Final = _MINUTE


@dataclass(frozen=True, slots=True)
class Allowance:
    """A bucket holds `burst` points and gets `per_minute` back; `per_day` may be spent. None: without end."""

    burst: int
    per_minute: int
    per_day: int | None = None

    @property
    def window(self) -> int:
        """Seconds in which an empty bucket is full again."""
        return max(1, -(-self.burst * 60 // self.per_minute))


@dataclass(frozen=True, slots=True)
class Account:
    """What is remembered of a caller: the debt of the bucket at a moment, and what a day has cost so far."""

    debt: int = 0
    at: int = 0
    day: int = 0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands after asking. `wait`: 0 where it was let in, else seconds until it would be."""

    allowance: Allowance
    left: int
    full_in: int
    left_today: int | None
    day_ends_in: int
    wait: int = 0
    is_for_the_day: bool = False


def spend(account: Account, cost: int, allowance: Allowance, now: datetime) -> tuple[Account, Standing]:
    """The account and the standing after a request. What is refused costs nothing."""
    account = _brought_forward(account, allowance, now)
    charged = replace(account, debt=account.debt + cost * _MINUTE, used=account.used + cost)
    over = charged.debt - allowance.burst * _MINUTE
    if allowance.per_day is not None and charged.used > allowance.per_day:
        standing = _standing(account, allowance, now)
        return account, replace(standing, wait=standing.day_ends_in, is_for_the_day=True)
    if over > 0:
        wait = -(-over // (allowance.per_minute * 1000))
        return account, replace(_standing(account, allowance, now), wait=wait)
    return charged, _standing(charged, allowance, now)


def day_of(moment: datetime) -> int:
    """Days are those of UTC: all callers' begin at once, wherever the server stands."""
    return moment.astimezone(UTC).toordinal()


def _brought_forward(account: Account, allowance: Allowance, now: datetime) -> Account:
    moment, today = int(now.timestamp() * 1000), day_of(now)
    at = account.at if account.at - moment <= _CLOCK_SLIP else moment
    debt = max(0, account.debt - max(0, moment - at) * allowance.per_minute)
    return Account(debt, max(at, moment), today, account.used if account.day == today else 0)


def _standing(account: Account, allowance: Allowance, now: datetime) -> Standing:
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    per_day = allowance.per_day
    return Standing(
        allowance,
        # A limit that was lowered leaves more debt than the bucket holds.
        left=max(0, allowance.burst - -(-account.debt // _MINUTE)),
        full_in=-(-account.debt // (allowance.per_minute * 1000)),
        left_today=None if per_day is None else max(0, per_day - account.used),
        day_ends_in=-(-int((midnight - now).total_seconds() * 1000) // 1000),
    )
