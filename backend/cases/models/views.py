"""A way to look at the list of cases that somebody keeps: filters, columns, order."""

import uuid

from django.db import models

from backend.common import clock
from backend.partners.models import Partner, User

LONGEST_NAME = 80


class SavedView(models.Model):
    """Filters, columns and order of a list of cases under a name. It opens nothing: whoever uses it sees
    through it what that person may see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # Where everybody who sees cases finds it; null: its author alone does.
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    # As the list takes them; checked when they are written, looked at again when they are read.
    filters = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    ordering = models.CharField(max_length=20)
    board = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("name", "id")

    def __str__(self) -> str:
        return f"view {self.pk}"
