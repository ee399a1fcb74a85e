"""Who may what: permissions come from memberships in active partners, and from nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from guardian.shortcuts import get_perms
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.partners import services
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import PERMISSIONS, ROLES, SCOPES, Role, permissions_in_scopes
from tests.factories.partners import UserFactory, api_client, member, membership_of, suspended
from tests.partners.rollback import rolled_back

pytestmark = pytest.mark.django_db
examples = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def fresh(user: User) -> User:
    """As the next request would read it."""
    return User.objects.get(pk=user.pk)


@examples
@given(
    roles_a=st.sets(st.sampled_from(Role)),
    roles_b=st.sets(st.sampled_from(Role)),
    superuser=st.booleans(),
    b_is_suspended=st.booleans(),
)
def test_an_actor_holds_the_union_of_the_roles_and_rank_changes_nothing(
    partner_a: Partner,
    partner_b: Partner,
    roles_a: set[Role],
    roles_b: set[Role],
    superuser: bool,
    b_is_suspended: bool,
) -> None:
    with rolled_back():
        person = UserFactory(is_superuser=superuser, email="somebody@example.org")
        for partner, roles in ((partner_a, roles_a), (partner_b, roles_b)):
            for role in roles:
                member(partner, role, person)
        if b_is_suspended:
            suspended(partner_b)
            roles_b = set()
        expected = {
            partner.pk: frozenset().union(*(ROLES[role] for role in roles))
            for partner, roles in ((partner_a, roles_a), (partner_b, roles_b))
            if roles
        }
        assert actor_of(fresh(person)).permissions == expected


@examples
@given(steps=st.lists(st.tuples(st.sampled_from(Role), st.booleans()), max_size=12))
def test_ending_a_role_takes_exactly_what_no_other_role_gives(
    partner_a: Partner, besa: User, steps: list[tuple[Role, bool]]
) -> None:
    with rolled_back():
        person, running = UserFactory(email="somebody@example.org"), set()
        for role, begins in steps:
            if begins and role not in running:
                member(partner_a, role, person)
                running.add(role)
            elif not begins and role in running:
                row = membership_of(person, partner_a, role)
                services.end_membership(partner_a.slug, row.pk, expected=None, actor=Actor.system())
                running.remove(role)
            expected = frozenset().union(*(ROLES[role] for role in running))
            held = actor_of(fresh(person)).permissions.get(partner_a.pk, frozenset())
            assert held == expected


@examples
@given(role=st.sampled_from([role for role in Role if role is not Role.CUSTODIAN]), data=st.data())
def test_a_program_holds_its_role_narrowed_by_the_scopes_of_its_token(
    partner_a: Partner, role: Role, data: st.DataObject
) -> None:
    with rolled_back():
        made = api_client(partner_a, role)
        scopes = data.draw(st.sets(st.sampled_from(list(SCOPES))))
        actor = actor_of(made.membership.user, scopes=scopes)
        narrowed = ROLES[role] & permissions_in_scopes(frozenset(scopes))
        assert actor.kind is ActorKind.CLIENT
        assert actor.permissions.get(partner_a.pk, frozenset()) == narrowed


def test_actors_and_guardian_agree(partner_a: Partner, arta: User, besa: User) -> None:
    for person in (arta, besa):
        assert set(get_perms(person, partner_a)) == actor_of(person).permissions[partner_a.pk]


def test_a_stranger_holds_nothing_in_another_partner(partner_a: Partner, nino: User) -> None:
    assert partner_a.pk not in actor_of(nino).permissions
    assert not actor_of(nino).may("view_cases", partner_a.pk)


def test_an_inactive_person_is_nobody(arta: User) -> None:
    arta.is_active = False
    assert actor_of(arta) == Actor.nobody()


def test_a_suspended_partner_gives_nobody_anything(
    partner_a: Partner, arta: User, besa: User, admin: User
) -> None:
    suspended(partner_a)
    for person in (arta, besa, admin):
        assert actor_of(person).permissions == {}


def test_the_administrator_may_nothing_in_any_partner(partner_a: Partner, admin: User) -> None:
    actor = actor_of(admin)
    assert actor.keeps_platform
    assert not any(actor.may(permission, partner_a.pk) for permission in PERMISSIONS)
    assert actor.partners_with("view_cases") == ()


def test_an_administrator_with_a_role_may_what_the_role_may(partner_a: Partner, admin: User) -> None:
    member(partner_a, Role.CASEWORKER, admin)
    assert actor_of(admin).permissions == {partner_a.pk: ROLES[Role.CASEWORKER]}


def test_a_permission_of_the_whole_network_opens_nothing(partner_a: Partner, outsider: User) -> None:
    """Neither a global permission nor a guardian row for the person herself counts: only the role's group."""
    own = Permission.objects.filter(content_type=ContentType.objects.get_for_model(Partner))
    outsider.user_permissions.set(own)
    assert actor_of(fresh(outsider)).permissions == {}


def test_a_program_never_administers_the_platform(partner_a: Partner) -> None:
    account = api_client(partner_a).membership.user
    account.is_superuser = True
    assert not actor_of(account, scopes=["cases:read"]).is_platform_administrator


@pytest.mark.parametrize("actor", [Actor.nobody(), Actor.system()])
def test_nobody_and_the_installation_itself_hold_no_permission(actor: Actor, partner_a: Partner) -> None:
    assert actor.partners_with("view_cases") == ()
    assert actor.id is None


def test_resolving_an_actor_is_one_query(arta: User, django_assert_num_queries: Callable[[int], Any]) -> None:
    person = fresh(arta)
    with django_assert_num_queries(1):
        actor_of(person)


def test_what_an_actor_shows_of_itself_names_nobody(arta: User, partner_a: Partner) -> None:
    membership = Membership.objects.get(user=arta)
    for shown in (str(arta), repr(arta), str(membership), repr(actor_of(arta))):
        assert "arta" not in shown.lower()
        assert "@" not in shown
