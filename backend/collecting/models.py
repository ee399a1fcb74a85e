"""Accesses with which volunteers bring complaints in from the field, and marks of what they brought.

Nothing of a complaint is kept here: only that it came, so that the same one, sent again, is the same one.
"""

import uuid
from typing import Final

from django.db import models

from backend.collecting.querysets import FieldAccessQuerySet, SubmissionQuerySet
from backend.common import clock
from backend.complaints.models import Complaint
from backend.partners.models import Membership, Partner, User

LONGEST_NAME: Final = 100
MOST_ACCESSES: Final = 200


class FieldAccess(models.Model):
    """User name and password for one phone, one volunteer or one KoboToolbox project. Behind it stands a
    service account that may file complaints for this partner, and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    membership = models.OneToOneField(Membership, on_delete=models.PROTECT, related_name="+")
    user_name = models.CharField(max_length=40, unique=True)
    secret_hash = models.CharField(max_length=200)
    # A day and no moment: nobody is to read from it when a volunteer sat where.
    last_used_on = models.DateField(null=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    objects = FieldAccessQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("partner", "made_at", "id"), name="field_access_page"),)

    def __str__(self) -> str:
        return f"field access {self.pk}"


class Submission(models.Model):
    """One filled-in form that became a complaint; it goes with the complaint."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    access = models.ForeignKey(FieldAccess, on_delete=models.PROTECT, related_name="+")
    # Keyed digests: of the id that the phone gave it, and of all that it says.
    instance = models.CharField(max_length=64)
    content = models.CharField(max_length=64)
    # How many files the form names; how many of them are here by now, `files` counts.
    files_named = models.PositiveSmallIntegerField(default=0)
    arrived_at = models.DateTimeField(default=clock.now)
    # When an officer drew the receipt for the complainant. Until then nobody has one.
    receipt_given_at = models.DateTimeField(null=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("partner", "-arrived_at", "-id"), name="submission_page"),)
        constraints = (models.UniqueConstraint(fields=("partner", "instance"), name="collected_once"),)

    def __str__(self) -> str:
        return f"submission {self.pk}"


class SubmissionFile(models.Model):
    """A file of a submission that has arrived, known by a keyed digest of its name in the form."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("submission", "name"), name="file_collected_once"),)

    def __str__(self) -> str:
        return f"submission file {self.pk}"
