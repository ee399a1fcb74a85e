"""What the role table promises."""

import pytest

from backend.partners.roles import PERMISSIONS, ROLES, SCOPES, Role, permissions_in_scopes, scopes_of_role


def test_every_role_has_a_row_of_known_permissions() -> None:
    assert set(ROLES) == set(Role)
    for held in ROLES.values():
        assert held <= PERMISSIONS.keys()


def test_only_the_custodian_decides_about_identities_and_decides_nothing_else() -> None:
    assert [role for role, held in ROLES.items() if "reveal_identity" in held] == [Role.CUSTODIAN]
    assert ROLES[Role.CUSTODIAN] == {"reveal_identity"}


def test_an_observer_reads_no_words_and_no_names() -> None:
    assert not ROLES[Role.OBSERVER] & {"read_complaints", "read_restricted_persons", "work_cases"}


def test_only_the_coordinator_keeps_members() -> None:
    assert [role for role, held in ROLES.items() if "manage_partner" in held] == [Role.COORDINATOR]


def test_no_scope_lets_a_program_near_identities_or_restricted_names() -> None:
    everything = permissions_in_scopes(frozenset(SCOPES))
    assert not everything & {"reveal_identity", "read_restricted_persons"}


def test_an_unknown_scope_opens_nothing() -> None:
    assert permissions_in_scopes(frozenset({"everything", "cases", "*"})) == frozenset()


@pytest.mark.parametrize("role", Role)
def test_a_role_is_offered_only_scopes_that_it_can_use(role: Role) -> None:
    for scope in scopes_of_role(role):
        assert SCOPES[scope] & ROLES[role]


def test_a_custodian_program_would_have_no_scope_at_all() -> None:
    assert scopes_of_role(Role.CUSTODIAN) == []
