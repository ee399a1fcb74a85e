"""The states of a request that carries an Idempotency-Key."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordState(models.TextChoices):
    IN_PROGRESS = "in_progress", _("running")
    DONE = "done", _("done")
