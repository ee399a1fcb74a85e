"""A second factor that is demanded: without it a member of staff reaches nothing but the way to get one."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.partners import services
from backend.partners.actors import Actor
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import member
from tests.partners.second_steps import CODES, SECOND, TOTP, app_added, asked, code_of, signed_in
from tests.partners.test_sign_in import SESSION

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]


@pytest.fixture
def demanded(settings: Any) -> None:
    """By the installation, as in production."""
    settings.DOSJA_SECOND_FACTOR = "required"


def demands(partner: Partner, yes: bool = True) -> None:
    changes: Any = {"second_factor_required": yes}
    services.change_partner(partner.slug, changes=changes, expected=None, actor=Actor.system())


def told(browser: Caller) -> tuple[bool, bool]:
    me = browser.get("/me/").json()
    return me["second_factor_required"], me["second_factor_missing"]


def test_staff_without_a_second_factor_sees_no_case(demanded: None, arta: User) -> None:
    browser = signed_in(arta)
    refused = browser.get("/cases/")
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor.required")
    assert told(browser) == (True, True)


def test_whoever_sets_one_up_goes_on_at_once(demanded: None, arta: User) -> None:
    browser = signed_in(arta)
    app_added(browser)
    assert browser.get("/cases/").status_code == 200
    assert told(browser) == (True, False)


def test_whoever_signs_in_with_it_works_as_ever(demanded: None, arta: User, app: str) -> None:
    browser = signed_in(arta)
    assert asked(browser, "post", SECOND, {"code": code_of(app)}).status_code == 200
    assert browser.get("/cases/").status_code == 200


def test_a_recovery_code_is_a_second_factor_too(demanded: None, arta: User) -> None:
    owner = signed_in(arta)
    app_added(owner)
    codes = asked(owner, "post", CODES).json()["data"]["unused_codes"]
    browser = signed_in(arta)
    asked(browser, "post", SECOND, {"code": codes[0]})
    assert browser.get("/cases/").status_code == 200


def test_a_thief_of_the_password_stays_outside_when_the_owner_adds_an_app(demanded: None, arta: User) -> None:
    """He had a session before; it ends, and it would not have been let in."""
    thief, owner = signed_in(arta), signed_in(arta)
    app_added(owner)
    assert thief.get("/me/").status_code == 401
    assert owner.get("/me/").status_code == 200


def test_a_session_that_never_showed_the_factor_stays_outside(
    demanded: None, arta: User, app: str, api: Api
) -> None:
    """Even if somehow it is there: that the account has a factor does not open it."""
    assert api(arta).get("/cases/").json()["code"] == "second_factor.required"


def test_a_partner_may_demand_it_where_the_installation_does_not(
    partner_a: Partner, arta: User, nino: User
) -> None:
    demands(partner_a)
    assert signed_in(arta).get("/cases/").json()["code"] == "second_factor.required"
    assert signed_in(nino).get("/cases/").status_code == 200


def test_a_partner_cannot_waive_what_the_installation_demands(
    demanded: None, partner_a: Partner, arta: User
) -> None:
    demands(partner_a, yes=False)
    assert signed_in(arta).get("/cases/").status_code == 403


def test_who_works_for_two_partners_follows_the_stricter_one(
    partner_a: Partner, partner_b: Partner, arta: User
) -> None:
    member(partner_b, Role.CASEWORKER, arta)
    demands(partner_b)
    assert signed_in(arta).get("/cases/").status_code == 403


def test_the_coordinator_turns_it_on_and_the_audit_trail_says_so(
    api: Api, besa: User, partner_a: Partner
) -> None:
    answer = api(besa).patch("/partners/pif/", {"second_factor_required": True}, if_match=1)
    assert answer.json()["settings"]["second_factor_required"] is True
    line = AuditEvent.objects.get(action="partner.changed")
    assert line.facts == {"fields": ["second_factor_required"]}
    assert api(besa).get("/partners/pif/members/").status_code == 403


def test_a_caseworker_cannot_turn_it_off(api: Api, arta: User, partner_a: Partner) -> None:
    answer = api(arta).patch("/partners/pif/", {"second_factor_required": False}, if_match=1)
    assert answer.status_code == 403
    assert answer.json()["code"] == "not_allowed"


def test_the_platform_administrator_is_no_exception(demanded: None, admin: User) -> None:
    assert signed_in(admin).get("/partners/").json()["code"] == "second_factor.required"


def test_a_program_is_not_asked(demanded: None, client_of: Callable[..., Caller], partner_a: Partner) -> None:
    demands(partner_a)
    assert client_of(partner_a, Role.CASEWORKER, ["cases:read"]).get("/cases/").status_code == 200


def test_what_is_needed_to_set_one_up_stays_open(demanded: None, arta: User) -> None:
    browser = signed_in(arta)
    for path in ("/me/", "/me/sessions/", TOTP):
        assert browser.get(path).status_code in (200, 404), path
    answer = asked(browser, "post", "/me/password/", {"present": "x", "password": "y"})
    assert answer.json()["code"] == "user.wrong_password"
    assert asked(browser, "delete", SESSION).status_code == 401
    assert browser.get("/me/").status_code == 401


def test_nobody_gives_up_the_last_factor_where_it_is_demanded(demanded: None, arta: User) -> None:
    browser = signed_in(arta)
    app_added(browser)
    refused = asked(browser, "delete", TOTP)
    assert refused.status_code == 409
    assert refused.json()["errors"][0]["code"] == "cannot_delete_authenticator"
    assert browser.get("/cases/").status_code == 200


def test_where_it_is_left_to_each_person_one_may_give_it_up(arta: User) -> None:
    browser = signed_in(arta)
    app_added(browser)
    assert asked(browser, "delete", TOTP).status_code == 200
    actions = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"user.second_factor_added", "user.second_factor_removed"} <= actions
