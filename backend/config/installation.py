"""`manage.py check --deploy`: what a production may start with and should not be left with: warnings."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register

from backend.config.checks import THIS_MACHINE

_ENCRYPTED = ("require", "verify-ca", "verify-full")


@register(Tags.security, deploy=True)
def loose_ends(**_kwargs: Any) -> list[CheckMessage]:
    """Asked for when a server is set up, and by whoever updates it."""
    from django.conf import settings

    if settings.DOSJA_MODE != "production":
        return []
    found = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    told = [*proxies(found), *database_line(found), *secrets_file(os.environ), *made_files(found)]
    return [Warning(text, id=number) for number, text in told]


def proxies(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not settings["DOSJA_TRUSTED_PROXIES"]:
        yield (
            "dosja.W003",
            "DOSJA_TRUSTED_PROXIES is 0: behind a proxy every page would lead to itself, and all callers "
            "would have the proxy's address.",
        )


def database_line(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    database = settings["DATABASES"]["default"]
    host = database.get("HOST") or ""
    if not database["ENGINE"].endswith("postgresql") or not host or host.startswith(("/", "@")):
        return
    if host not in THIS_MACHINE and database["OPTIONS"].get("sslmode") not in _ENCRYPTED:
        yield (
            "dosja.W004",
            "DATABASE_URL goes to another machine and does not insist on encryption: "
            "add ?sslmode=verify-full&sslrootcert=….",
        )


def secrets_file(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    named = environment.get("DOSJA_ENV_FILE")
    if named and Path(named).stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        yield (
            "dosja.W005",
            "The file that DOSJA_ENV_FILE names is open to all of this machine: chmod o=.",
        )


def made_files(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is no part of a checkout and has to be made once for each version."""
    if not (Path(settings["STATIC_ROOT"]) / "staticfiles.json").is_file():
        yield "dosja.W006", "No static files are collected, so no page opens: manage.py collectstatic."
    places = [Path(place) for place in settings["LOCALE_PATHS"]]
    catalogues = [path for place in places for path in place.glob("*/LC_MESSAGES/*.po")]
    if any(not path.with_suffix(".mo").is_file() for path in catalogues):
        yield "dosja.W007", "Translations are not compiled, so pages are in English: see deploy/README.md."
    if not (Path(settings["DOSJA_DASHBOARD"]) / "index.html").is_file():
        yield "dosja.W008", "The dashboard is not built: see deploy/README.md."
