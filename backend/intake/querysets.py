"""Who sees what waits in quarantine: those who sort the partner's new complaints, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import QuerySet

from backend.common.errors import NotFound
from backend.partners.actors import Actor

if TYPE_CHECKING:
    from backend.intake.models import Quarantined


class QuarantinedQuerySet(QuerySet["Quarantined"]):
    """Every read of the quarantine starts at `visible_to` or `readable_by`."""

    def visible_to(self, actor: Actor) -> Self:
        """What waits at the partners whose new complaints the actor sorts."""
        return self.filter(partner__in=actor.partners_with("triage_cases"))

    def readable_by(self, actor: Actor) -> Self:
        """What of it the actor may also read the words of."""
        return self.visible_to(actor).filter(partner__in=actor.partners_with("read_complaints"))

    def locked(self, quarantined_id: UUID) -> Quarantined:
        """The row, held until the transaction ends. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=quarantined_id).select_for_update(of=("self",)).first()
        if found is None:
            raise NotFound()
        return found

    def found(self, quarantined_id: UUID) -> Quarantined:
        """The row. Raises NotFound when absent or not for the actor."""
        found = self.filter(pk=quarantined_id).first()
        if found is None:
            raise NotFound()
        return found
