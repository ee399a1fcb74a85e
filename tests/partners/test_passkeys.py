"""Passkeys: added, named, taken away; as second step or alone; never without the device asking who holds
it."""

from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.partners.models import User
from tests.partners.passkey import Passkey
from tests.partners.second_steps import BASE, SECOND, app_added, asked, show_it_is_her, signed_in
from tests.partners.test_sign_in import Browser

pytestmark = pytest.mark.django_db
PASSKEYS = f"{BASE}/account/authenticators/webauthn"
ALL = f"{BASE}/account/authenticators"
STEP, ALONE = f"{BASE}/auth/webauthn/authenticate", f"{BASE}/auth/webauthn/login"


def added(browser: Browser, key: Passkey, name: str = "Telephone") -> Any:
    show_it_is_her(browser)
    options = browser.get(PASSKEYS).json()["data"]["creation_options"]
    return asked(browser, "post", PASSKEYS, {"name": name, "credential": key.made_for(options)})


def answered(browser: Browser, key: Passkey, door: str) -> Any:
    options = browser.get(door).json()["data"]["request_options"]
    return asked(browser, "post", door, {"credential": key.answer_to(options)})


@pytest.fixture
def key(arta: User) -> Passkey:
    """Arta's."""
    made = Passkey()
    assert added(signed_in(arta), made).status_code == 200
    return made


def test_a_passkey_is_the_second_step(arta: User, key: Passkey) -> None:
    browser = Browser().opened()
    flows = browser.sign_in(arta.email).json()["data"]["flows"]
    assert "webauthn" in next(flow for flow in flows if flow.get("is_pending"))["types"]
    assert browser.get("/me/").status_code == 401
    assert answered(browser, key, STEP).status_code == 200
    assert browser.get("/me/").json()["email"] == arta.email


def test_a_passkey_signs_in_alone_and_counts_as_second_factor(
    arta: User, key: Passkey, settings: Any
) -> None:
    settings.DOSJA_SECOND_FACTOR = "required"
    browser = Browser().opened()
    assert answered(browser, key, ALONE).status_code == 200
    assert browser.get("/cases/").status_code == 200


def test_every_request_demands_that_the_device_asks_who_holds_it(arta: User, key: Passkey) -> None:
    browser = signed_in(arta)
    assert browser.get(STEP).json()["data"]["request_options"]["publicKey"]["userVerification"] == "required"
    other = Browser().opened()
    assert other.get(ALONE).json()["data"]["request_options"]["publicKey"]["userVerification"] == "required"


@pytest.mark.parametrize("door", [STEP, ALONE])
def test_a_device_that_did_not_ask_opens_nothing(arta: User, key: Passkey, door: str) -> None:
    """Somebody found it on a table."""
    key.verifies = False
    browser = signed_in(arta) if door == STEP else Browser().opened()
    assert answered(browser, key, door).status_code == 400
    assert browser.get("/me/").status_code == 401


def test_a_device_that_does_not_ask_cannot_be_added(arta: User) -> None:
    assert added(signed_in(arta), Passkey(verifies=False)).status_code == 400


@pytest.mark.parametrize("origin", ["https://dosja.evil.example", "http://testserver"])
def test_what_was_given_to_another_page_opens_nothing_here(arta: User, key: Passkey, origin: str) -> None:
    key.origin = origin
    assert answered(signed_in(arta), key, STEP).status_code == 400


def test_another_persons_passkey_is_no_second_step(arta: User, besa: User, key: Passkey) -> None:
    theirs = Passkey()
    added(signed_in(besa), theirs)
    assert answered(signed_in(arta), theirs, STEP).status_code == 400


def test_passkeys_of_closed_accounts_open_nothing(arta: User, key: Passkey) -> None:
    User.objects.filter(pk=arta.pk).update(is_active=False)
    browser = Browser().opened()
    answered(browser, key, ALONE)
    assert browser.get("/me/").status_code == 401


def test_they_belong_to_the_name_that_settings_give(arta: User, settings: Any) -> None:
    settings.DOSJA_PUBLIC_ADDRESS = "https://dosja.example"
    browser = signed_in(arta)
    show_it_is_her(browser)
    options = browser.get(PASSKEYS).json()["data"]["creation_options"]["publicKey"]
    assert options["rp"]["id"] == "dosja.example"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert arta.name not in str(options["user"]["id"])


def test_a_passkey_works_at_localhost(arta: User, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    browser = Browser(SERVER_NAME="localhost").opened()
    browser.sign_in(arta.email)
    assert added(browser, Passkey(origin="http://localhost:8000")).status_code == 200


def test_one_gives_it_another_name_and_takes_it_away(arta: User, key: Passkey) -> None:
    browser = signed_in(arta)
    answered(browser, key, STEP)
    app_added(browser)
    (found,) = [one for one in browser.get(ALL).json()["data"] if one["type"] == "webauthn"]
    assert found["name"] == "Telephone"
    renamed = asked(browser, "put", PASSKEYS, {"id": found["id"], "name": "Key on my ring"})
    assert renamed.json()["data"]["name"] == "Key on my ring"
    assert asked(browser, "delete", PASSKEYS, {"authenticators": [found["id"]]}).status_code == 200
    assert "webauthn" not in str(browser.get(ALL).json())
    lines = AuditEvent.objects.filter(action__startswith="user.second_factor").order_by("pk")
    assert [(line.action, line.facts["kind"]) for line in lines] == [
        ("user.second_factor_added", "webauthn"),
        ("user.second_factor_added", "totp"),
        ("user.second_factor_removed", "webauthn"),
    ]


def test_nobody_touches_the_passkey_of_somebody_else(arta: User, besa: User, key: Passkey) -> None:
    browser = signed_in(besa)
    show_it_is_her(browser)
    for method, body in (("put", {"id": 1, "name": "x"}), ("delete", {"authenticators": [1]})):
        assert asked(browser, method, PASSKEYS, body).status_code == 400


def test_the_last_one_stays_where_a_factor_is_demanded(arta: User, key: Passkey, settings: Any) -> None:
    settings.DOSJA_SECOND_FACTOR = "required"
    browser = signed_in(arta)
    answered(browser, key, STEP)
    show_it_is_her(browser)
    (found,) = [one for one in browser.get(ALL).json()["data"] if one["type"] == "webauthn"]
    refused = asked(browser, "delete", PASSKEYS, {"authenticators": [found["id"]]})
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["code"] == "cannot_delete_authenticator"


def test_a_code_of_an_app_is_no_answer_for_who_has_only_a_passkey(arta: User, key: Passkey) -> None:
    assert asked(signed_in(arta), "post", SECOND, {"code": "123456"}).status_code == 400


def test_the_page_without_scripts_says_where_a_passkey_can_be_used(arta: User, key: Passkey) -> None:
    browser = signed_in(arta)
    page = browser.get("http://testserver/accounts/second-step/")
    assert page.status_code == 200
    assert "/dashboard/" in page.content.decode()
