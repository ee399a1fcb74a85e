"""The rules of taking complaints in."""

from backend.intake.services.filing import Filed, file_complaint
from backend.intake.services.statement import Statement, ToldConsent

__all__ = ["Filed", "Statement", "ToldConsent", "file_complaint"]
