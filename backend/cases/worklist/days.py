"""Working days of a partner's people, counted forwards and backwards."""

from collections.abc import Callable
from datetime import date, timedelta

DAY = timedelta(days=1)
IsWorking = Callable[[date], bool]


def working_days_after(day: date, number: int, is_working: IsWorking) -> date:
    """The working day that many after a day, which is day 0."""
    for _count in range(number):
        day += DAY
        while not is_working(day):
            day += DAY
    return day


def working_days_before(day: date, number: int, is_working: IsWorking) -> date:
    """The working day that many before a day."""
    for _count in range(number):
        day -= DAY
        while not is_working(day):
            day -= DAY
    return day
