"""The people of the partner that owns a case: who may work it, who has a conflict, who is named on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet, UUIDField

from backend.cases.models import Case
from backend.cases.services import access, permits
from backend.common.written import Written
from backend.partners.actors import Actor
from backend.partners.models import Membership, User
from backend.partners.roles import ROLES, Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person of the owning partner, as far as this case goes."""

    user: User
    roles: tuple[Role, ...]
    conflict: bool
    named: bool
    hidden: bool

    @property
    def reads(self) -> bool:
        """May be named on a restricted case."""
        return any("read_complaints" in ROLES[role] for role in self.roles)

    @property
    def works(self) -> bool:
        """May be named on a restricted case as one who works it."""
        return any("work_cases" in ROLES[role] for role in self.roles)

    @property
    def assignable(self) -> bool:
        """May be given the case now."""
        return self.works and not self.conflict and not self.hidden


def colleagues_on(case: Case, actor: Actor) -> list[Colleague]:
    """Everybody who reads cases in the owning partner, by name. Raises NotAllowed for other partners' people.

    At most three queries.
    """
    permits.require_permission("read_complaints", case, actor)
    return [person for person in members_of(case) if person.reads]


def members_of(case: Case) -> list[Colleague]:
    """Everybody who holds a role in the owning partner, by name. At most three queries."""
    conflicts = set(case.conflicts.values_list("user_id", flat=True))
    named = set(access.named_on(case)) if case.restricted else set()
    return [
        Colleague(
            user=user,
            roles=roles,
            conflict=user.pk in conflicts,
            named=user.pk in named,
            hidden=case.restricted and user.pk not in named,
        )
        for user, roles in _members(case)
    ]


def readers_of(case: Case) -> list[User]:
    """Everybody who reads cases in the owning partner, by name: their ids and names. One query."""
    return _READERS.all(partner=case.owner_id)


def readers_in(partner: Any) -> QuerySet[User]:
    """Everybody who reads cases in a partner: ids and names."""
    reading = [role for role, held in ROLES.items() if "read_complaints" in held]
    running = Membership.objects.running().filter(user=OuterRef("pk"), partner=partner, role__in=reading)
    people = User.objects.filter(Exists(running), is_active=True, is_service=False)
    return people.only("name").order_by("name", "pk")


_READERS: Final = Written(User, readers_in, partner=UUIDField())


def _members(case: Case) -> Iterator[tuple[User, tuple[Role, ...]]]:
    running = Membership.objects.running().of_people().filter(partner=case.owner_id, user__is_active=True)
    roles: dict[User, list[Role]] = {}
    for membership in running.select_related("user").order_by("user__name", "user_id", "role"):
        roles.setdefault(membership.user, []).append(Role(membership.role))
    return ((user, tuple(held)) for user, held in roles.items())
