"""The kinds of case that the network takes, shared by categories, forms and cases."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseKind(models.TextChoices):
    PUBLIC_SERVICE = "public_service", _("Public service")
    CORRUPTION = "corruption", _("Corruption")
    JUDICIARY = "judiciary", _("Courts and prosecution")
    INFORMATION_REQUEST = "information_request", _("Request for information")


SENSITIVE_KINDS: Final = frozenset({CaseKind.CORRUPTION.value, CaseKind.JUDICIARY.value})
"""Nothing of such a case is told to the public, whatever its category: it puts its author at risk."""
