"""One's own account."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.partners.models import Partner, User
from backend.partners.roles import ROLES, Role
from tests.calling import Caller
from tests.factories.partners import member

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]


def test_a_member_sees_roles_and_permissions_by_partner(
    api: Api, arta: User, partner_a: Partner, partner_b: Partner
) -> None:
    member(partner_a, Role.CUSTODIAN, arta)
    member(partner_b, Role.OBSERVER, arta)
    me = api(arta).get("/me/").json()
    assert (me["kind"], me["email"], me["language"], me["scopes"]) == ("staff", arta.email, "sq", None)
    akt, pif = me["partners"]
    assert (akt["slug"], akt["roles"], akt["permissions"]) == (
        "akt",
        ["observer"],
        sorted(ROLES[Role.OBSERVER]),
    )
    assert pif["roles"] == ["caseworker", "custodian"]
    assert pif["permissions"] == sorted(ROLES[Role.CASEWORKER] | ROLES[Role.CUSTODIAN])


def test_a_program_sees_what_its_token_leaves_it(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    me = client_of(partner_a, Role.CASEWORKER, ["intake"]).get("/me/").json()
    assert (me["kind"], me["scopes"]) == ("client", ["intake"])
    assert me["partners"][0]["permissions"] == ["file_complaints"]


def test_the_administrator_is_told_so_and_holds_no_partner(api: Api, admin: User, partner_a: Partner) -> None:
    me = api(admin).get("/me/").json()
    assert me["is_platform_administrator"] is True
    assert me["partners"] == []


def test_nobody_is_nobody(anonymous: Caller) -> None:
    for answer in (anonymous.get("/me/"), anonymous.patch("/me/", {"language": "sq"}, if_match=1)):
        assert answer.status_code == 401
        assert answer.json()["code"] == "not_authenticated"


@pytest.mark.parametrize("language", ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"])
def test_one_chooses_the_language_in_which_one_is_addressed(api: Api, besa: User, language: str) -> None:
    answer = api(besa).patch("/me/", {"language": language}, if_match=1)
    assert answer.status_code == 200
    assert answer.json()["language"] == language
    assert answer["ETag"] == '"2"'


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"language": "de"},
        {"language": "sr-latn"},
        {"language": None},
        {"language": ["sq"]},
        {"language": "sq", "is_superuser": True},
        {"language": "sq", "email": "other@example.org"},
        {"language": "sq", "is_active": False},
        [],
        "sq",
        None,
    ],
)
def test_nothing_else_of_ones_account_can_be_changed_here(api: Api, besa: User, body: Any) -> None:
    answer = api(besa).patch("/me/", body, if_match=1)
    assert answer.status_code == 400, answer.content
    assert User.objects.get(pk=besa.pk).version == 1


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"language": "\\ud800"}', b"[" * 2000, b'{"a": NaN}'])
def test_an_unreadable_body_is_refused(api: Api, besa: User, body: bytes) -> None:
    answer = api(besa).raw("PATCH", "/me/", body, if_match=1)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_a_stale_change_is_refused(api: Api, besa: User) -> None:
    assert api(besa).patch("/me/", {"language": "ka"}).status_code == 428
    assert api(besa).patch("/me/", {"language": "ka"}, if_match=5).status_code == 412


def test_the_change_leaves_one_line(api: Api, besa: User) -> None:
    api(besa).patch("/me/", {"language": "ka"}, if_match=1)
    line = AuditEvent.objects.get(action="user.language_changed")
    assert (line.actor_id, line.facts) == (besa.pk, {"language": "ka"})


def test_many_roles_cost_what_one_costs(
    api: Api, arta: User, partner_b: Partner, django_assert_num_queries: Callable[..., Any]
) -> None:
    caller = api(arta)
    caller.get("/me/")
    with django_assert_num_queries(3):
        caller.get("/me/")
    for role in (Role.OBSERVER, Role.CASEWORKER, Role.CUSTODIAN):
        member(partner_b, role, arta)
    with django_assert_num_queries(3):
        caller.get("/me/")
