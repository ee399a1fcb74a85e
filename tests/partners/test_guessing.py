"""Guessing a password or a code is slowed down for that account, in the database, and shuts no office out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.db import connection

from backend.common import clock
from backend.doorkeeping.models import Tries
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.factories.partners import PASSWORD, member
from tests.partners.second_steps import SECOND, asked, code_of
from tests.partners.test_sign_in import LOGIN, Browser

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
WRONG = "not the password at all"


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser().opened()


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(MORNING):
        yield


def tried(browser: Browser, email: str, password: str = WRONG) -> str:
    """What became of a try: `in`, or the code of the refusal."""
    answer = browser.sign_in(email, password)
    return "in" if answer.status_code in (200, 401) else str(answer.json()["errors"][0]["code"])


def test_five_wrong_passwords_and_then_even_the_right_one_waits(browser: Browser, arta: User) -> None:
    assert [tried(browser, arta.email) for _ in range(5)] == ["email_password_mismatch"] * 5
    assert tried(browser, arta.email, PASSWORD) == "too_many_login_attempts"


def test_the_wait_grows_with_every_wrong_try_up_to_a_quarter_of_an_hour(browser: Browser, arta: User) -> None:
    moment, waits = MORNING, []
    for _try in range(13):
        with clock.frozen(moment):
            tried(browser, arta.email)
        due = Tries.objects.get().not_before
        waits.append(round((due - moment).total_seconds()))
        moment = due
    assert waits == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]
    with clock.frozen(moment):
        assert tried(browser, arta.email, PASSWORD) == "in"


def test_a_try_that_has_to_wait_makes_nobody_wait_longer(browser: Browser, arta: User) -> None:
    """Or somebody who hammers at an account would keep its owner out for ever."""
    for _ in range(5):
        tried(browser, arta.email)
    for _ in range(50):
        assert tried(browser, arta.email) == "too_many_login_attempts"
    with clock.frozen(MORNING + timedelta(seconds=15)):
        assert tried(browser, arta.email, PASSWORD) == "in"


def test_whoever_comes_in_begins_anew(browser: Browser, arta: User) -> None:
    for _ in range(4):
        tried(browser, arta.email)
    assert tried(browser, arta.email, PASSWORD) == "in"
    again = Browser().opened()
    assert [tried(again, arta.email) for _ in range(5)] == ["email_password_mismatch"] * 5


def test_it_counts_for_the_account_whatever_process_or_browser_is_asked(arta: User) -> None:
    """The memory of a process is emptied between the tries, as if another one answered."""
    for number in range(5):
        cache.clear()
        tried(Browser(REMOTE_ADDR=f"203.0.113.{number}").opened(), arta.email.upper())
    cache.clear()
    assert tried(Browser().opened(), arta.email, PASSWORD) == "too_many_login_attempts"


def test_an_address_without_an_account_waits_like_one_with_an_account(browser: Browser, arta: User) -> None:
    found = [[tried(browser, email) for _ in range(7)] for email in (arta.email, "nobody@example.org")]
    assert found[0] == found[1]
    assert found[0][5:] == ["too_many_login_attempts"] * 2


def test_an_unknown_address_takes_as_long_as_a_wrong_password(
    browser: Browser, arta: User, besa: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time is the hash of a password: there is exactly one, whether there is an account, closed or not."""
    User.objects.filter(pk=besa.pk).update(is_active=False)
    without = member(Partner.objects.get(slug="pif"), Role.OBSERVER, name="Without")
    without.set_unusable_password()
    without.save()
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    for email in (arta.email, besa.email, without.email, "nobody@example.org"):
        hashed.clear()
        assert tried(browser, email) == "email_password_mismatch"
        assert len(hashed) == 1, email


def test_an_office_behind_one_address_is_never_shut_out(
    settings: Any, partner_a: Partner, arta: User, besa: User
) -> None:
    """Somebody in it guesses all morning; everybody else still comes in at the first try."""
    settings.DOSJA_SIGN_IN_LIMIT = 10
    office = {"REMOTE_ADDR": "203.0.113.77"}
    for number in range(30):
        tried(Browser(**office).opened(), f"guessed{number}@example.org")
    assert tried(Browser(**office).opened(), arta.email, PASSWORD) == "in"
    # Only who mistypes there waits from the first time on, and nobody elsewhere does.
    mistyping = Browser(**office).opened()
    assert tried(mistyping, besa.email) == "email_password_mismatch"
    assert tried(mistyping, besa.email, PASSWORD) == "too_many_login_attempts"


def test_what_slows_guessing_holds_no_address_and_no_name(browser: Browser, arta: User) -> None:
    body = {"email": arta.email, "password": WRONG}
    browser.post(LOGIN, body, headers={"X-CSRFToken": browser.token}, REMOTE_ADDR="203.0.113.77")
    with connection.cursor() as cursor:
        kept = ""
        for table in ("doorkeeping_tries", "doorkeeping_bucket"):
            cursor.execute(f"SELECT * FROM {table}")
            kept += repr(cursor.fetchall())
    assert len(kept) > 100
    assert not any(word in kept for word in ("203.0.113", arta.email, str(arta.pk), WRONG))


def test_tomorrow_nobody_can_tell_whose_tries_they_were(browser: Browser, arta: User) -> None:
    tried(browser, arta.email)
    today = set(Tries.objects.values_list("digest", flat=True))
    with clock.frozen(MORNING + timedelta(days=1)):
        tried(browser, arta.email)
    assert len(set(Tries.objects.values_list("digest", flat=True)) - today) == 1


def test_guessing_the_code_of_the_second_step_is_slowed_down_too(arta: User, app: str) -> None:
    browser = Browser().opened()
    browser.sign_in(arta.email)
    for _ in range(5):
        cache.clear()
        assert asked(browser, "post", SECOND, {"code": "000000"}).status_code == 400
    cache.clear()
    refused = asked(browser, "post", SECOND, {"code": code_of(app)})
    assert refused.json()["errors"][0]["code"] == "too_many_login_attempts"
    # The right password again does not wipe it out.
    other = Browser().opened()
    other.sign_in(arta.email)
    assert asked(other, "post", SECOND, {"code": code_of(app)}).status_code == 400
    with clock.frozen(MORNING + timedelta(seconds=15)):
        assert asked(other, "post", SECOND, {"code": code_of(app)}).status_code == 200


def test_a_code_that_was_overheard_opens_nothing_a_second_time(arta: User, app: str) -> None:
    """Not in another process either: its memory knows nothing of the first use."""
    code = code_of(app)
    for expected in (200, 400):
        browser = Browser().opened()
        browser.sign_in(arta.email)
        assert asked(browser, "post", SECOND, {"code": code}).status_code == expected
        cache.clear()
