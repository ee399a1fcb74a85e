"""Imports as their readers find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import QuerySet

from backend.common.errors import NotFound
from backend.imports.rights import importing_partners
from backend.partners.actors import Actor

if TYPE_CHECKING:
    from backend.imports.models import ImportRun


class ImportRunQuerySet(QuerySet["ImportRun"]):
    """Every read of imports starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """The imports of the partners that the actor keeps and whose complaints it reads."""
        return self.filter(partner__in=importing_partners(actor))

    def found(self, run_id: UUID) -> ImportRun:
        """The import. Raises NotFound when absent or not for the actor."""
        found = self.select_related("partner", "created_by").filter(pk=run_id).first()
        if found is None:
            raise NotFound()
        return found

    def locked(self, run_id: UUID) -> ImportRun:
        """The import, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(run_id)
