"""Partners: who sees what of them, who changes them, what suspension does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from backend.audit.models import AuditEvent
from backend.common.errors import NotAllowed
from backend.partners import services
from backend.partners.actors import actor_of
from backend.partners.errors import PrefixTaken, SlugTaken
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import PartnerFactory, member, suspended

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
NEW = {
    "slug": "lda",
    "prefix": "LDA",
    "name": "Local Democracy Agency",
    "country": "GE",
    "languages": ["ka", "en"],
    "time_zone": "Asia/Tbilisi",
}


def test_everybody_signed_in_knows_the_partners_by_their_public_face(
    api: Api, arta: User, nino: User, outsider: User, partner_a: Partner, partner_b: Partner
) -> None:
    for person in (arta, nino, outsider):
        rows = api(person).get("/partners/").json()["results"]
        assert [row["slug"] for row in rows] == ["akt", "pif"]
        assert all(row["settings"] is None for row in rows)


def test_nobody_else_knows_them(anonymous: Caller, partner_a: Partner) -> None:
    for path in ("/partners/", "/partners/pif/", "/partners/nowhere/"):
        answer = anonymous.get(path)
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_coordinator_sees_the_settings_of_her_own_partner_only(
    api: Api, besa: User, partner_b: Partner
) -> None:
    rows = {row["slug"]: row["settings"] for row in api(besa).get("/partners/").json()["results"]}
    assert rows["pif"]["prefix"] == "PIF"
    assert rows["pif"]["form_key"].startswith("pfk_")
    assert rows["akt"] is None
    assert api(besa).get("/partners/akt/").json()["settings"] is None


def test_the_administrator_sees_the_settings_of_all(
    api: Api, admin: User, partner_a: Partner, partner_b: Partner
) -> None:
    rows = api(admin).get("/partners/").json()["results"]
    assert all(row["settings"]["form_key"] for row in rows)


def test_partners_are_narrowed_by_country(api: Api, arta: User, partner_b: Partner) -> None:
    rows = api(arta).get("/partners/", {"country": "XK"}).json()["results"]
    assert [row["slug"] for row in rows] == ["akt"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("colour=red", "unknown_parameter"),
        ("country=", "empty_parameter"),
        ("country=ZZ", "invalid_choice"),
        ("cursor=%C3%A9", "invalid_cursor"),
        ("cursor=cD0lMDA%3D", None),
    ],
)
def test_a_parameter_that_means_nothing_is_refused(
    api: Api, arta: User, query: str, code: str | None
) -> None:
    answer = api(arta).get(f"/partners/?{query}")
    assert answer.status_code in ((400,) if code else (200, 400))
    if code:
        assert answer.json()["errors"][0]["code"] == code


def test_the_administrator_takes_a_partner_in_and_it_can_work_at_once(api: Api, admin: User) -> None:
    answer = api(admin).post("/partners/", NEW)
    assert answer.status_code == 201, answer.json()
    assert answer["ETag"] == '"1"'
    partner = Partner.objects.get(slug="lda")
    worker = member(partner, Role.CASEWORKER)
    assert actor_of(worker).may("work_cases", partner.pk)


def test_taking_a_partner_in_twice_with_one_key_makes_one_partner(api: Api, admin: User) -> None:
    first, second = (api(admin).post("/partners/", NEW, key="one-and-the-same") for _try in range(2))
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert Partner.objects.filter(slug="lda").count() == 1


@pytest.mark.parametrize("name", ["besa", "arta", "outsider", "nino"])
def test_nobody_else_takes_partners_in(api: Api, request: pytest.FixtureRequest, name: str) -> None:
    answer = api(request.getfixturevalue(name)).post("/partners/", NEW)
    assert answer.status_code == 403
    assert answer.json()["code"] == "not_allowed"
    assert not Partner.objects.filter(slug="lda").exists()


def test_a_program_never_takes_partners_in_whoever_its_owner_is(
    client_of: Callable[..., Caller], partner_a: Partner
) -> None:
    answer = client_of(partner_a, Role.COORDINATOR).post("/partners/", NEW)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "Große"),
        ("slug", "a b"),
        ("slug", "-a"),
        ("slug", "a/b"),
        ("slug", "a\x00b"),
        ("slug", "x" * 41),
        ("prefix", "pif"),
        ("prefix", "A"),
        ("prefix", "TOOLONG"),
        ("prefix", "ПИФ"),
        ("name", ""),
        ("name", "x" * 151),
        ("name", "a\x00b"),
        ("name", ["a"]),
        ("country", "DE"),
        ("languages", []),
        ("languages", ["sq", "sq"]),
        ("languages", ["sr"]),
        ("languages", "sq"),
        ("time_zone", "Europe/Nowhere"),
        ("time_zone", "../../etc/passwd"),
        ("website", "javascript:alert(1)"),
        ("website", "ftp://example.org"),
        ("contact", "x" * 301),
        ("is_active", False),
        ("id", "1"),
        ("form_key", "mine"),
    ],
)
def test_a_partner_with_a_wrong_fact_is_refused_by_field(
    api: Api, admin: User, field: str, value: object
) -> None:
    answer = api(admin).post("/partners/", {**NEW, field: value})
    assert answer.status_code == 400, answer.json()
    assert answer.json()["code"] == "invalid"
    assert answer.json()["errors"][0]["field"].split(".")[0] == field
    assert not Partner.objects.exclude(slug__in=["pif", "akt"]).exists()


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no time zones")
@pytest.mark.parametrize("path", ["/partners/", "/partners/pif/"])
def test_a_time_zone_that_the_database_does_not_know_is_refused(
    api: Api, admin: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """It counts the days of a partner, and its list of zones may be older than ours."""
    monkeypatch.setattr("backend.partners.models.available_timezones", lambda: {"Europe/New_City"})
    ask = api(admin).post if path == "/partners/" else api(admin).patch
    more = NEW if path == "/partners/" else {}
    answer = ask(path, {**more, "time_zone": "Europe/New_City"}, if_match="*")
    assert answer.status_code == 400, answer.json()
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [("time_zone", "time_zone")]


def test_slug_and_prefix_are_given_once(api: Api, admin: User, partner_a: Partner) -> None:
    same_slug = api(admin).post("/partners/", {**NEW, "slug": "pif"})
    same_prefix = api(admin).post("/partners/", {**NEW, "prefix": "PIF"})
    assert (same_slug.status_code, same_slug.json()["code"]) == (409, SlugTaken.code)
    assert (same_prefix.status_code, same_prefix.json()["code"]) == (409, PrefixTaken.code)


def test_a_coordinator_changes_contact_and_website(api: Api, besa: User) -> None:
    changes = {"contact": "Rruga e Kavajës 12, Tiranë", "website": "https://example.org/"}
    answer = api(besa).patch("/partners/pif/", changes, if_match=1)
    assert answer.status_code == 200
    assert answer["ETag"] == '"2"'
    assert answer.json()["contact"] == changes["contact"]


@pytest.mark.parametrize("changes", [{"is_active": False}, {"name": "Mine"}, {"time_zone": "UTC"}])
def test_a_coordinator_does_not_change_the_rest(api: Api, besa: User, changes: dict[str, Any]) -> None:
    answer = api(besa).patch("/partners/pif/", {"contact": "new", **changes}, if_match=1)
    assert answer.status_code == 403
    assert answer.json()["fields"] == sorted(changes)
    assert Partner.objects.get(slug="pif").contact == ""


@pytest.mark.parametrize("name", ["arta", "giorgi", "outsider", "dafina"])
def test_others_change_nothing_of_it(
    api: Api, partner_a: Partner, request: pytest.FixtureRequest, name: str
) -> None:
    answer = api(request.getfixturevalue(name)).patch("/partners/pif/", {"contact": "x"}, if_match=1)
    assert answer.status_code == 403


@pytest.mark.parametrize("field", ["slug", "prefix", "form_key", "id", "version", "country"])
def test_nobody_changes_what_addresses_and_references_stand_on(
    api: Api, admin: User, partner_a: Partner, field: str
) -> None:
    answer = api(admin).patch("/partners/pif/", {field: "XK"}, if_match=1)
    assert answer.status_code == 400
    assert answer.json()["errors"][0] | {"message": ""} == {
        "field": field,
        "code": "unknown_field",
        "message": "",
    }


def test_a_change_says_which_version_it_was_made_from(api: Api, besa: User) -> None:
    assert api(besa).patch("/partners/pif/", {"contact": "a"}).status_code == 428
    assert api(besa).patch("/partners/pif/", {"contact": "a"}, if_match=1).status_code == 200
    stale = api(besa).patch("/partners/pif/", {"contact": "b"}, if_match=1)
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    assert api(besa).patch("/partners/pif/", {"contact": "b"}, if_match="*").status_code == 200


def test_a_suspended_partner_disappears_and_its_people_can_do_nothing(
    api: Api, admin: User, besa: User, arta: User, nino: User, partner_a: Partner
) -> None:
    assert api(admin).patch("/partners/pif/", {"is_active": False}, if_match=1).status_code == 200
    assert api(nino).get("/partners/pif/").status_code == 404
    assert api(besa).get("/partners/pif/members/").status_code == 404
    assert api(besa).patch("/partners/pif/", {"contact": "x"}, if_match="*").status_code == 404
    assert api(arta).get("/me/").json()["partners"] == []
    assert api(admin).get("/partners/pif/").json()["settings"]["is_active"] is False


def test_a_partner_comes_back_with_all_its_people(
    api: Api, admin: User, arta: User, partner_a: Partner
) -> None:
    suspended(partner_a)
    assert api(admin).patch("/partners/pif/", {"is_active": True}, if_match="*").status_code == 200
    assert actor_of(arta).may("work_cases", partner_a.pk)


@pytest.mark.parametrize("path", ["/partners/nowhere/", "/partners/PIF/", "/partners/pif%00/"])
def test_an_absent_partner_is_not_found(api: Api, admin: User, partner_a: Partner, path: str) -> None:
    answer = api(admin).get(path)
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_every_change_leaves_one_line_that_names_fields_and_no_content(
    api: Api, besa: User, partner_a: Partner
) -> None:
    api(besa).patch("/partners/pif/", {"contact": "Rruga Myslym Shyri"}, if_match=1)
    line = AuditEvent.objects.filter(action="partner.changed").get()
    assert line.actor_id == besa.pk
    assert line.facts == {"fields": ["contact"]}


def test_methods_that_were_not_meant_are_refused(api: Api, admin: User, partner_a: Partner) -> None:
    for call in (api(admin).delete("/partners/pif/"), api(admin).put("/partners/pif/", {})):
        assert call.status_code == 405
        assert call.json()["code"] == "method_not_allowed"


def test_a_list_of_thirty_costs_what_a_list_of_one_costs(
    api: Api, besa: User, django_assert_num_queries: Callable[..., Any]
) -> None:
    caller = api(besa)
    caller.get("/partners/")
    # The session, the person with the permissions, the page.
    with django_assert_num_queries(3):
        assert len(caller.get("/partners/").json()["results"]) == 1
    PartnerFactory.create_batch(29)
    with django_assert_num_queries(3):
        assert len(caller.get("/partners/").json()["results"]) == 30


def test_pages_follow_each_other_without_gap_or_repetition(api: Api, besa: User) -> None:
    PartnerFactory.create_batch(6)
    seen, path = [], "/partners/?page_size=3"
    while path:
        page = api(besa).get(path).json()
        seen += [row["slug"] for row in page["results"]]
        path = page["next"]
    assert seen == sorted(Partner.objects.values_list("slug", flat=True))


def test_only_the_platform_creates_partners_also_by_the_service(besa: User) -> None:
    with pytest.raises(NotAllowed):
        services.create_partner(**NEW, actor=actor_of(besa))
