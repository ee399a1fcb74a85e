"""Keys: a random one per case (another per identity), wrapped by its partner's, wrapped by the root key."""

import uuid

from django.db import models
from django.db.models import Q

from backend.common import clock
from backend.partners.models import Partner


class PartnerKey(models.Model):
    """One version of a partner's key, wrapped by a root key that is not in the database."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    root_key_id = models.CharField(max_length=16)
    wrapped = models.BinaryField()
    created_at = models.DateTimeField(default=clock.now, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("partner", "version"), name="partner_key_version"),
            models.UniqueConstraint(
                fields=("partner",), condition=Q(retired_at__isnull=True), name="one_active_partner_key"
            ),
        )

    def __str__(self) -> str:
        return f"partner key {self.pk}"


class DataKey(models.Model):
    """The key of one case, one identity, one address for notices, a partner's mail, its search digests, a
    spreadsheet on its way in, a webhook or a list on its way out.

    Destroyed, it leaves an empty row.
    """

    class Purpose(models.TextChoices):
        CASE = "case", "Words of a case"
        IDENTITY = "identity", "Identity of a complainant"
        INDEX = "index", "Digests for finding duplicates"
        NOTICE = "notice", "Address for notices"
        MAIL = "mail", "Mail of a partner"
        IMPORT = "import", "Spreadsheet that is imported"
        WEBHOOK = "webhook", "Address and secrets of a webhook"
        EXPORT = "export", "List that leaves as a file"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField()
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    partner_key = models.ForeignKey(PartnerKey, on_delete=models.PROTECT, related_name="data_keys")
    wrapped = models.BinaryField(null=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("subject_id", "purpose"), name="one_data_key_per_purpose"),
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True, wrapped__isnull=False)
                | Q(destroyed_at__isnull=False, wrapped__isnull=True),
                name="destroyed_data_key_is_empty",
            ),
        )

    def __str__(self) -> str:
        return f"data key {self.pk}"
