"""Which partners, members and API clients an actor sees or keeps: the only way in for reads and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models

from backend.common.errors import NotFound

if TYPE_CHECKING:
    from backend.partners.actors import Actor
    from backend.partners.models import Invitation, Membership, Partner


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Partners as an actor may know them."""

    def visible_to(self, actor: Actor) -> Self:
        """Everybody signed in knows the partners at work; suspended ones are the administrator's matter."""
        if actor.keeps_platform:
            return self
        return self.filter(is_active=True) if actor.is_signed_in else self.none()

    def managed_by(self, actor: Actor) -> Self:
        """Partners whose members and settings the actor keeps."""
        if actor.keeps_platform:
            return self
        return self.filter(pk__in=actor.partners_with("manage_partner"))

    def worked_in_by(self, actor: Actor) -> Self:
        """Partners at work in which the actor holds a role."""
        return self.filter(is_active=True, pk__in=actor.keys)

    def listing(self, origin: str) -> list[Partner]:
        """Partners at work that have listed this web site; nobody for none and for `null`."""
        if not origin:
            return []
        # Only PostgreSQL could look into the lists itself, and partners are few.
        return [one for one in self.filter(is_active=True) if origin in one.embedding_origins]

    def found(self, slug: str) -> Partner:
        """The partner with this slug. Raises NotFound."""
        try:
            return self.get(slug=slug)
        except self.model.DoesNotExist:
            raise NotFound() from None

    def locked(self, slug: str) -> Partner:
        """The partner, held until the transaction ends: its members change one at a time. Raises NotFound."""
        # Not FOR UPDATE: that waits for whoever files with this partner, and somebody always does.
        return self.select_for_update(no_key=True).found(slug)


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Roles that people and programs hold in partners."""

    def running(self) -> Self:
        return self.filter(ended_at__isnull=True)

    def of_people(self) -> Self:
        return self.filter(user__is_service=False)

    def of_programs(self) -> Self:
        return self.filter(user__is_service=True, user__client__isnull=False)

    def managed_by(self, actor: Actor, slug: str) -> Self:
        """Memberships in one partner, for those who keep it; for all others there are none."""
        rows = self.filter(partner__slug=slug)
        if actor.keeps_platform:
            return rows
        return rows.filter(partner_id__in=actor.partners_with("manage_partner"))

    def locked(self, membership_id: UUID) -> Membership:
        """One membership with its person, held until the transaction ends. Raises NotFound."""
        return self._held(pk=membership_id)

    def locked_client(self, client_id: str) -> Membership:
        """The membership of an API client, by its client id. Raises NotFound."""
        return self._held(user__client=client_id)

    def _held(self, **lookup: object) -> Membership:
        try:
            return self.select_related("user").select_for_update(of=("self",)).get(**lookup)
        except self.model.DoesNotExist:
            raise NotFound() from None


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations to join partners."""

    def managed_by(self, actor: Actor, slug: str) -> Self:
        """Invitations to one partner, for those who keep it; for all others there are none."""
        rows = self.filter(partner__slug=slug)
        if actor.keeps_platform:
            return rows
        return rows.filter(partner_id__in=actor.partners_with("manage_partner"))

    def waiting(self) -> Self:
        """Neither taken up nor withdrawn; they may have run out."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def locked(self, invitation_id: UUID) -> Invitation:
        """One of them, held until the transaction ends. Raises NotFound."""
        try:
            return self.select_for_update(of=("self",)).get(pk=invitation_id)
        except self.model.DoesNotExist:
            raise NotFound() from None
