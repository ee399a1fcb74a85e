"""Where a page ended: order, manner of search, sort value and id, as one opaque word."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.cases.page.orders import DAYS, Order
from backend.common.errors import Invalid

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_LAST: Final = int((datetime(9990, 1, 1, tzinfo=UTC) - _EPOCH) / _MICROSECOND)
_FORM: Final = re.compile(r"([a-z_-]{1,20}) ([a-z]{1,12}) ([0-9]{1,18}) ([0-9a-f]{32})", re.ASCII)
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows. It opens nothing: every row is checked again whoever wrote the cursor, so it
    is validated and not signed."""

    order: str
    manner: str
    value: datetime | date
    id: UUID

    def __str__(self) -> str:
        plain = f"{self.order} {self.manner} {_number(self.value)} {self.id.hex}"
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def read_cursor(text: str, order: Order, manners: tuple[str, ...]) -> Cursor:
    """The cursor that somebody sent. Raises Invalid unless it was given for this order and manner."""
    try:
        found = _FORM.fullmatch(_plain(text))
        if found is None or found[1] != order.name or found[2] not in manners:
            raise ValueError
        return Cursor(found[1], found[2], _value(int(found[3]), order), UUID(hex=found[4]))
    except (ValueError, OverflowError, binascii.Error):
        message = _("This page address is not valid any more.")
        raise Invalid.field("cursor", "invalid_cursor", message) from None


def _plain(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError
    return base64.b64decode(
        text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
    ).decode()


def _number(value: datetime | date) -> int:
    if isinstance(value, datetime):
        return max(0, (value - _EPOCH) // _MICROSECOND)
    return value.toordinal()


def _value(number: int, order: Order) -> datetime | date:
    if order.column in DAYS:
        return date.fromordinal(number)
    if number > _LAST:
        raise ValueError
    return _EPOCH + number * _MICROSECOND
