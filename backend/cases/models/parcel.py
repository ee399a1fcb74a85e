"""What a worker puts together for one person or program, to be taken once."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.languages import Language
from backend.files.models import StoredFile
from backend.partners.models import User


class Parcel(models.Model):
    """A sealed file for whoever asked for it: taken once within a day, or destroyed."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        MAKING = "making", _("Being put together")
        READY = "ready", _("Ready to be taken")
        TAKEN = "taken", _("Taken")
        FAILED = "failed", _("Could not be put together")
        EXPIRED = "expired", _("Not taken in time")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=7, choices=Language.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    failure = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    # The sealed bytes under a key of their own; the row goes, and the key with it, once they were taken.
    file = models.OneToOneField(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


# Those that have to be cleared away in time: for the condition of an index.
NOT_ENDED = models.Q(state__in=("waiting", "making", "ready", "failed"))
