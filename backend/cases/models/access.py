"""Who sees a case beside its owner: shares, hand-overs, and the rows that lists and search read."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.models.codes import CodesField
from backend.cases.models.partner_referral import PartnerReferral
from backend.cases.partner_stages import DeclineReason
from backend.common import clock
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class CaseShare(models.Model):
    """Another partner may read this case, or what was agreed of it, until the share ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="shares")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # What was agreed (`SharedField`); null: everything that is read in a case.
    fields = CodesField(max_length=200, null=True)
    # From this moment on it opens nothing, whether or not somebody came to end it.
    ends_at = models.DateTimeField(null=True)
    # The referral whose acceptance opened it; null for a share made by hand.
    referral = models.ForeignKey(PartnerReferral, on_delete=models.CASCADE, null=True, related_name="shares")
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("started_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("case", "partner"),
                condition=models.Q(ended_at__isnull=True, referral__isnull=True),
                name="one_running_share",
            ),
            models.UniqueConstraint(
                fields=("referral",),
                condition=models.Q(ended_at__isnull=True, referral__isnull=False),
                name="one_running_share_a_referral",
            ),
        )
        indexes = (
            models.Index(
                fields=("ends_at",),
                name="share_end",
                condition=models.Q(ended_at__isnull=True, ends_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"share {self.pk}"


class CaseAccess(models.Model):
    """The exceptions to "a partner sees its own cases": one row per share (principal = partner) and per
    named person (principal = user), with copies of what lists filter by, so that an index answers a page.

    Written only by `services/access.py`, in the transaction of the change.
    """

    principal = models.UUIDField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    by_name = models.BooleanField()
    owner_id = models.UUIDField()
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    severity = models.PositiveSmallIntegerField()
    category_id = models.BigIntegerField(null=True)
    institution_id = models.BigIntegerField(null=True)
    place_id = models.BigIntegerField(null=True)
    assignee_id = models.UUIDField(null=True)
    due_at = models.DateField(null=True)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("principal", "case"), name="one_access_row"),)
        indexes = (
            models.Index(
                fields=("principal", "-opened_at", "-case"),
                include=(
                    "by_name",
                    "owner_id",
                    "state",
                    "kind",
                    "severity",
                    "category_id",
                    "institution_id",
                    "place_id",
                    "assignee_id",
                    "due_at",
                ),
                name="access_page",
            ),
        )

    def __str__(self) -> str:
        return f"access {self.pk}"


class Transfer(models.Model):
    """A case offered to another partner for good; the owner changes when its coordinator accepts."""

    class State(models.TextChoices):
        OFFERED = "offered", _("Offered")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        RECALLED = "recalled", _("Recalled")
        EXPIRED = "expired", _("Expired")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="transfers")
    from_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    to_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField(default=clock.now)
    decided_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    decline_reason = models.CharField(max_length=25, choices=DeclineReason.choices, null=True)  # noqa: DJ001  # older rows have none
    decline_words = EncryptedTextField(max_length=2_000, null=True, blank=True)
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(state="offered"), name="one_open_transfer"
            ),
        )
        indexes = (
            models.Index(fields=("to_partner", "state", "-offered_at"), name="transfer_inbox"),
            models.Index(fields=("expires_at",), name="transfer_expiry", condition=models.Q(state="offered")),
        )

    def __str__(self) -> str:
        return f"transfer {self.pk}"


class CaseSearch(models.Model):
    """What a case is found by: folded words, and tokens of those who may find it (`search/` writes it)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    access = models.TextField()
    opened_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        # For a word that stands in many cases: the newest are read in order until the page is full.
        indexes = (models.Index(fields=("-opened_at", "-case"), name="case_search_walk"),)

    def __str__(self) -> str:
        return f"search row {self.pk}"
