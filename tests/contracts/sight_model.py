"""Who sees what, in a few lines of plain Python: the promise that the stateful test holds the product to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from backend.partners.roles import ROLES, Role

Fields = frozenset[str] | None
"""What was agreed with a partner; None: everything."""


@dataclass
class Help:
    """A person referred to a partner; `opens` from the acceptance to the end."""

    id: UUID
    partner: str
    fields: frozenset[str]
    opens: bool = False


@dataclass
class KnownCase:
    """What matters of a case for who sees it; partners and people by their names in the test."""

    id: UUID
    owner: str
    shared_with: dict[str, Fields] = field(default_factory=dict)
    helped: list[Help] = field(default_factory=list)
    """Referrals to partners that are under way."""
    named: set[str] | None = None
    """The named people of a restricted case; None while it is not restricted."""
    against: set[str] = field(default_factory=set)
    """Who has a conflict of interest."""

    def opened(self) -> Iterator[tuple[str, Fields]]:
        """Each partner with which something was agreed, and what."""
        yield from self.shared_with.items()
        yield from ((one.partner, one.fields) for one in self.helped if one.opens)

    def close(self) -> None:
        """Nobody but the owner sees it."""
        self.shared_with, self.helped = {}, []


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

    def sees(self, person: str) -> set[UUID]:
        """The cases of whose existence somebody knows."""
        return {case.id for case in self.cases if any(self._openings(person, "view_cases", case))}

    def reads(self, person: str, of: str | None = None) -> set[UUID]:
        """The cases of which somebody reads one field; without it, everything."""
        return {
            case.id
            for case in self.cases
            if any(
                fields is None or of in fields
                for (fields,) in self._openings(person, "read_complaints", case)
            )
        }

    def _openings(self, person: str, permission: str, case: KnownCase) -> Iterator[tuple[Fields]]:
        at_owner = self.may(person, permission, case.owner)
        if case.named is not None:
            if at_owner and person in case.named and person not in self.programs:
                yield (None,)
            return
        if at_owner:
            yield (None,)
        for partner, fields in case.opened():
            if self.may(person, permission, partner):
                yield (fields,)
