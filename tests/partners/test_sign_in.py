"""Staff come in by session: password, CSRF token, nothing told to those who guess."""

from typing import Any

import pytest

from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories.partners import PASSWORD, api_client

pytestmark = pytest.mark.django_db
LOGIN = "/_allauth/browser/v1/auth/login"
SESSION = "/_allauth/browser/v1/auth/session"


class Browser(Caller):
    """Keeps cookies and sends the CSRF token as the dashboard does."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__(enforce_csrf_checks=True, **defaults)

    @property
    def token(self) -> str:
        return next((c.value for name, c in self.cookies.items() if name.endswith("csrf")), "")

    def opened(self) -> "Browser":
        """Any first answer of the sign-in interface brings the CSRF cookie."""
        self.get("/_allauth/browser/v1/config")
        return self

    def sign_in(self, email: str, password: str = PASSWORD) -> Any:
        body = {"email": email, "password": password}
        return self.post(LOGIN, body, headers={"X-CSRFToken": self.token})


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser().opened()


def test_a_member_of_staff_signs_in_and_the_api_knows_her(browser: Browser, arta: User) -> None:
    assert browser.sign_in(arta.email).status_code == 200
    me = browser.get("/me/")
    assert me.status_code == 200
    assert me.json()["name"] == "Arta"


def test_capitals_in_the_address_do_not_matter(browser: Browser, arta: User) -> None:
    assert browser.sign_in(arta.email.upper()).status_code == 200


def test_signing_in_needs_the_csrf_token(arta: User) -> None:
    answer = Browser().post(LOGIN, {"email": arta.email, "password": PASSWORD})
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"


def test_the_api_refuses_a_change_without_the_csrf_token(browser: Browser, arta: User) -> None:
    browser.sign_in(arta.email)
    answer = browser.patch("/me/", {"language": "en"}, if_match=1)
    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "csrf_failed"
    assert User.objects.get(pk=arta.pk).language == "sq"


def test_the_api_takes_a_change_with_the_csrf_token(browser: Browser, arta: User) -> None:
    browser.sign_in(arta.email)
    headers = {"X-CSRFToken": browser.token}
    answer = browser.patch("/me/", {"language": "en"}, if_match=1, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["language"] == "en"


def test_signing_out_ends_the_session(browser: Browser, arta: User) -> None:
    browser.sign_in(arta.email)
    browser.delete(SESSION, headers={"X-CSRFToken": browser.token})
    assert browser.get("/me/").status_code == 401


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(browser: Browser, arta: User) -> None:
    wrong = browser.sign_in(arta.email, "not the password at all")
    unknown = browser.sign_in("nobody.at.all@example.org", "not the password at all")
    assert wrong.status_code == unknown.status_code == 400
    assert wrong.json() == unknown.json()


def test_a_closed_account_with_the_wrong_password_gets_the_same_answer_too(
    browser: Browser, arta: User
) -> None:
    User.objects.filter(pk=arta.pk).update(is_active=False)
    closed = browser.sign_in(arta.email, "not the password at all")
    unknown = browser.sign_in("nobody.at.all@example.org", "not the password at all")
    assert (closed.status_code, closed.json()) == (unknown.status_code, unknown.json())


def test_a_closed_account_cannot_sign_in(browser: Browser, arta: User) -> None:
    User.objects.filter(pk=arta.pk).update(is_active=False)
    assert browser.sign_in(arta.email).status_code != 200
    assert browser.get("/me/").status_code == 401


def test_closing_an_account_ends_its_open_sessions(browser: Browser, arta: User) -> None:
    browser.sign_in(arta.email)
    User.objects.filter(pk=arta.pk).update(is_active=False)
    assert browser.get("/me/").status_code == 401


def test_a_new_member_without_a_password_cannot_sign_in(browser: Browser, arta: User) -> None:
    arta.set_unusable_password()
    arta.save()
    for password in ("!", arta.password, PASSWORD):
        assert browser.sign_in(arta.email, password).status_code == 400


def test_a_service_account_cannot_sign_in(browser: Browser, partner_a: Partner) -> None:
    made = api_client(partner_a)
    account = made.membership.user
    assert browser.sign_in(account.email, made.client_secret).status_code == 400


def test_a_session_of_a_service_account_opens_nothing(partner_a: Partner) -> None:
    """Even if somebody should give one a password or a session by hand."""
    caller = Caller()
    caller.force_login(api_client(partner_a).membership.user)
    assert caller.get("/me/").status_code == 401


def test_nobody_signs_up(browser: Browser) -> None:
    body = {"email": "new@example.org", "password": PASSWORD}
    for address in ("/_allauth/browser/v1/auth/signup", "/accounts/signup/"):
        answer = browser.post(address, body, headers={"X-CSRFToken": browser.token})
        assert answer.status_code in (403, 404)
    assert not User.objects.filter(email="new@example.org").exists()


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'"x"', b"null", b'{"email": 1}', b'{"email": "\\u0000@x.org", "password": "a"}']
)
def test_a_malformed_sign_in_is_refused(browser: Browser, body: bytes) -> None:
    answer = browser.raw("POST", LOGIN, body, headers={"X-CSRFToken": browser.token})
    assert 400 <= answer.status_code < 500


def test_the_session_is_used_by_an_http_only_cookie(browser: Browser, arta: User) -> None:
    answer = browser.sign_in(arta.email)
    session = next(cookie for name, cookie in answer.cookies.items() if name.endswith("session"))
    assert session["httponly"]
    assert session["samesite"] == "Lax"
