"""The states of a file: how far its clean copy is, and what the virus scanner said."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileState(models.TextChoices):
    PENDING = "pending", _("Being checked")
    READY = "ready", _("Clean copy ready")
    INFECTED = "infected", _("Infected")
    FAILED = "failed", _("No clean copy could be made")
    # Audio and video: nothing here makes a clean copy of them.
    KEPT = "kept", _("Kept as it came")


class ScanState(models.TextChoices):
    PENDING = "pending", _("Not scanned yet")
    PASSED = "passed", _("Scanned, nothing found")
    INFECTED = "infected", _("Infected")
    # Never "clean": nobody looked.
    NOT_SCANNED = "not_scanned", _("Not scanned for viruses")
