"""Coming erasures and requests as those who keep the partner and read the case find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from backend.cases.models import Case
from backend.common.errors import NotFound
from backend.partners.actors import Actor
from backend.retention.stages import RequestState

if TYPE_CHECKING:
    from backend.retention.models import ErasureRequest, PlannedErasure  # noqa: F401  # in a string below


class PlannedErasureQuerySet(QuerySet["PlannedErasure"]):
    """Every read starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Of cases that one may read, at one's own partners."""
        readable = Case.objects.readable_by(actor).filter(pk=OuterRef("case_id"))
        return self.filter(Exists(readable), partner__in=actor.partners_with("read_complaints"))


class ErasureRequestQuerySet(QuerySet["ErasureRequest"]):
    """Every read starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Of cases that one may read, at partners that one keeps."""
        readable = Case.objects.readable_by(actor).filter(pk=OuterRef("case_id"))
        return self.filter(Exists(readable), case__owner__in=actor.partners_with("manage_partner"))

    def open(self) -> Self:
        return self.filter(state=RequestState.OPEN)

    def found(self, request_id: UUID) -> ErasureRequest:
        """One of them. Raises NotFound when absent or not for the actor."""
        rows = self.select_related("case__owner", "decided_by", "data_key__partner_key")
        found = rows.filter(pk=request_id).first()
        if found is None:
            raise NotFound()
        return found
