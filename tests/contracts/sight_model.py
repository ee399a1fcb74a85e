"""Who sees what, in a few lines of plain Python: the promise that the stateful test holds the product to."""

from dataclasses import dataclass, field
from uuid import UUID

from backend.partners.roles import ROLES, Role


@dataclass
class KnownCase:
    """What matters of a case for who sees it; partners and people by their names in the test."""

    id: UUID
    owner: str
    shared_with: set[str] = field(default_factory=set)
    named: set[str] | None = None
    """The named people of a restricted case; None while it is not restricted."""


@dataclass
class SightModel:
    """Roles, suspensions, cases."""

    roles: dict[tuple[str, str], set[Role]] = field(default_factory=dict)
    programs: frozenset[str] = frozenset()
    suspended: set[str] = field(default_factory=set)
    inactive: set[str] = field(default_factory=set)
    cases: list[KnownCase] = field(default_factory=list)

    def may(self, person: str, permission: str, partner: str) -> bool:
        if person in self.inactive or partner in self.suspended:
            return False
        return any(permission in ROLES[role] for role in self.roles.get((person, partner), ()))

    def opens(self, person: str, permission: str, case: KnownCase) -> bool:
        at_owner = self.may(person, permission, case.owner)
        if case.named is not None:
            return at_owner and person in case.named and person not in self.programs
        return at_owner or any(self.may(person, permission, partner) for partner in case.shared_with)

    def sees(self, person: str) -> set[UUID]:
        return {case.id for case in self.cases if self.opens(person, "view_cases", case)}

    def reads(self, person: str) -> set[UUID]:
        return {case.id for case in self.cases if self.opens(person, "read_complaints", case)}
