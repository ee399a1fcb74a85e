"""The kinds of case that the network takes, shared by categories, forms and cases."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseKind(models.TextChoices):
    PUBLIC_SERVICE = "public_service", _("Public service")
    CORRUPTION = "corruption", _("Corruption")
    JUDICIARY = "judiciary", _("Courts and prosecution")
    INFORMATION_REQUEST = "information_request", _("Request for information")
