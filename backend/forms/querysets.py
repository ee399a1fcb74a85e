"""Versions of forms: the published ones are public, drafts are for those who keep the partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from backend.forms.models import FormVersion


class FormVersionQuerySet(models.QuerySet["FormVersion"]):
    """Versions of partners' forms."""

    def of(self, partner_id: UUID) -> Self:
        return self.filter(partner_id=partner_id)

    def published(self) -> Self:
        """Published versions, the newest first."""
        return self.filter(state="published").order_by("-number")

    def newest(self) -> FormVersion | None:
        """The version that is published now."""
        return self.published().first()

    def drafts(self) -> Self:
        return self.filter(state="draft")
