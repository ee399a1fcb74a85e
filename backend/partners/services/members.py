"""People begin and end to hold roles in a partner."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.common.languages import Language
from backend.partners.actors import Actor, ActorKind
from backend.partners.errors import AccountClosed, AlreadyMember, LastCoordinator, MembershipEnded, OwnRole
from backend.partners.models import SERVICE_DOMAIN, Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services.groups import role_group


@transaction.atomic
def add_member(slug: str, *, email: str, name: str, role: Role, actor: Actor) -> Membership:
    """Give a person a role in a partner; who has no account yet gets one, still without a password."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    person = _person(email, name, partner)
    _require_may_grant(role, person, actor)
    membership = start_membership(partner, person, role)
    audit.record(
        actor, "member.added", membership, chain=partner.pk, user=str(person.pk), role=membership.role
    )
    return membership


def _person(email: str, name: str, partner: Partner) -> User:
    address = email.strip().lower()
    if address.endswith(f"@{SERVICE_DOMAIN}"):
        raise Invalid.field("email", "invalid", _("This is not a person's e-mail address."))
    language = partner.languages[0] if partner.languages else Language.EN
    new = {"name": name, "language": language, "password": make_password(None)}
    person, _made = User.objects.get_or_create(email=address, defaults=new)
    if not person.is_active:
        raise AccountClosed()
    return person


def _require_may_grant(role: Role, person: User, actor: Actor) -> None:
    if actor.user is not None and actor.user.pk == person.pk:
        raise OwnRole()
    if role is Role.CUSTODIAN and actor.kind is ActorKind.CLIENT:
        raise NotAllowed()


def start_membership(partner: Partner, user: User, role: Role) -> Membership:
    """The row, and the place in the group that carries the permissions. The caller holds the partner."""
    try:
        with transaction.atomic():
            membership = Membership.objects.create(partner=partner, user=user, role=role)
    except IntegrityError:
        raise AlreadyMember() from None
    user.groups.add(role_group(partner, role))
    return membership


@transaction.atomic
def end_membership(slug: str, membership_id: UUID, *, expected: int | None, actor: Actor) -> Membership:
    """Take a role from a person. What it allowed ends with the person's next request."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    membership = Membership.objects.of_people().filter(partner=partner).locked(membership_id)
    _require_other_coordinator(membership)
    stop_membership(partner, membership, expected)
    audit.record(
        actor,
        "member.ended",
        membership,
        chain=partner.pk,
        user=str(membership.user_id),
        role=membership.role,
    )
    return membership


def _require_other_coordinator(membership: Membership) -> None:
    if membership.role != Role.COORDINATOR or membership.ended_at is not None:
        return
    others = Membership.objects.running().of_people().exclude(pk=membership.pk)
    if not others.filter(
        partner_id=membership.partner_id, role=Role.COORDINATOR, user__is_active=True
    ).exists():
        raise LastCoordinator()


def stop_membership(partner: Partner, membership: Membership, expected: int | None) -> None:
    """End the row and leave the role's group. The caller holds the partner."""
    if membership.ended_at is not None:
        raise MembershipEnded()
    require_version(membership.version, expected)
    membership.ended_at = clock.now()
    membership.version += 1
    membership.save(update_fields=["ended_at", "version"])
    membership.user.groups.remove(role_group(partner, Role(membership.role)))
