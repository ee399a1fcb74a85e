"""What several tables of the directory have in common."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common.languages import validate_labels

CODE = r"^[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?\Z"


def code_field(**options: Any) -> "models.CharField[str, str]":
    """A stable name for programs, files and addresses; it never changes once given."""
    message = _("A code is made of a to z, 0 to 9, hyphen and underscore.")
    return models.CharField(
        max_length=60, validators=[RegexValidator(CODE, message, code="code")], unique=True, **options
    )


def labels_field() -> "models.JSONField[Any, Any]":
    """`{language: text}`."""
    return models.JSONField(default=dict, validators=[validate_labels])


def period_is_forward(table: str) -> models.CheckConstraint:
    """A validity does not end before it begins."""
    condition = (
        models.Q(valid_from__isnull=True)
        | models.Q(valid_until__isnull=True)
        | models.Q(valid_until__gte=models.F("valid_from"))
    )
    return models.CheckConstraint(condition=condition, name=f"{table}_valid_period_is_forward")
