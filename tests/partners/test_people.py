"""The people of a partner and their roles as one: changed together, or not at all."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.partners.actors import actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import ROLES, Role
from tests.calling import Caller
from tests.factories.partners import PASSWORD, member

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
PEOPLE = "/partners/pif/people/"


def test_everybody_stands_once_with_all_roles(api: Api, besa: User, arta: User, partner_a: Partner) -> None:
    member(partner_a, Role.CUSTODIAN, arta)
    rows = api(besa).get(PEOPLE).json()["results"]
    assert [(row["name"], row["roles"]) for row in rows] == [
        ("Arta", ["caseworker", "custodian"]),
        ("Besa", ["coordinator"]),
    ]


def test_roles_are_changed_together_and_each_leaves_its_line(
    api: Api, besa: User, arta: User, partner_a: Partner
) -> None:
    lines = AuditEvent.objects.count()
    answer = api(besa).patch(f"{PEOPLE}{arta.pk}/", {"roles": ["observer", "legal_adviser"]}, if_match=1)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["roles"] == ["legal_adviser", "observer"]
    assert actor_of(arta).permissions == {partner_a.pk: ROLES[Role.LEGAL_ADVISER] | ROLES[Role.OBSERVER]}
    assert AuditEvent.objects.count() == lines + 3
    stale = api(besa).patch(f"{PEOPLE}{arta.pk}/", {"roles": ["observer"]}, if_match=1)
    assert stale.status_code == 412
    again = api(besa).patch(f"{PEOPLE}{arta.pk}/", {"roles": ["observer"]}, if_match=answer["ETag"])
    assert again.status_code == 200


def test_the_version_rises_with_every_change_whatever_way_it_came(
    api: Api, besa: User, arta: User, partner_a: Partner
) -> None:
    seen = [api(besa).get(f"{PEOPLE}{arta.pk}/").json()["version"]]
    for roles in (["observer"], ["caseworker"], ["caseworker", "observer"], ["observer"]):
        seen.append(api(besa).patch(f"{PEOPLE}{arta.pk}/", {"roles": roles}, if_match="*").json()["version"])
    assert seen == sorted(set(seen))


def test_a_refusal_changes_nothing(api: Api, besa: User, partner_a: Partner) -> None:
    answer = api(besa).patch(f"{PEOPLE}{besa.pk}/", {"roles": ["observer"]}, if_match="*")
    assert (answer.status_code, answer.json()["code"]) == (403, "member.own_role")
    own = api(besa).patch(f"{PEOPLE}{besa.pk}/", {"roles": ["coordinator", "custodian"]}, if_match="*")
    assert own.json()["code"] == "member.own_role"
    running = Membership.objects.running().filter(user=besa)
    assert [one.role for one in running] == ["coordinator"]


def test_the_last_coordinator_stays_also_when_the_administrator_changes_roles(
    api: Api, admin: User, besa: User
) -> None:
    answer = api(admin).patch(f"{PEOPLE}{besa.pk}/", {"roles": ["observer"]}, if_match="*")
    assert (answer.status_code, answer.json()["code"]) == (409, "member.last_coordinator")
    assert actor_of(besa).may("manage_partner", Partner.objects.get(slug="pif").pk)


def test_who_works_elsewhere_or_nowhere_is_not_here(
    api: Api, besa: User, nino: User, outsider: User, partner_a: Partner
) -> None:
    for person in (nino, outsider):
        assert api(besa).get(f"{PEOPLE}{person.pk}/").status_code == 404
        change = api(besa).patch(f"{PEOPLE}{person.pk}/", {"roles": ["observer"]}, if_match="*")
        assert change.status_code == 404


@pytest.mark.parametrize("roles", [[], None, "observer", ["boss"], ["observer", "observer"], [1], [None]])
def test_roles_that_are_none_are_refused(api: Api, besa: User, arta: User, roles: Any) -> None:
    answer = api(besa).patch(f"{PEOPLE}{arta.pk}/", {"roles": roles}, if_match="*")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].startswith("roles")


# One's own way in


def test_a_password_is_changed_by_who_knows_the_present_one(api: Api, arta: User) -> None:
    here, there = api(arta), api(arta)
    wrong = here.post("/me/password/", {"present": "wrong", "password": "katër fjalë të gjata"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "user.wrong_password")
    weak = here.post("/me/password/", {"present": PASSWORD, "password": "short"})
    assert weak.json()["errors"][0]["field"] == "password"
    good = here.post("/me/password/", {"present": PASSWORD, "password": "katër fjalë të gjata"})
    assert good.status_code == 204
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 401


def test_guessing_the_present_password_is_slowed_down(api: Api, arta: User) -> None:
    caller = api(arta)
    body = {"present": "wrong", "password": "katër fjalë të gjata"}
    codes = [caller.post("/me/password/", body).status_code for _try in range(12)]
    assert codes == [409] * 10 + [429] * 2


def test_own_sessions_are_seen_and_ended_others_are_not(api: Api, arta: User, nino: User) -> None:
    here, there, foreign = api(arta), api(arta), api(nino)
    assert foreign.get("/me/").status_code == 200
    rows = here.get("/me/sessions/").json()["results"]
    assert [row["is_current"] for row in rows] == [True, False]
    keys = {caller.session.session_key for caller in (here, there)}
    assert not keys & {row["id"] for row in rows}
    nobodys = here.post(f"/me/sessions/{foreign.get('/me/sessions/').json()['results'][0]['id']}/end/")
    assert nobodys.status_code == 404
    assert here.post(f"/me/sessions/{rows[1]['id']}/end/").json() == {"count": 1}
    assert there.get("/me/").status_code == 401
    assert here.post("/me/sessions/end_others/").json() == {"count": 0}
    assert here.get("/me/").status_code == foreign.get("/me/").status_code == 200
