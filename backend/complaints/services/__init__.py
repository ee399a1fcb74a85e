"""The rules of complaints, consents, messages and receipts."""

from backend.complaints.services.attachments import (
    attach,
    attachments_for_complainant,
    attachments_of,
    send_along,
)
from backend.complaints.services.complaints import erase_complaint, hold_complaint, record_complaint
from backend.complaints.services.consents import (
    ConsentGiven,
    consent_for_institution,
    consents_to_processing,
    consents_to_publication,
    give_consent,
    withdraw_all_consents,
    withdraw_consent,
)
from backend.complaints.services.issuing import issue
from backend.complaints.services.messages import (
    end_questions,
    has_open_question,
    latest_messages,
    mark_read,
    mark_read_until,
    open_questions,
    write_message,
)
from backend.complaints.services.receipts import (
    complaint_of_receipt,
    end,
    open_receipt,
    open_running_receipt,
)
from backend.complaints.services.satisfaction import Rating, keep_rating, rating_of
from backend.complaints.services.throttle import purge_old_throttles

__all__ = [
    "ConsentGiven",
    "Rating",
    "attach",
    "attachments_for_complainant",
    "attachments_of",
    "complaint_of_receipt",
    "consent_for_institution",
    "consents_to_processing",
    "consents_to_publication",
    "end",
    "end_questions",
    "erase_complaint",
    "give_consent",
    "has_open_question",
    "hold_complaint",
    "issue",
    "keep_rating",
    "latest_messages",
    "mark_read",
    "mark_read_until",
    "open_questions",
    "open_receipt",
    "open_running_receipt",
    "purge_old_throttles",
    "rating_of",
    "record_complaint",
    "send_along",
    "withdraw_all_consents",
    "withdraw_consent",
    "write_message",
]
