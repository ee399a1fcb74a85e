"""Sealed visits to the pages, and complaints that wait to be looked at before they become cases."""

import uuid

from django.db import models

from backend.common import clock
from backend.complaints.models import Complaint
from backend.intake.querysets import QuarantinedQuerySet
from backend.keyring.fields import EncryptedJSONField
from backend.keyring.models import DataKey
from backend.partners.models import Partner


class SealedVisit(models.Model):
    """Bytes that open only with the token in the visitor's cookie; the database holds no way to it."""

    # Derived from the token one way: it finds the row and opens nothing.
    id = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        abstract = True
        default_permissions = ()


class Draft(SealedVisit):
    """A form that is being filled in; after filing, the receipt until its holder has it safe."""

    def __str__(self) -> str:
        return "draft"


class ReceiptVisit(SealedVisit):
    """A receipt that was opened a short while ago."""

    def __str__(self) -> str:
        return "receipt visit"


class Quarantined(models.Model):
    """A complaint that was taken in and has no case yet: somebody looks at it first.

    The row goes when it is released (then there is a case) or deleted as spam (then there is no complaint).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Nobody deletes the complaint and forgets this row, or the other way round.
    complaint = models.OneToOneField(Complaint, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    # The complaint's key already belongs to the case that it will be.
    case_id = models.UUIDField(unique=True)
    reasons = models.JSONField()
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    # What was told of court and proceedings, the court by its code: it goes into the case's own detail and
    # is nowhere else, because it may hold the name of a judge.
    judiciary = EncryptedJSONField(null=True)
    arrived_at = models.DateTimeField(default=clock.now)
    reminded_at = models.DateTimeField(null=True)

    objects = QuarantinedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("partner", "arrived_at", "id"), name="quarantine_queue"),)

    def __str__(self) -> str:
        return f"quarantined {self.pk}"


class DeletedSpam(models.Model):
    """How many complaints a partner deleted as spam in a month: all that is left of them."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("partner", "month"), name="spam_a_month"),)

    def __str__(self) -> str:
        return f"deleted spam {self.pk}"
