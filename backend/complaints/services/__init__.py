"""The rules of complaints, consents, messages and receipts."""

from backend.complaints.services.complaints import erase_complaint, hold_complaint, record_complaint
from backend.complaints.services.consents import (
    ConsentGiven,
    consent_for_institution,
    consents_to_processing,
    give_consent,
    withdraw_consent,
)
from backend.complaints.services.messages import latest_messages, write_message
from backend.complaints.services.receipts import (
    complaint_of_receipt,
    end,
    issue,
    open_receipt,
    open_running_receipt,
)
from backend.complaints.services.throttle import purge_old_throttles

__all__ = [
    "ConsentGiven",
    "complaint_of_receipt",
    "consent_for_institution",
    "consents_to_processing",
    "end",
    "erase_complaint",
    "give_consent",
    "hold_complaint",
    "issue",
    "latest_messages",
    "open_receipt",
    "open_running_receipt",
    "purge_old_throttles",
    "record_complaint",
    "withdraw_consent",
    "write_message",
]
