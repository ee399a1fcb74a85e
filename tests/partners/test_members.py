"""Members: who gives and takes roles, and what nobody can do to himself or to the partner."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from backend.audit.models import AuditEvent
from backend.common.errors import NotFound
from backend.partners import services
from backend.partners.actors import Actor, actor_of
from backend.partners.errors import LastCoordinator
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import ROLES, Role
from tests.calling import Caller
from tests.factories.partners import api_client, member, membership_of

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
MEMBERS = "/partners/pif/members/"
NEW = {"email": "Vjosa@example.org", "name": "Vjosa", "role": "caseworker"}


def ending(membership: Membership) -> str:
    return f"/partners/{membership.partner.slug}/members/{membership.pk}/end/"


def test_a_coordinator_adds_a_person_who_may_work_at_once(api: Api, besa: User, partner_a: Partner) -> None:
    answer = api(besa).post(MEMBERS, NEW)
    assert answer.status_code == 201, answer.json()
    assert answer["ETag"] == '"1"'
    person = User.objects.get(email="vjosa@example.org")
    assert not person.has_usable_password()
    assert person.language == "sq"
    assert actor_of(person).permissions == {partner_a.pk: ROLES[Role.CASEWORKER]}


def test_a_person_who_has_an_account_keeps_name_and_other_roles(
    api: Api, besa: User, nino: User, partner_a: Partner, partner_b: Partner
) -> None:
    answer = api(besa).post(MEMBERS, {"email": nino.email.upper(), "name": "Other", "role": "observer"})
    assert answer.status_code == 201
    assert answer.json()["name"] == "Nino"
    assert set(actor_of(nino).permissions) == {partner_a.pk, partner_b.pk}


def test_adding_twice_with_one_key_adds_once(api: Api, besa: User) -> None:
    first, second = (api(besa).post(MEMBERS, NEW, key="vjosa-1") for _try in range(2))
    assert first.json() == second.json()
    assert Membership.objects.filter(user__email="vjosa@example.org").count() == 1


def test_a_key_is_not_used_for_two_people(api: Api, besa: User) -> None:
    api(besa).post(MEMBERS, NEW, key="vjosa-1")
    other = api(besa).post(MEMBERS, {**NEW, "email": "else@example.org"}, key="vjosa-1")
    assert other.status_code == 422


def test_the_same_role_twice_is_refused_another_role_is_not(api: Api, besa: User, arta: User) -> None:
    body = {"email": arta.email, "name": "Arta", "role": "caseworker"}
    again = api(besa).post(MEMBERS, body)
    assert (again.status_code, again.json()["code"]) == (409, "member.already")
    assert api(besa).post(MEMBERS, {**body, "role": "custodian"}).status_code == 201


@pytest.mark.parametrize("role", Role)
def test_nobody_gives_a_role_to_himself(api: Api, besa: User, role: Role) -> None:
    answer = api(besa).post(MEMBERS, {"email": besa.email, "name": "Besa", "role": role.value})
    assert (answer.status_code, answer.json()["code"]) == (403, "member.own_role")
    assert Membership.objects.filter(user=besa).count() == 1


def test_the_administrator_gives_no_role_to_himself_either(api: Api, admin: User, partner_a: Partner) -> None:
    answer = api(admin).post(MEMBERS, {"email": admin.email, "name": "Admin", "role": "caseworker"})
    assert answer.json()["code"] == "member.own_role"
    assert actor_of(admin).permissions == {}


def test_the_administrator_adds_members_everywhere(api: Api, admin: User, partner_b: Partner) -> None:
    assert api(admin).post("/partners/akt/members/", NEW).status_code == 201


@pytest.mark.parametrize("name", ["arta", "ilir", "luan", "dafina", "observer", "giorgi", "nino", "outsider"])
def test_for_everybody_else_there_are_no_members(
    api: Api, besa: User, request: pytest.FixtureRequest, name: str, partner_a: Partner
) -> None:
    caller, row = api(request.getfixturevalue(name)), membership_of(besa, partner_a)
    calls = [
        caller.get(MEMBERS),
        caller.get(f"{MEMBERS}{row.pk}/"),
        caller.post(MEMBERS, NEW),
        caller.post(MEMBERS, {"nonsense": True}),
        caller.post(MEMBERS, NEW, key="k"),
        caller.post(ending(row), if_match=1),
        caller.get("/partners/nowhere/members/"),
    ]
    assert [call.status_code for call in calls] == [404] * 7
    assert len({call.content for call in calls}) == 1
    assert not User.objects.filter(email="vjosa@example.org").exists()


def test_a_person_of_another_partner_cannot_be_ended_through_ones_own(
    api: Api, besa: User, nino: User, partner_b: Partner
) -> None:
    row = membership_of(nino, partner_b)
    foreign = api(besa).post(f"{MEMBERS}{row.pk}/end/", if_match=1)
    absent = api(besa).post(f"{MEMBERS}{uuid4()}/end/", if_match=1)
    assert foreign.status_code == absent.status_code == 404
    assert foreign.content == absent.content
    assert actor_of(nino).permissions


def test_an_ended_role_allows_nothing_from_the_next_request_on(
    api: Api, besa: User, arta: User, partner_a: Partner
) -> None:
    caller = api(arta)
    assert caller.get("/me/").json()["partners"]
    answer = api(besa).post(ending(membership_of(arta, partner_a)), if_match=1)
    assert answer.status_code == 200
    assert answer.json()["ended_at"] is not None
    assert caller.get("/me/").json()["partners"] == []


def test_what_has_ended_does_not_end_again_and_may_begin_anew(
    api: Api, besa: User, arta: User, partner_a: Partner
) -> None:
    row = membership_of(arta, partner_a)
    api(besa).post(ending(row), if_match=1)
    again = api(besa).post(ending(row), if_match=2)
    assert (again.status_code, again.json()["code"]) == (409, "member.ended")
    assert api(besa).post(MEMBERS, {"email": arta.email, "name": "", "role": "caseworker"}).status_code == 400
    assert (
        api(besa).post(MEMBERS, {"email": arta.email, "name": "A", "role": "caseworker"}).status_code == 201
    )


def test_an_end_says_which_version_it_means(api: Api, besa: User, arta: User, partner_a: Partner) -> None:
    row = membership_of(arta, partner_a)
    assert api(besa).post(ending(row)).status_code == 428
    assert api(besa).post(ending(row), if_match=7).status_code == 412
    assert api(besa).post(ending(row), if_match="nonsense").status_code == 400
    assert api(besa).post(ending(row), if_match="*").status_code == 200


@pytest.mark.parametrize("name", ["besa", "admin"])
def test_the_last_coordinator_stays(
    api: Api, besa: User, partner_a: Partner, request: pytest.FixtureRequest, name: str
) -> None:
    answer = api(request.getfixturevalue(name)).post(ending(membership_of(besa, partner_a)), if_match=1)
    assert (answer.status_code, answer.json()["code"]) == (409, LastCoordinator.code)
    assert actor_of(besa).may("manage_partner", partner_a.pk)


def test_a_program_or_a_closed_account_does_not_count_as_coordinator(
    api: Api, besa: User, partner_a: Partner
) -> None:
    api_client(partner_a, Role.COORDINATOR)
    closed = member(partner_a, Role.COORDINATOR)
    User.objects.filter(pk=closed.pk).update(is_active=False)
    answer = api(besa).post(ending(membership_of(besa, partner_a)), if_match=1)
    assert answer.json()["code"] == LastCoordinator.code


def test_a_coordinator_may_go_when_another_stays(api: Api, besa: User, partner_a: Partner) -> None:
    member(partner_a, Role.COORDINATOR)
    answer = api(besa).post(ending(membership_of(besa, partner_a)), if_match=1)
    assert answer.status_code == 200


def test_a_closed_account_gets_no_role(api: Api, besa: User, outsider: User) -> None:
    User.objects.filter(pk=outsider.pk).update(is_active=False)
    body = {"email": outsider.email, "name": "Outsider", "role": "observer"}
    assert api(besa).post(MEMBERS, body).json()["code"] == "member.account_closed"


def test_a_service_account_never_becomes_a_member_by_its_address(
    api: Api, besa: User, partner_a: Partner
) -> None:
    """It would be the way around "a program cannot be custodian"."""
    account = api_client(partner_a).membership.user
    for address in (account.email, account.email.upper(), "new@clients.invalid"):
        answer = api(besa).post(MEMBERS, {"email": address, "name": "x", "role": "custodian"})
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == "email"


def test_a_program_with_the_right_scope_keeps_members_but_names_no_custodian(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    program = client_of(partner_a, Role.COORDINATOR, ["partner:manage"])
    assert program.post(MEMBERS, NEW).status_code == 201
    assert program.post(MEMBERS, {**NEW, "role": "custodian"}).status_code == 403


def test_a_program_without_the_scope_keeps_nothing(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    program = client_of(partner_a, Role.COORDINATOR, ["cases:read", "cases:write"])
    assert program.get(MEMBERS).status_code == 404


def test_a_program_is_not_listed_among_the_people(api: Api, besa: User, partner_a: Partner) -> None:
    made = api_client(partner_a)
    rows = api(besa).get(MEMBERS).json()["results"]
    assert [row["name"] for row in rows] == ["Besa"]
    assert api(besa).get(f"{MEMBERS}{made.membership.pk}/").status_code == 404
    assert api(besa).post(f"{MEMBERS}{made.membership.pk}/end/", if_match=1).status_code == 404


def test_members_are_narrowed_by_role_and_by_whether_they_ended(
    api: Api, besa: User, arta: User, ilir: User, partner_a: Partner
) -> None:
    api(besa).post(ending(membership_of(arta, partner_a)), if_match=1)

    def names(**query: str) -> set[str]:
        return {row["name"] for row in api(besa).get(MEMBERS, query).json()["results"]}

    assert names() == {"Arta", "Besa", "Ilir"}
    assert names(running="true") == {"Besa", "Ilir"}
    assert names(running="false") == {"Arta"}
    assert names(role="caseworker") == {"Arta"}
    assert api(besa).get(MEMBERS, {"running": "perhaps"}).status_code == 400


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "no address"),
        ("email", "a\x00b@example.org"),
        ("email", None),
        ("email", "x" * 250 + "@example.org"),
        ("name", ""),
        ("name", "x" * 151),
        ("role", "administrator"),
        ("role", ["caseworker"]),
        ("role", {}),
        ("partner", "akt"),
        ("user_id", "1"),
        ("is_superuser", True),
        ("permissions", ["reveal_identity"]),
    ],
)
def test_a_wrong_fact_is_refused_by_field_and_nobody_is_made(
    api: Api, besa: User, field: str, value: object
) -> None:
    answer = api(besa).post(MEMBERS, {**NEW, field: value})
    assert answer.status_code == 400, answer.json()
    assert answer.json()["errors"][0]["field"] == field
    assert not User.objects.filter(name="Vjosa").exists()


def test_a_refused_role_leaves_no_account_behind(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    program = client_of(partner_a, Role.COORDINATOR, ["partner:manage"])
    program.post(MEMBERS, {**NEW, "role": "custodian"})
    assert not User.objects.filter(name="Vjosa").exists()


def test_the_log_says_who_gave_which_role_to_whom_without_names(
    api: Api, besa: User, partner_a: Partner
) -> None:
    api(besa).post(MEMBERS, NEW)
    line = AuditEvent.objects.filter(action="member.added").latest("number")
    person = User.objects.get(name="Vjosa")
    assert line.chain_id == partner_a.pk
    assert line.actor_id == besa.pk
    assert line.facts == {"user": str(person.pk), "role": "caseworker"}


def test_thirty_members_cost_what_one_costs(
    api: Api, besa: User, partner_a: Partner, django_assert_num_queries: Callable[..., Any]
) -> None:
    caller = api(besa)
    caller.get(MEMBERS)
    with django_assert_num_queries(4):
        assert len(caller.get(MEMBERS).json()["results"]) == 1
    for _number in range(29):
        member(partner_a, Role.CASEWORKER)
    with django_assert_num_queries(4):
        assert len(caller.get(MEMBERS).json()["results"]) == 30


def test_a_cursor_written_by_hand_is_refused(api: Api, besa: User) -> None:
    answer = api(besa).get(f"{MEMBERS}?cursor=cD1nYXJiYWdl")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "invalid_cursor"


def test_the_service_refuses_who_does_not_keep_the_partner(arta: User, partner_a: Partner) -> None:
    for actor in (actor_of(arta), Actor.nobody()):
        with pytest.raises(NotFound):
            services.add_member("pif", email="x@example.org", name="X", role=Role.OBSERVER, actor=actor)
