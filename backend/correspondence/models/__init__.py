"""What a partner's letters look like, through which account they leave, and what became of each mail."""

from backend.correspondence.models.letters import (
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    Letterhead,
    LetterTemplate,
    validate_lines,
    validate_optional_labels,
)
from backend.correspondence.models.mail import Dispatch, MailAccount

__all__ = [
    "LONGEST_SUBJECT",
    "LONGEST_TEXT",
    "Dispatch",
    "LetterTemplate",
    "Letterhead",
    "MailAccount",
    "validate_lines",
    "validate_optional_labels",
]
