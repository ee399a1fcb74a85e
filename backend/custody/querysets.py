"""Requests for identities as those find them who asked, who decide, and who are warned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from backend.cases.models import Case, ConflictOfInterest
from backend.common import clock
from backend.common.errors import NotFound
from backend.custody.stages import OPEN, RequestState
from backend.partners.actors import Actor, ActorKind

if TYPE_CHECKING:
    from backend.custody.models import IdentityRequest


class IdentityRequestQuerySet(QuerySet["IdentityRequest"]):
    """Reads start at `of_case`, with a case that one may read, or at `at_desk_of`."""

    def of_case(self, case: Case) -> Self:
        """Those of the partner that owns the case now: of an earlier owner's, a new one learns nothing."""
        return self.filter(case=case, partner=case.owner_id)

    def asked_by(self, actor: Actor) -> Self:
        return self.filter(requester=actor.user) if actor.kind is ActorKind.STAFF else self.none()

    def for_custodian(self, actor: Actor) -> Self:
        """Those on which the actor may be asked to decide.

        A custodian who sees no cases decides on restricted ones too: nothing of the case is shown. Whoever
        sees the partner's other cases must be named, because it may be restricted from them; and nobody
        decides with a declared conflict of interest.
        """
        partners = actor.partners_with("reveal_identity")
        if actor.kind is not ActorKind.STAFF or not partners:
            return self.none()
        sees_others = [one for one in partners if actor.may("view_cases", one)]
        named = Case.objects.visible_to(actor).filter(pk=OuterRef("case_id"))
        conflict = ConflictOfInterest.objects.filter(case=OuterRef("case_id"), user=actor.user)
        found = self.filter(~Exists(conflict), partner__in=partners, case__owner=F("partner"))
        return found.filter(Q(case__restricted=False) | ~Q(partner__in=sees_others) | Exists(named))

    def for_coordinator(self, actor: Actor) -> Self:
        """Approvals of a partner's only custodian, for those who keep the partner."""
        partners = actor.partners_with("manage_partner")
        if actor.kind is not ActorKind.STAFF or not partners:
            return self.none()
        return self.filter(delayed=True, partner__in=partners, case__owner=F("partner"))

    def at_desk_of(self, actor: Actor) -> Self:
        """Both of these."""
        custodian = self.for_custodian(actor).values("pk")
        coordinator = self.for_coordinator(actor).values("pk")
        return self.filter(Q(pk__in=custodian) | Q(pk__in=coordinator))

    def waiting(self) -> Self:
        """To be decided now."""
        return self.filter(state=RequestState.REQUESTED, expires_at__gt=clock.now())

    def running(self) -> Self:
        """Approved, and not over."""
        return self.filter(state=RequestState.APPROVED, expires_at__gt=clock.now())

    def past(self) -> Self:
        """Nothing comes of them any more."""
        return self.filter(~Q(state__in=OPEN) | Q(expires_at__lte=clock.now()))

    def opened(self) -> Self:
        """With what it takes to show them."""
        around = ("partner", "case", "requester", "decided_by", "data_key__partner_key")
        return self.select_related(*around)

    def found(self, request_id: UUID) -> IdentityRequest:
        """One of them. Raises NotFound."""
        found = self.opened().filter(pk=request_id).first()
        if found is None:
            raise NotFound()
        return found

    def locked(self, request_id: UUID) -> IdentityRequest:
        """The same, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(request_id)
