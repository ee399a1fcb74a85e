"""API clients: made by people who keep the partner, narrowed by scopes, ended at once."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.idp.oidc.models import Client, Token
from django.db import IntegrityError

from backend.audit.models import AuditEvent
from backend.idempotency.models import IdempotencyRecord
from backend.partners import services
from backend.partners.actors import Actor, actor_of
from backend.partners.errors import NotForPrograms
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role, scopes_of_role
from tests.calling import Caller
from tests.factories.partners import access_token, api_client

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
CLIENTS = "/partners/pif/clients/"
NEW = {"name": "Kobo bridge", "role": "field_researcher", "scopes": ["intake"]}


def with_token(client_id: str, **options: Any) -> Caller:
    caller = Caller()
    caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(client_id, **options)}")
    return caller


def test_a_coordinator_lets_a_program_in_and_sees_its_secret_once(api: Api, besa: User) -> None:
    made = api(besa).post(CLIENTS, NEW)
    assert made.status_code == 201, made.json()
    assert len(made.json()["client_secret"]) >= 43
    assert made.json()["token_url"] == "http://testserver/identity/o/api/token"
    shown = [
        api(besa).get(CLIENTS).content,
        api(besa).get(f"{CLIENTS}{made.json()['client_id']}/").content,
    ]
    assert not any(b"secret" in answer for answer in shown)


def test_the_secret_is_kept_nowhere_in_the_clear(api: Api, besa: User) -> None:
    made = api(besa).post(CLIENTS, NEW, key="a-key-of-the-partner").json()
    secret = made["client_secret"]
    assert Client.objects.get(pk=made["client_id"]).check_secret(secret)
    assert secret not in Client.objects.get(pk=made["client_id"]).secret
    assert secret.encode() not in bytes(IdempotencyRecord.objects.get().answer)
    assert all(secret not in str(line.facts) for line in AuditEvent.objects.all())


def test_the_secret_is_not_in_what_python_shows(partner_a: Partner) -> None:
    made = api_client(partner_a)
    assert made.client_secret not in repr(made)


def test_sending_twice_with_one_key_lets_one_program_in(api: Api, besa: User) -> None:
    first, second = (api(besa).post(CLIENTS, NEW, key="kobo") for _try in range(2))
    assert first.json() == second.json()
    assert Client.objects.count() == 1


def test_without_scopes_it_gets_those_that_its_role_can_use(api: Api, besa: User) -> None:
    body = {"name": "Everything", "role": "caseworker"}
    assert api(besa).post(CLIENTS, body).json()["scopes"] == scopes_of_role(Role.CASEWORKER)


@pytest.mark.parametrize(
    ("role", "scopes"),
    [("field_researcher", ["cases:read"]), ("observer", ["cases:write"]), ("caseworker", ["partner:manage"])],
)
def test_a_scope_that_the_role_cannot_use_is_refused(
    api: Api, besa: User, role: str, scopes: list[str]
) -> None:
    answer = api(besa).post(CLIENTS, {"name": "x", "role": role, "scopes": scopes})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "foreign_scope"
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 101),
        ("name", "\x00"),
        ("role", "root"),
        ("scopes", []),
        ("scopes", ["everything"]),
        ("scopes", "intake"),
        ("scopes", [["intake"]]),
        ("client_id", "mine"),
        ("client_secret", "mine"),
        ("owner", "1"),
    ],
)
def test_a_wrong_fact_is_refused_by_field(api: Api, besa: User, field: str, value: object) -> None:
    answer = api(besa).post(CLIENTS, {**NEW, field: value})
    assert answer.status_code == 400, answer.json()
    assert answer.json()["errors"][0]["field"].split(".")[0] == field


def test_a_program_cannot_be_custodian(api: Api, besa: User) -> None:
    answer = api(besa).post(CLIENTS, {"name": "x", "role": "custodian"})
    assert (answer.status_code, answer.json()["code"]) == (409, NotForPrograms.code)
    assert not User.objects.filter(is_service=True).exists()


@pytest.mark.parametrize("name", ["arta", "giorgi", "outsider", "dafina"])
def test_for_everybody_else_there_are_no_programs(
    api: Api, besa: User, partner_a: Partner, request: pytest.FixtureRequest, name: str
) -> None:
    made, caller = api_client(partner_a), api(request.getfixturevalue(name))
    calls = [
        caller.get(CLIENTS),
        caller.get(f"{CLIENTS}{made.client_id}/"),
        caller.post(CLIENTS, NEW),
        caller.post(f"{CLIENTS}{made.client_id}/end/", if_match=1),
    ]
    assert [call.status_code for call in calls] == [404] * 4
    assert len({call.content for call in calls}) == 1


def test_a_program_of_another_partner_cannot_be_ended_through_ones_own(
    api: Api, besa: User, partner_b: Partner
) -> None:
    foreign = api_client(partner_b)
    answer = api(besa).post(f"{CLIENTS}{foreign.client_id}/end/", if_match=1)
    assert answer.status_code == 404
    assert with_token(foreign.client_id).get("/me/").status_code == 200


@pytest.mark.parametrize("path", ["nothing", "a" * 300, "0", "-", "%00"])
def test_an_absent_program_is_not_found(api: Api, besa: User, path: str) -> None:
    assert api(besa).get(f"{CLIENTS}{path}/").status_code == 404
    assert api(besa).post(f"{CLIENTS}{path}/end/", if_match=1).status_code == 404


def test_a_program_lets_no_program_in_and_ends_none(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    """A program with the scope to keep members could otherwise give itself the scope to read cases."""
    program, other = client_of(partner_a, Role.COORDINATOR, ["partner:manage"]), api_client(partner_a)
    assert program.get(CLIENTS).status_code == 200
    assert program.post(CLIENTS, NEW).json()["code"] == "client.person_needed"
    assert program.post(f"{CLIENTS}{other.client_id}/end/", if_match=1).status_code == 403


def test_an_ended_program_is_out_at_once_and_for_good(
    api: Api, besa: User, anonymous: Caller, partner_a: Partner
) -> None:
    made = api_client(partner_a)
    program = with_token(made.client_id)
    assert program.get("/me/").status_code == 200
    ended = api(besa).post(f"{CLIENTS}{made.client_id}/end/", if_match=1)
    assert ended.status_code == 200
    assert ended.json()["ended_at"]
    assert program.get("/me/").status_code == 401
    assert not Token.objects.filter(client=made.client_id).exists()
    assert not services.oauth_client(made.client_id).check_secret(made.client_secret)
    assert actor_of(User.objects.get(pk=made.membership.user_id), scopes=made.scopes) == Actor.nobody()


def test_an_ended_program_stays_in_the_list_as_ended(api: Api, besa: User, partner_a: Partner) -> None:
    made = api_client(partner_a)
    api(besa).post(f"{CLIENTS}{made.client_id}/end/", if_match=1)
    assert api(besa).get(CLIENTS, {"running": "true"}).json()["results"] == []
    [row] = api(besa).get(CLIENTS, {"running": "false"}).json()["results"]
    assert row["client_id"] == made.client_id
    again = api(besa).post(f"{CLIENTS}{made.client_id}/end/", if_match=2)
    assert (again.status_code, again.json()["code"]) == (409, "member.ended")


def test_an_end_says_which_version_it_means(api: Api, besa: User, partner_a: Partner) -> None:
    made = api_client(partner_a)
    address = f"{CLIENTS}{made.client_id}/end/"
    assert api(besa).post(address).status_code == 428
    assert api(besa).post(address, if_match=9).status_code == 412
    assert with_token(made.client_id).get("/me/").status_code == 200


def test_the_administrator_keeps_programs_of_every_partner(api: Api, admin: User, partner_b: Partner) -> None:
    made = api(admin).post("/partners/akt/clients/", NEW)
    assert made.status_code == 201
    ended = api(admin).post(f"/partners/akt/clients/{made.json()['client_id']}/end/", if_match=1)
    assert ended.status_code == 200


def test_the_log_names_the_program_its_role_and_scopes(api: Api, besa: User, partner_a: Partner) -> None:
    made = api(besa).post(CLIENTS, NEW).json()
    line = AuditEvent.objects.get(action="client.created")
    assert (line.chain_id, line.actor_id) == (partner_a.pk, besa.pk)
    assert line.facts == {
        "client": made["client_id"],
        "role": "field_researcher",
        "scopes": ["intake"],
    }


def test_a_program_holds_one_role_in_one_partner(partner_a: Partner, partner_b: Partner) -> None:
    made = api_client(partner_a, Role.OBSERVER)
    assert Membership.objects.filter(user=made.membership.user).count() == 1
    assert set(actor_of(made.membership.user, scopes=made.scopes).permissions) == {partner_a.pk}


def test_the_database_refuses_a_program_that_administers(partner_a: Partner) -> None:
    account = api_client(partner_a).membership.user
    with pytest.raises(IntegrityError, match="no_program"):
        User.objects.filter(pk=account.pk).update(is_superuser=True)


def test_thirty_programs_cost_what_one_costs(
    api: Api, besa: User, partner_a: Partner, django_assert_num_queries: Callable[..., Any]
) -> None:
    api_client(partner_a)
    caller = api(besa)
    caller.get(CLIENTS)
    with django_assert_num_queries(5):
        assert len(caller.get(CLIENTS).json()["results"]) == 1
    for _number in range(29):
        api_client(partner_a)
    with django_assert_num_queries(5):
        assert len(caller.get(CLIENTS).json()["results"]) == 30
