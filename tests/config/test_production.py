"""An unsafe production does not start, and says everything that is wrong at once."""

import os
import secrets
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from backend.config.checks import production_problems

ROOT = Path(__file__).resolve().parents[2]
SAFE_ENVIRONMENT = {
    "DOSJA_ENV_FILE": "",
    "DOSJA_MODE": "production",
    "SECRET_KEY": secrets.token_urlsafe(48),
    "DOSJA_ROOT_KEY": secrets.token_urlsafe(32),
    "DOSJA_RECEIPT_PEPPER": secrets.token_urlsafe(32),
    "DOSJA_ALLOWED_HOSTS": "dosja.example",
    "DOSJA_TRUSTED_PROXIES": "1",
    "DATABASE_URL": "postgresql://dosja@db.example/dosja",
}
NAMES = (
    *(
        "SECRET_KEY",
        "DOSJA_ROOT_KEY",
        "DOSJA_RECEIPT_PEPPER",
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "DEBUG",
    ),
    *("SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_NAME", "CSRF_COOKIE_SECURE"),
    *("CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_CONTENT_TYPE_NOSNIFF"),
    *("SECURE_HSTS_SECONDS", "X_FRAME_OPTIONS", "MIDDLEWARE", "DATABASES", "DOSJA_ALLOW_SQLITE"),
    *("PASSWORD_HASHERS", "AUTH_PASSWORD_VALIDATORS"),
    *("DOSJA_SECOND_FACTOR", "MFA_WEBAUTHN_USER_VERIFICATION"),
)


