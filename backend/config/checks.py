"""Refuses an unsafe production: the rules, told all at once at the start and again by `manage.py check`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error, Tags, Warning, register

from backend.partners.breached import list_is_readable

# What `make run` and the tests generate begins with this, so that it is recognised where it must not be.
DEVELOPMENT_PREFIX = "development-"
LEAST_SECRET = 50
LEAST_KEY = 32
SECRETS = {"SECRET_KEY": LEAST_SECRET, "DOSJA_ROOT_KEY": LEAST_KEY, "DOSJA_RECEIPT_PEPPER": LEAST_KEY}
MUST_BE_ON = (
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "CSRF_COOKIE_SECURE",
    "LANGUAGE_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
    "SECURE_CONTENT_TYPE_NOSNIFF",
)
# Tor encrypts up to the onion service itself, and its address is its key: no certificate stands beside it.
_ONION = re.compile(r"http://[a-z2-7]{56}\.onion")
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
NEEDED_MIDDLEWARE = (
    "backend.config.emptyhanded.EmptyHanded",
    "backend.config.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "backend.config.sessions.SessionLimits",
)


def production_problems(settings: Mapping[str, Any]) -> list[str]:
    """Every reason why these settings must not serve real people; names settings, never their values."""
    return [
        *_secrets(settings),
        *_addresses(settings),
        *_transport(settings),
        *_database(settings),
        *_passwords(settings),
        *_second_factor(settings),
        *_mail(settings),
        *_texting(settings),
        *_files(settings),
    ]


def _secrets(settings: Mapping[str, Any]) -> Iterator[str]:
    seen: dict[bytes, str] = {}
    for name, least in SECRETS.items():
        value = settings.get(name) or b""
        secret = value.encode() if isinstance(value, str) else bytes(value)
        if not secret:
            yield f"{name} is missing."
            continue
        if secret.startswith(DEVELOPMENT_PREFIX.encode()):
            yield f"{name} is a development value."
        if len(secret) < least:
            yield f"{name} is shorter than {least} characters."
        if len(set(secret)) < 10:
            yield f"{name} repeats few characters: use random ones."
        if secret in seen:
            yield f"{name} is the same as {seen[secret]}."
        seen[secret] = name


def _addresses(settings: Mapping[str, Any]) -> Iterator[str]:
    hosts = settings.get("ALLOWED_HOSTS") or []
    if settings.get("DEBUG"):
        yield "DEBUG is on: error pages would show people's words."
    if not hosts:
        yield "DOSJA_ALLOWED_HOSTS is empty: name the hosts that Dosja answers for."
    if any("*" in host for host in hosts):
        yield "DOSJA_ALLOWED_HOSTS contains *: name the hosts that Dosja answers for."
    if (settings.get("DOSJA_PUBLIC_ADDRESS") or "https://").startswith("http://"):
        yield "DOSJA_PUBLIC_ADDRESS does not begin with https://: institutions would answer unprotected."
    for origin in settings.get("CSRF_TRUSTED_ORIGINS") or []:
        if not (origin.startswith("https://") or _ONION.fullmatch(origin)):
            yield "DOSJA_TRUSTED_ORIGINS holds an address that does not begin with https://."


def _transport(settings: Mapping[str, Any]) -> Iterator[str]:
    for name in MUST_BE_ON:
        if not settings.get(name):
            yield f"{name} is off."
    for name in ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"):
        if not str(settings.get(name)).startswith("__Host-"):
            yield f"{name} does not begin with __Host-."
    if (settings.get("SECURE_HSTS_SECONDS") or 0) < 3600:
        yield "DOSJA_HSTS_SECONDS is below 3600: browsers would come back without encryption."
    if settings.get("X_FRAME_OPTIONS") != "DENY":
        yield "X_FRAME_OPTIONS is not DENY."
    for name in NEEDED_MIDDLEWARE:
        if name not in settings.get("MIDDLEWARE", ()):
            yield f"MIDDLEWARE lacks {name}."


def _database(settings: Mapping[str, Any]) -> Iterator[str]:
    engine = settings["DATABASES"]["default"]["ENGINE"]
    if engine.endswith("sqlite3") and not settings.get("DOSJA_ALLOW_SQLITE"):
        yield "The database is SQLite: set DATABASE_URL, or DOSJA_ALLOW_SQLITE=1 if one machine is enough."


def _passwords(settings: Mapping[str, Any]) -> Iterator[str]:
    hashers = settings.get("PASSWORD_HASHERS") or [""]
    if not hashers[0].endswith("Argon2PasswordHasher"):
        yield "PASSWORD_HASHERS does not begin with Argon2."
    if not settings.get("AUTH_PASSWORD_VALIDATORS"):
        yield "AUTH_PASSWORD_VALIDATORS is empty."
    listed = settings.get("DOSJA_BREACHED_PASSWORDS") or ""
    if listed and not list_is_readable(listed):
        yield "DOSJA_BREACHED_PASSWORDS names no list of SHA-1 digests that can be read."


def _second_factor(settings: Mapping[str, Any]) -> Iterator[str]:
    if settings.get("DOSJA_SECOND_FACTOR") not in ("required", "optional"):
        yield "DOSJA_SECOND_FACTOR is neither required nor optional."
    if settings.get("MFA_WEBAUTHN_USER_VERIFICATION") != "required":
        yield "MFA_WEBAUTHN_USER_VERIFICATION is not required: a found device would sign in."
    if settings.get("MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"):
        yield "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN is on: passkeys would answer to foreign pages."


def _mail(settings: Mapping[str, Any]) -> Iterator[str]:
    host = settings.get("EMAIL_HOST") or ""
    if not host:
        return
    if "@" not in (settings.get("DEFAULT_FROM_EMAIL") or ""):
        yield "DOSJA_MAIL_FROM is missing: name the address that mail comes from."
    protected = settings.get("EMAIL_USE_SSL") or settings.get("EMAIL_USE_TLS")
    if not protected and host not in THIS_MACHINE:
        yield "DOSJA_SMTP_URL goes to another machine without encryption: use smtps:// or smtp://."


def _texting(settings: Mapping[str, Any]) -> Iterator[str]:
    gateway = settings.get("DOSJA_SMS")
    if gateway is None or gateway.kind == "off":
        return
    if gateway.kind == "console":
        yield "DOSJA_SMS_URL is console: texts would be written to the log and never sent."
    elif not gateway.encrypted and gateway.host not in THIS_MACHINE:
        yield "DOSJA_SMS_URL goes to another machine without encryption: use https://."


def _files(settings: Mapping[str, Any]) -> Iterator[str]:
    access = settings.get("DOSJA_S3")
    endpoint = urlsplit(access.endpoint if access else "")
    if endpoint.scheme == "http" and endpoint.hostname not in THIS_MACHINE:
        yield "DOSJA_S3_ENDPOINT goes to another machine without encryption: use https://."


@register(Tags.security)
def unsafe_production(**_kwargs: Any) -> list[CheckMessage]:
    """The same rules for `manage.py check`, which also sees what changed settings after they were read."""
    from django.conf import settings

    if settings.DOSJA_MODE != "production":
        return []
    found = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    return [Error(text, id="dosja.E001") for text in production_problems(found)]


@register(Tags.security)
def second_factor_left_open(**_kwargs: Any) -> list[CheckMessage]:
    """A production may leave the second step to each person, and is told that it does."""
    from django.conf import settings

    if settings.DOSJA_MODE != "production" or settings.DOSJA_SECOND_FACTOR == "required":
        return []
    text = "DOSJA_SECOND_FACTOR is optional: a password alone opens cases, unless a partner demands more."
    return [Warning(text, id="dosja.W001")]
