"""Those who keep a partner let a telephone, a volunteer or a KoboToolbox project in, and out again."""

import secrets
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from backend.audit.services import record
from backend.collecting.errors import TooManyAccesses
from backend.collecting.models import MOST_ACCESSES, FieldAccess
from backend.common.errors import NotAllowed
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import SERVICE_DOMAIN, Membership, Partner, User
from backend.partners.querysets import PartnerQuerySet
from backend.partners.roles import Role
from backend.partners.services.members import start_membership, stop_membership

# Without signs that are taken for one another when somebody types them from a sheet: 20 hold 97 bits.
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class NewAccess:
    """What is shown once; only a slow hash of the password stays."""

    access: FieldAccess
    password: str = field(repr=False)


def kept_partner(slug: str, actor: Actor) -> Partner:
    """A partner that the actor keeps. Raises NotFound, for the platform's administrator, too."""
    return _kept(actor).found(slug)


@transaction.atomic
def make_access(slug: str, *, name: str, actor: Actor) -> NewAccess:
    """Let somebody collect for a partner. Raises NotFound, NotAllowed for a program, TooManyAccesses."""
    partner = _kept(actor).locked(slug)
    _require_person(actor)
    if FieldAccess.objects.filter(partner=partner).running().count() >= MOST_ACCESSES:
        raise TooManyAccesses(most=MOST_ACCESSES)
    user_name = f"field-{_drawn(8)}"
    account = User.objects.create(
        email=f"{user_name}@{SERVICE_DOMAIN}", name=name, is_service=True, password=make_password(None)
    )
    membership = start_membership(partner, account, Role.FIELD_RESEARCHER)
    password = "-".join(_drawn(5) for _ in range(4))
    access = FieldAccess.objects.create(
        partner=partner,
        membership=membership,
        user_name=user_name,
        secret_hash=make_password(password),
        made_by=actor.user,
    )
    record(actor, "field_access.made", access, chain=partner.pk, user=str(account.pk))
    return NewAccess(access, password)


@transaction.atomic
def end_access(slug: str, access_id: UUID, *, expected: int | None, actor: Actor) -> FieldAccess:
    """Shut it out with its next request. Raises NotFound, NotAllowed, Stale, MembershipEnded."""
    partner = _kept(actor).locked(slug)
    _require_person(actor)
    access = FieldAccess.objects.visible_to(actor).found(slug, access_id)
    membership = Membership.objects.filter(partner=partner).locked(access.membership_id)
    stop_membership(partner, membership, expected)
    User.objects.filter(pk=membership.user_id).update(is_active=False)
    access.secret_hash = make_password(None)
    access.save(update_fields=["secret_hash"])
    access.membership = membership
    record(actor, "field_access.ended", access, chain=partner.pk)
    return access


def _require_person(actor: Actor) -> None:
    """A program that makes accesses would outlive its own end."""
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()


def _kept(actor: Actor) -> PartnerQuerySet:
    kept: PartnerQuerySet = Partner.objects.filter(pk__in=actor.partners_with("manage_partner"))
    return kept


def _drawn(length: int) -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(length))
