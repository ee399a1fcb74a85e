"""Mail that came to a partner's account: each taken once, kept sealed, with where it belongs."""

import uuid
from typing import Final

from django.db import models

from backend.cases.models import Case, InstitutionAnswer
from backend.cases.models.answers import LONGEST_ANSWER
from backend.common import clock
from backend.correspondence.models import MailAccount
from backend.files.models import StoredFile
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.mailroom.querysets import IncomingMailQuerySet
from backend.mailroom.stages import DismissalReason, MailState, Trail
from backend.partners.models import Partner, User

LONGEST_SENDER: Final = 400
LONGEST_SUBJECT: Final = 1_000
LONGEST_FILE_NAME: Final = 300


class Mailbox(models.Model):
    """How far the folder of an account was read. What is taken and how far is kept in one transaction."""

    account = models.OneToOneField(MailAccount, on_delete=models.CASCADE, related_name="+")
    # Which folder on which server: another one is begun anew.
    place = models.CharField(max_length=64)
    uid_validity = models.BigIntegerField()
    last_uid = models.BigIntegerField(default=0)
    # What was there when it was begun: of that, only what is `since` this day, and perhaps only unread mail.
    begun_at_uid = models.BigIntegerField(default=0)
    since = models.DateField()
    only_unread = models.BooleanField(default=True)
    read_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"mailbox {self.pk}"


class IncomingMail(models.Model):
    """One mail. Until it belongs to a case it is sealed under a key of its own, then under the case's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    # None where nothing of it is kept.
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, related_name="+")
    # The same mail again, by another way or because a worker died, has the same digest.
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=MailState.choices)
    trail = models.CharField(max_length=8, choices=Trail.choices, blank=True)
    remarks = models.JSONField(default=list)
    arrived_at = models.DateTimeField()
    taken_at = models.DateTimeField(default=clock.now)
    sender = EncryptedTextField(max_length=LONGEST_SENDER, null=True)
    subject = EncryptedTextField(max_length=LONGEST_SUBJECT, null=True)
    # Of a mail that became an answer, the answer has the text.
    text = EncryptedTextField(max_length=LONGEST_ANSWER, null=True)
    # The mail as it came, byte for byte.
    original = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.OneToOneField(InstitutionAnswer, on_delete=models.SET_NULL, null=True, related_name="+")
    # The case whose number it names. Where that case is restricted, so is the mail.
    about = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, related_name="+")
    dismissal = models.CharField(max_length=10, choices=DismissalReason.choices, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = IncomingMailQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(fields=("partner", "state", "arrived_at", "id"), name="mail_in_order"),
            models.Index(
                fields=("decided_at",), name="mail_dismissed", condition=models.Q(state=MailState.DISMISSED)
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=("partner", "digest"), name="mail_taken_once"),
            models.CheckConstraint(
                condition=~models.Q(state=MailState.DISMISSED) | ~models.Q(dismissal=""),
                name="dismissed_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"mail {self.pk}"


class MailFile(models.Model):
    """A file that came with a mail; without `file` where it was not taken, and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mail = models.ForeignKey(IncomingMail, on_delete=models.CASCADE, related_name="files")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(max_length=LONGEST_FILE_NAME)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    refused = models.CharField(max_length=40, blank=True)
    place = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        ordering = ("mail", "place")

    def __str__(self) -> str:
        return f"mail file {self.pk}"
