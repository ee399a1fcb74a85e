"""What a cell says: a day in a chosen order, an amount of money, a list of words."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final


class DayOrder(StrEnum):
    """In which order day, month and year stand where all are numbers."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


_DATE: Final = re.compile(
    r"\s*(\d{1,4})\s*[./\-\s]\s*(\d{1,2})\s*[./\-\s]\s*(\d{1,4})\.?(?:[ T].*)?\s*", re.ASCII
)
_AMOUNT: Final = re.compile(r"\d{1,13}(?:\.\d{1,2})?", re.ASCII)
_BETWEEN_WORDS: Final = re.compile(r"[,;|\n]")
# A year of two digits: 00 to 69 is in this century.
_CENTURY_TURN: Final = 70
LARGEST_AMOUNT: Final = Decimal("9999999999.99")


def day_in(text: str, order: DayOrder) -> date | None:
    """The day; None where it is none. A year of four digits that stands first tells the order by itself."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    first, second, third = found.groups()
    if len(first) > 2:
        order = DayOrder.YMD
    parts = dict(zip(order.value, (first, second, third), strict=True))
    try:
        return date(_year(parts["y"]), int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def likely_order(texts: list[str]) -> DayOrder:
    """The order in which most of some texts are days; the day first where nothing speaks against it."""
    return max(
        DayOrder, key=lambda order: (sum(day_in(text, order) is not None for text in texts), order == "dmy")
    )


def amount_in(text: str) -> Decimal | None:
    """An amount as people write it: 1.200,50 or 1,200.50 or 1 200; None where it is none."""
    plain = re.sub(r"[^\d.,\-]", "", text)
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        whole, rest = plain[:last], plain[last + 1 :]
        # One sign before three digits parts thousands; before one or two it begins the cents.
        thousands = len(rest) == 3 and not (
            ("." in whole and "," in plain[last:]) or ("," in whole and "." in plain[last:])
        )
        whole = re.sub(r"[.,]", "", whole)
        plain = whole + rest if thousands else f"{whole}.{rest}"
    if not _AMOUNT.fullmatch(plain):
        return None
    amount = Decimal(plain)
    return amount if amount <= LARGEST_AMOUNT else None


def words_in(text: str) -> list[str]:
    """Words between commas, semicolons, bars or lines, each once."""
    return list(dict.fromkeys(word.strip() for word in _BETWEEN_WORDS.split(text) if word.strip()))
