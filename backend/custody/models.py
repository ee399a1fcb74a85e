"""Requests to read a complainant's identity: who asked, why, for what, what was decided, how it was used.
And who can open what is sealed: custodians' own keys, and copies of the partner's key for them."""

import uuid

from django.db import models
from django.db.models import F, Q

from backend.cases.models import Case
from backend.cases.models.codes import CodesField
from backend.common import clock
from backend.common.age import LONGEST_RECIPIENT
from backend.custody.querysets import IdentityRequestQuerySet
from backend.custody.stages import MOST_MINUTES, OPEN, RequestReason, RequestState
from backend.identity.models import SealingKey
from backend.keyring.fields import EncryptedBytesField, EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User

LONGEST_TEXT = 2_000
LONGEST_RESEALED = 8_000


class IdentityRequest(models.Model):
    """Somebody who works a case asks a custodian to let him read who the complainant is.

    `expires_at` is the last moment of what it waits for: to be decided, then to be opened, then to be read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", db_index=False)
    # The owner of the case when it was asked: a request does not go along with a case.
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    requester = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=RequestReason.choices)
    text = EncryptedTextField(max_length=LONGEST_TEXT)
    # `IdentityField`s.
    wanted = CodesField(max_length=40)
    minutes = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.REQUESTED)
    requested_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # What the custodian says to who asked.
    answer = EncryptedTextField(max_length=LONGEST_TEXT, null=True, blank=True)
    # The partner had fewer than two custodians: it opens a day later, and the coordinators are warned.
    delayed = models.BooleanField(default=False)
    warned_at = models.DateTimeField(null=True)
    # Of a sealed identity: the public half of a key that the asker's browser made for this request, and what
    # a custodian's browser sealed to it again. That goes when the request ends.
    reader_key = models.CharField(max_length=LONGEST_RECIPIENT, blank=True, default="")
    resealed = EncryptedBytesField(max_length=LONGEST_RESEALED, null=True)
    opens_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    first_read_at = models.DateTimeField(null=True)
    readings = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = IdentityRequestQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(fields=("case", "-requested_at", "-id"), name="identity_request_of_case"),
            models.Index(fields=("partner", "-requested_at", "-id"), name="identity_request_page"),
            models.Index(fields=("requester", "-requested_at"), name="identity_request_own"),
            models.Index(
                fields=("expires_at",),
                condition=Q(state__in=[str(state) for state in OPEN]),
                name="identity_request_open",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("case", "requester"),
                condition=Q(state__in=[str(state) for state in OPEN]),
                name="one_open_identity_request",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("requester")),
                name="nobody_decides_on_his_own_request",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RequestState.APPROVED, RequestState.DECLINED])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_request_has_a_decider",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.APPROVED) | Q(opens_at__isnull=False),
                name="approved_request_opens",
            ),
            models.CheckConstraint(
                condition=Q(first_read_at__isnull=True)
                | Q(opens_at__isnull=False, first_read_at__gte=F("opens_at")),
                name="nothing_is_read_before_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=MOST_MINUTES), name="at_most_an_hour_to_read"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[str(state) for state in OPEN], ended_at__isnull=True)
                | (~Q(state__in=[str(state) for state in OPEN]) & Q(ended_at__isnull=False)),
                name="only_an_ended_request_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(resealed__isnull=True) | (Q(state=RequestState.APPROVED) & ~Q(reader_key="")),
                name="only_an_approved_request_holds_an_identity",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.APPROVED) | Q(reader_key="") | Q(resealed__isnull=False),
                name="approved_request_for_a_sealed_one_is_readable",
            ),
        )

    def __str__(self) -> str:
        return f"identity request {self.pk}"

    @property
    def is_sealed(self) -> bool:
        """Whether the identity is sealed to custodians, so that no server opens it."""
        return bool(self.reader_key)

    @property
    def standing(self) -> RequestState:
        """The state as it is now: over at its last moment, also where nobody came yet to end it."""
        over = self.state in OPEN and self.expires_at <= clock.now()
        return RequestState.EXPIRED if over else RequestState(self.state)


class CustodianKey(models.Model):
    """The public half of a custodian's own key. The private half is a file that the custodian keeps."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    public = models.CharField(max_length=LONGEST_RECIPIENT)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("user", "partner"), name="one_own_key_a_custodian"),)

    def __str__(self) -> str:
        return f"custodian key {self.pk}"


class KeyCopy(models.Model):
    """The private half of a sealing key as an age file for one custodian; without a holder, for the recovery
    key. A browser made it, and only the holder's own key opens it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealing_key = models.ForeignKey(SealingKey, on_delete=models.CASCADE, related_name="+", db_index=False)
    holder = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    holder_public = models.CharField(max_length=LONGEST_RECIPIENT)
    wrapped = models.BinaryField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("sealing_key", "holder"), name="one_copy_for_a_custodian"),
            models.UniqueConstraint(
                fields=("sealing_key",),
                condition=Q(holder__isnull=True),
                name="one_copy_for_recovery",
            ),
        )

    def __str__(self) -> str:
        return f"copy {self.pk} of a sealing key"
