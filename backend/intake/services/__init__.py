"""The rules of taking complaints in."""

from backend.intake.services.answered import statement_answered
from backend.intake.services.doors import partner_of_form, partner_to_file_for
from backend.intake.services.drafts import file_draft
from backend.intake.services.filing import Filed, Prepared, file_complaint, file_prepared, prepare
from backend.intake.services.screening import Screening, form_subject
from backend.intake.services.statement import Statement, ToldConsent
from backend.intake.services.visits import purge_expired_visits

__all__ = [
    "Filed",
    "Prepared",
    "Screening",
    "Statement",
    "ToldConsent",
    "file_complaint",
    "file_draft",
    "file_prepared",
    "form_subject",
    "partner_of_form",
    "partner_to_file_for",
    "prepare",
    "purge_expired_visits",
    "statement_answered",
]
