"""People begin and end to hold roles in a partner."""

from collections.abc import Sequence
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, require_version
from backend.common.languages import Language
from backend.partners.actors import Actor, ActorKind
from backend.partners.errors import AccountClosed, AlreadyMember, LastCoordinator, MembershipEnded, OwnRole
from backend.partners.models import SERVICE_DOMAIN, Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.second_factors import SECOND_FACTORS
from backend.partners.services.groups import role_group


@transaction.atomic
def add_member(slug: str, *, email: str, name: str, role: Role, actor: Actor) -> Membership:
    """Give a person a role in a partner; who has no account yet gets one, still without a password."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    person = _person(email, name, partner)
    _require_may_grant(role, person, actor)
    membership = start_membership(partner, person, role)
    _record("member.added", membership, actor)
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
    _record("member.ended", membership, actor)
    return membership


@transaction.atomic
def change_roles(
    slug: str, user_id: UUID, *, roles: Sequence[Role], expected: int | None, actor: Actor
) -> User:
    """Say which roles a person holds from now on; a line of audit for each that comes or goes.

    Raises NotFound for who works here in no role (any more), OwnRole, LastCoordinator, AlreadyMember.
    """
    partner = Partner.objects.managed_by(actor).locked(slug)
    person = held_person(partner, user_id, expected)
    held = {Role(one.role): one for one in running_of(partner, person)}
    for role in Role:
        if role in roles and role not in held:
            _require_may_grant(role, person, actor)
            made = start_membership(partner, person, role)
            _record("member.added", made, actor)
    for role, membership in held.items():
        if role not in roles:
            _require_other_coordinator(membership)
            stop_membership(partner, membership, None)
            _record("member.ended", membership, actor)
    return person


@transaction.atomic
def end_all_roles(partner: Partner, person: User, *, actor: Actor) -> None:
    """A person leaves the partner. The caller holds both. Raises LastCoordinator."""
    for membership in running_of(partner, person):
        _require_other_coordinator(membership)
        stop_membership(partner, membership, None)
        _record("member.ended", membership, actor)


def held_person(partner: Partner, user_id: UUID, expected: int | None) -> User:
    """A person who works in a partner that the caller holds. Raises NotFound, Stale."""
    person = people_of(partner).filter(pk=user_id).first()
    if person is None:
        raise NotFound()
    require_version(version_of(partner, person), expected)
    return person


def people_of(partner: Partner) -> QuerySet[User]:
    """Who holds a role in a partner; `version_here` rises with every role that comes or goes there, and
    `has_second_factor` says whether the person has more than a password."""
    here = partner.memberships.filter(user=OuterRef("pk"))
    versions = here.order_by().values("user").annotate(all=Sum("version")).values("all")
    running = here.filter(ended_at__isnull=True)
    found = User.objects.filter(Exists(running), is_service=False)
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
    return found.annotate(version_here=Subquery(versions), has_second_factor=Exists(factors))


def version_of(partner: Partner, person: User) -> int:
    """What `version_here` is, also of who holds no role any more."""
    versions = Membership.objects.filter(partner=partner, user=person).values_list("version", flat=True)
    return sum(versions)


def running_of(partner: Partner, person: User) -> list[Membership]:
    """The roles that a person holds in a partner."""
    running = Membership.objects.running().filter(partner=partner, user=person)
    return list(running.select_related("user").order_by("started_at", "pk"))


def _record(action: str, membership: Membership, actor: Actor) -> None:
    facts = {"user": str(membership.user_id), "role": membership.role}
    audit.record(actor, action, membership, chain=membership.partner_id, **facts)


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
