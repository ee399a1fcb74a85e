"""Setting up and taking the second step of the sign-in, as the dashboard does it."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from backend.partners.models import User
from tests.factories.partners import PASSWORD
from tests.partners.test_sign_in import Browser

BASE = "/_allauth/browser/v1"
TOTP, CODES = f"{BASE}/account/authenticators/totp", f"{BASE}/account/authenticators/recovery-codes"
SECOND = f"{BASE}/auth/2fa/authenticate"


HALF_A_MINUTE = 30


def code_of(secret: str, changes_ago: int = 0) -> str:
    """What the app shows now, or showed so many changes ago."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // HALF_A_MINUTE - changes_ago))


def asked(browser: Browser, method: str, path: str, body: Any = None) -> Any:
    return getattr(browser, method)(path, body, headers={"X-CSRFToken": browser.token})


def show_it_is_her(browser: Browser) -> None:
    """Whoever finds an open session cannot add an app of his own."""
    assert asked(browser, "post", f"{BASE}/auth/reauthenticate", {"password": PASSWORD}).status_code == 200


def signed_in(person: User) -> Browser:
    """By the password; where there is an app, its code is still to be given."""
    browser = Browser().opened()
    browser.sign_in(person.email)
    return browser


def app_added(browser: Browser) -> str:
    """An app is added in this session; its secret."""
    secret: str = browser.get(TOTP).json()["meta"]["secret"]
    assert asked(browser, "post", TOTP, {"code": code_of(secret)}).status_code == 401, "no password asked"
    show_it_is_her(browser)
    assert asked(browser, "post", TOTP, {"code": code_of(secret)}).status_code == 200
    return secret
