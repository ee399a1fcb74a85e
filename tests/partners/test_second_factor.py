"""A second step at the sign-in: an app's code or a recovery code; its secrets are sealed in the database."""

import io
import json
import secrets
import time
from typing import Any
from unittest import mock

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection
from django.test import Client

from backend.partners.models import User
from tests.factories.partners import PASSWORD
from tests.partners.second_steps import CODES, SECOND, asked, code_of, show_it_is_her
from tests.partners.test_sign_in import Browser

pytestmark = pytest.mark.django_db


def test_with_an_app_the_password_alone_opens_nothing(arta: User, app: str) -> None:
    browser = Browser().opened()
    answer = browser.sign_in(arta.email)
    assert answer.status_code == 401
    pending = [flow["id"] for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]
    assert pending == ["mfa_authenticate"]
    assert browser.get("/me/").status_code == 401
    assert asked(browser, "post", SECOND, {"code": "000000"}).status_code == 400
    assert browser.get("/me/").status_code == 401
    assert asked(browser, "post", SECOND, {"code": code_of(app)}).status_code == 200
    assert browser.get("/me/").json()["email"] == arta.email


@pytest.mark.parametrize(("changes_ago", "expected"), [(1, 200), (3, 400)])
def test_a_code_that_changed_while_it_was_typed_still_counts_and_an_old_one_does_not(
    arta: User, app: str, changes_ago: int, expected: int
) -> None:
    browser = Browser().opened()
    browser.sign_in(arta.email)
    now = time.time()
    with mock.patch("time.time", return_value=now):
        assert asked(browser, "post", SECOND, {"code": code_of(app, changes_ago)}).status_code == expected


def test_a_recovery_code_comes_in_once(arta: User, app: str) -> None:
    browser = Browser().opened()
    browser.sign_in(arta.email)
    asked(browser, "post", SECOND, {"code": code_of(app)})
    show_it_is_her(browser)
    codes = asked(browser, "post", CODES).json()["data"]["unused_codes"]
    assert len(codes) == 10
    for expected in (200, 400):
        later = Browser().opened()
        later.sign_in(arta.email)
        assert asked(later, "post", SECOND, {"code": codes[0]}).status_code == expected


def test_a_copy_of_the_database_does_not_hold_the_secret(arta: User, app: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = json.dumps(cursor.fetchall())
    assert app not in kept
    assert Authenticator.objects.filter(user=arta).count() >= 1


def test_apps_go_on_working_under_a_new_root_key(arta: User, app: str, settings: Any) -> None:
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = secrets.token_bytes(40)
    told = io.StringIO()
    call_command("rotate_keys", "--root", stdout=told)
    assert "second factors" in told.getvalue()
    settings.DOSJA_ROOT_KEYS_OLD = []
    browser = Browser().opened()
    browser.sign_in(arta.email)
    assert asked(browser, "post", SECOND, {"code": code_of(app)}).status_code == 200


def test_the_page_without_scripts_asks_for_the_second_step_too(arta: User, app: str) -> None:
    browser = Client()
    answer = browser.post("/accounts/login/", {"login": arta.email, "password": PASSWORD})
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/second-step/")
    page = browser.get("/accounts/second-step/")
    assert page.status_code == 200 and b'autocomplete="one-time-code"' in page.content
    assert browser.get("/api/v1/me/").status_code == 401
    assert browser.post("/accounts/second-step/", {"code": code_of(app)}).status_code == 302
    assert browser.get("/api/v1/me/").status_code == 200