def start(environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Read the settings in a process of its own, as a server would."""
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "PYTHONPATH"}}
    code = f"""
import json
from backend.config import settings
print(json.dumps({{name: getattr(settings, name) for name in {NAMES!r}}}, default=str))
"""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def refusal(**changed: str) -> str:
    environment = {name: value for name, value in {**SAFE_ENVIRONMENT, **changed}.items() if value != "-"}
    done = start(environment)
    assert done.returncode != 0
    return done.stderr


@pytest.fixture(scope="module")
def safe() -> dict[str, Any]:
    done = start(SAFE_ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = __import__("json").loads(done.stdout)
    return found


def test_a_safe_production_starts(safe: dict[str, Any]) -> None:
    assert production_problems(safe) == []
    assert safe["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert safe["SECURE_HSTS_SECONDS"] >= 3600
    assert safe["DOSJA_SECOND_FACTOR"] == "required"


def test_production_is_what_happens_when_nobody_says_which_mode() -> None:
    assert "does not start in mode production" in refusal(DOSJA_MODE="-", DATABASE_URL="-")


def test_all_reasons_are_told_at_once() -> None:
    said = refusal(
        SECRET_KEY="-", DOSJA_ROOT_KEY="short", DOSJA_ALLOWED_HOSTS="*", DATABASE_URL="-", DOSJA_DEBUG="1"
    )
    for reason in (
        "SECRET_KEY is missing",
        "DOSJA_ROOT_KEY is shorter",
        "contains *",
        "SQLite",
        "DEBUG is on",
    ):
        assert reason in said


def test_the_refusal_never_repeats_a_secret() -> None:
    said = refusal(SECRET_KEY="development-marzipan", DATABASE_URL="mysql://user:marzipan@db/x")
    assert "SECRET_KEY is a development value" in said
    assert "marzipan" not in said


def test_sqlite_in_production_needs_to_be_asked_for() -> None:
    allowed = {**SAFE_ENVIRONMENT, "DATABASE_URL": "sqlite:////srv/dosja.sqlite3", "DOSJA_ALLOW_SQLITE": "1"}
    assert start(allowed).returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is missing"),
        ("SECRET_KEY", "abcdefghijklmnop", "SECRET_KEY is shorter"),
        ("SECRET_KEY", "ab" * 40, "SECRET_KEY repeats"),
        ("SECRET_KEY", "development-" + "0123456789abcdef" * 4, "SECRET_KEY is a development value"),
        ("DOSJA_ROOT_KEY", b"", "DOSJA_ROOT_KEY is missing"),
        ("DOSJA_ROOT_KEY", b"0123456789abcdef", "DOSJA_ROOT_KEY is shorter"),
        ("DOSJA_RECEIPT_PEPPER", b"", "DOSJA_RECEIPT_PEPPER is missing"),
        ("DOSJA_RECEIPT_PEPPER", "same", "DOSJA_RECEIPT_PEPPER is the same as DOSJA_ROOT_KEY"),
        ("DEBUG", True, "DEBUG is on"),
        ("ALLOWED_HOSTS", [], "DOSJA_ALLOWED_HOSTS is empty"),
        ("ALLOWED_HOSTS", ["*"], "DOSJA_ALLOWED_HOSTS contains *"),
        ("CSRF_TRUSTED_ORIGINS", ["http://partner.example"], "does not begin with https://"),
        ("SESSION_COOKIE_SECURE", False, "SESSION_COOKIE_SECURE is off"),
        ("SESSION_COOKIE_HTTPONLY", False, "SESSION_COOKIE_HTTPONLY is off"),
        ("SESSION_COOKIE_NAME", "sessionid", "SESSION_COOKIE_NAME does not begin"),
        ("CSRF_COOKIE_SECURE", False, "CSRF_COOKIE_SECURE is off"),
        ("CSRF_COOKIE_NAME", "csrftoken", "CSRF_COOKIE_NAME does not begin"),
        ("LANGUAGE_COOKIE_SECURE", False, "LANGUAGE_COOKIE_SECURE is off"),
        ("SECURE_SSL_REDIRECT", False, "SECURE_SSL_REDIRECT is off"),
        ("SECURE_CONTENT_TYPE_NOSNIFF", False, "SECURE_CONTENT_TYPE_NOSNIFF is off"),
        ("SECURE_HSTS_SECONDS", 60, "DOSJA_HSTS_SECONDS is below"),
        ("X_FRAME_OPTIONS", "SAMEORIGIN", "X_FRAME_OPTIONS is not DENY"),
        ("MIDDLEWARE", [], "MIDDLEWARE lacks backend.config.sessions.SessionLimits"),
        ("DATABASES", {"default": {"ENGINE": "django.db.backends.sqlite3"}}, "The database is SQLite"),
        ("PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"], "does not begin with Argon2"),
        ("AUTH_PASSWORD_VALIDATORS", [], "AUTH_PASSWORD_VALIDATORS is empty"),
        ("DOSJA_BREACHED_PASSWORDS", "/nowhere/list.txt", "DOSJA_BREACHED_PASSWORDS names no list"),
        ("DOSJA_SECOND_FACTOR", "", "DOSJA_SECOND_FACTOR is neither"),
        ("MFA_WEBAUTHN_USER_VERIFICATION", "preferred", "a found device would sign in"),
        ("MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", True, "answer to foreign pages"),
    ],
)
def test_each_danger_is_refused(safe: dict[str, Any], name: str, value: Any, reason: str) -> None:
    same = safe["DOSJA_ROOT_KEY"] if value == "same" else value
    assert any(reason in problem for problem in production_problems({**safe, name: same}))


def test_an_onion_service_needs_no_certificate(safe: dict[str, Any]) -> None:
    onion = f"http://{'abcdefg234567' * 4}abcd.onion"
    assert production_problems({**safe, "CSRF_TRUSTED_ORIGINS": [onion]}) == []
    for false in ("http://short.onion", f"{onion}.example", f"http://x.{onion[7:]}"):
        assert production_problems({**safe, "CSRF_TRUSTED_ORIGINS": [false]}), false


def test_the_system_check_sees_settings_that_were_changed_later(settings: Any) -> None:
    from backend.config.checks import unsafe_production

    assert unsafe_production() == []
    settings.DOSJA_MODE = "production"
    assert "ALLOWED_HOSTS" in " ".join(message.msg for message in unsafe_production()) or unsafe_production()


def test_leaving_the_second_step_to_each_person_is_told_and_not_refused(settings: Any) -> None:
    from backend.config.checks import second_factor_left_open

    open_to_choice = {**SAFE_ENVIRONMENT, "DOSJA_SECOND_FACTOR": "optional"}
    assert start(open_to_choice).returncode == 0
    settings.DOSJA_MODE, settings.DOSJA_SECOND_FACTOR = "production", "optional"
    assert [one.id for one in second_factor_left_open()] == ["dosja.W001"]
    settings.DOSJA_SECOND_FACTOR = "required"
    assert second_factor_left_open() == []
