"""Texts that a partner's people start a message from."""

import uuid

from django.db import models

from backend.common import clock
from backend.partners.models import Partner


class MessageTemplate(models.Model):
    """A partner's own template. One with the code of a shipped one stands in its place.

    An instance that was never saved (version 0) is a shipped one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40)
    names = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    asks = models.BooleanField(default=False)
    in_use = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=100)
    changed_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("partner", "code"), name="one_template_per_code"),)

    def __str__(self) -> str:
        return f"message template {self.pk}"

    @property
    def is_shipped(self) -> bool:
        return self.version == 0
