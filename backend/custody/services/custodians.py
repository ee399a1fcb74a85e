"""The people of a partner who may decide, and those who are warned."""

from uuid import UUID

from django.db.models import QuerySet

from backend.custody.stages import FEWEST_CUSTODIANS
from backend.partners.actors import groups_with
from backend.partners.models import Partner, User


def custodians_of(partner_id: UUID) -> QuerySet[User]:
    """Active people who hold `reveal_identity` there, under whatever role."""
    return _people_with("reveal_identity", partner_id)


def keepers_of(partner_id: UUID) -> QuerySet[User]:
    """Active people who keep the partner: its coordinators."""
    return _people_with("manage_partner", partner_id)


def has_one_at_most(partner_id: UUID) -> bool:
    """Whether nobody looks over the shoulder of the custodian."""
    return custodians_of(partner_id).count() < FEWEST_CUSTODIANS


def _people_with(permission: str, partner_id: UUID) -> QuerySet[User]:
    groups = groups_with(permission, Partner.objects.filter(pk=partner_id))
    people = User.objects.filter(is_active=True, is_service=False)
    return people.filter(groups__in=groups).distinct().order_by("pk")
