"""The rules of collecting in the field."""

from backend.collecting.services.accesses import end_access, kept_partner, make_access
from backend.collecting.services.entering import Entered, enter
from backend.collecting.services.receipts import give_receipt
from backend.collecting.services.taking import Taken, take

__all__ = [
    "Entered",
    "Taken",
    "end_access",
    "enter",
    "give_receipt",
    "kept_partner",
    "make_access",
    "take",
]
