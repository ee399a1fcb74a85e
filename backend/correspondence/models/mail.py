"""A partner's own mail account, and every mail that leaves through it."""

import uuid

from django.db import models

from backend.common import clock
from backend.correspondence.stages import AccountProblem, DispatchState, Protection
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner

LONGEST_HOST = 253
LONGEST_PASSWORD = 500


class MailAccount(models.Model):
    """The account through which a partner's letters leave, and in which answers arrive. The passwords are
    sealed under a key of its own, and no answer of the API shows them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    address = models.EmailField()
    sender_name = models.CharField(max_length=150, blank=True)
    smtp_host = models.CharField(max_length=LONGEST_HOST)
    smtp_port = models.PositiveIntegerField()
    smtp_protection = models.CharField(max_length=8, choices=Protection.choices)
    smtp_user = models.CharField(max_length=254, blank=True)
    smtp_password = EncryptedTextField(max_length=LONGEST_PASSWORD, null=True, blank=True)
    # Without a host nothing is read: answers are typed in, or come through a link.
    imap_host = models.CharField(max_length=LONGEST_HOST, blank=True)
    imap_port = models.PositiveIntegerField(default=993)
    imap_protection = models.CharField(max_length=8, choices=Protection.choices, default=Protection.TLS)
    imap_user = models.CharField(max_length=254, blank=True)
    imap_password = EncryptedTextField(max_length=LONGEST_PASSWORD, null=True, blank=True)
    imap_folder = models.CharField(max_length=200, default="INBOX")
    # Whether mail to name+tag@domain arrives: then every referral has an address of its own for answers.
    takes_tags = models.BooleanField(default=False)
    is_on = models.BooleanField(default=True)
    checked_at = models.DateTimeField(null=True)
    last_problem = models.CharField(max_length=20, choices=AccountProblem.choices, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"mail account {self.pk}"

    @property
    def reads_mail(self) -> bool:
        return self.is_on and bool(self.imap_host)

    @property
    def smtp_password_is_set(self) -> bool:
        return self.__dict__["smtp_password_sealed"] is not None

    @property
    def imap_password_is_set(self) -> bool:
        return self.__dict__["imap_password_sealed"] is not None


class Dispatch(models.Model):
    """One mail to one recipient. Its Message-ID is made before the first try and never changes; it knows no
    case and no letter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(MailAccount, on_delete=models.SET_NULL, null=True, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    to_address = models.EmailField()
    message_id = models.CharField(max_length=300, unique=True)
    state = models.CharField(max_length=12, choices=DispatchState.choices, default=DispatchState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=clock.now, null=True)
    # What the server said last, as numbers alone: its words quote addresses.
    smtp_status = models.CharField(max_length=20, blank=True)
    problem = models.CharField(max_length=20, blank=True)
    handed_over_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        indexes = (
            # Nearly all mails have left; those on the way are looked at every minute.
            models.Index(
                fields=("next_try_at",),
                name="dispatch_waiting",
                condition=models.Q(state=DispatchState.WAITING),
            ),
            models.Index(
                fields=("handed_over_at",),
                name="dispatch_handed_over",
                condition=models.Q(state=DispatchState.HANDING_OVER),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state=DispatchState.SENT) | models.Q(sent_at__isnull=False),
                name="sent_dispatch_has_a_moment",
            ),
        )

    def __str__(self) -> str:
        return f"dispatch {self.pk}"
