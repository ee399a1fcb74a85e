"""Who keeps the accesses of a partner, and who sees what was collected with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import QuerySet

from backend.cases.models import Case
from backend.common.errors import NotFound
from backend.partners.actors import Actor

if TYPE_CHECKING:
    from backend.collecting.models import FieldAccess, Submission


class FieldAccessQuerySet(QuerySet["FieldAccess"]):
    """Every read of accesses starts at `visible_to`; only the door itself looks for one by its user name."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partners that the actor keeps. Keeping the platform opens none: they lead to cases."""
        return self.filter(partner__in=actor.partners_with("manage_partner"))

    def with_people(self) -> Self:
        """With what is told of them."""
        return self.select_related("membership__user", "made_by")

    def running(self) -> Self:
        """Those that open the door."""
        return self.filter(membership__ended_at__isnull=True, partner__is_active=True)

    def found(self, slug: str, access_id: UUID) -> FieldAccess:
        """One of a partner's. Raises NotFound when absent or not for the actor."""
        found = self.with_people().filter(partner__slug=slug, pk=access_id).first()
        if found is None:
            raise NotFound()
        return found


class SubmissionQuerySet(QuerySet["Submission"]):
    """Every read of what was collected starts at `visible_in`."""

    def visible_in(self, partner_id: UUID, actor: Actor) -> Self:
        """What was collected for a partner, for those who file complaints there and see the cases."""
        if not actor.may("file_complaints", partner_id):
            return self.none()
        cases = Case.objects.visible_in(partner_id, actor).filter(complaint__isnull=False).order_by()
        return self.filter(partner=partner_id, complaint__in=cases.values("complaint"))

    def locked(self, submission_id: UUID) -> Submission:
        """One of them, held until the transaction ends. Raises NotFound."""
        held = self.select_for_update(of=("self",)).select_related("complaint")
        found = held.filter(pk=submission_id).first()
        if found is None:
            raise NotFound()
        return found
