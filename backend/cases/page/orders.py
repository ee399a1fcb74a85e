"""The orders in which cases are listed; each is one that an index can walk."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from backend.cases.page.filters import IS_RUNNING
from backend.common.errors import Invalid


@dataclass(frozen=True, slots=True)
class Order:
    """A column and a direction; ties go by id in the same direction."""

    name: str
    column: str
    descending: bool

    @property
    def beyond(self) -> str:
        """The comparison that holds for rows after the cursor."""
        return "<" if self.descending else ">"

    def by(self, sort: str, id: str) -> str:
        direction = "DESC" if self.descending else "ASC"
        return f"ORDER BY {sort} {direction}, {id} {direction}"

    def present(self, alias: str) -> str | None:
        """In order of term stand only cases whose term runs; these words name the partial index."""
        if self.column != "due_at":
            return None
        return f"{alias}.due_at IS NOT NULL AND {alias}.state IN ({IS_RUNNING})"


_ALL: Final = (
    Order("-opened_at", "opened_at", True),
    Order("opened_at", "opened_at", False),
    Order("due_at", "due_at", False),
    Order("-due_at", "due_at", True),
)
ORDERS: Final = {order.name: order for order in _ALL}
NEWEST: Final = "-opened_at"
DAYS: Final = frozenset({"due_at", "due_on"})
"""Columns that hold a day and not a moment."""


def order_named(name: str) -> Order:
    """The order of this name. Raises Invalid."""
    if name not in ORDERS:
        raise Invalid.field("ordering", "invalid_choice", _("Cases cannot be listed in this order."))
    return ORDERS[name]
