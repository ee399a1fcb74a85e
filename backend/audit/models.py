"""The audit log: one hash chain of events per partner and one for the platform, never edited."""

import uuid

from django.db import models

from backend.common import clock

# The chain of what concerns no partner has the nil UUID: a unique NULL would allow many platform chains.
PLATFORM_CHAIN = uuid.UUID(int=0)
FIRST_LINK = "0" * 64


class AuditChain(models.Model):
    """The head of one chain: how many events it has and the hash of the last. The key is the partner's id."""

    id = models.UUIDField(primary_key=True, editable=False)
    length = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=FIRST_LINK)
    # A keyed digest of the two above: whoever holds only the database cannot write a whole new chain.
    seal = models.CharField(max_length=64, default="")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"audit chain {self.pk}"

    @property
    def partner_id(self) -> uuid.UUID | None:
        """The partner of the chain; None for the platform's own."""
        return None if self.pk == PLATFORM_CHAIN else self.pk


class AuditEvent(models.Model):
    """One thing that somebody did: codes, ids, numbers and dates, never words or names."""

    chain = models.ForeignKey(AuditChain, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=clock.now)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    target_label = models.CharField(max_length=80)
    target_id = models.UUIDField()
    facts = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        ordering = ("chain", "number")
        constraints = (models.UniqueConstraint(fields=("chain", "number"), name="audit_number_in_chain"),)
        indexes = (models.Index(fields=("target_id", "number"), name="audit_of_target"),)

    def __str__(self) -> str:
        return f"audit event {self.chain_id}/{self.number}"
