"""`manage.py check --deploy` is silent about an installation as it should be, and names each loose end."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.config import installation
from tests.config.test_production import ROOT, SAFE_ENVIRONMENT


@pytest.mark.either_engine("sqlite")
def test_a_production_as_it_should_be_passes_with_warnings_as_failures(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text("{}")
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ
    } | {
        **SAFE_ENVIRONMENT,
        "DATABASE_URL": f"{SAFE_ENVIRONMENT['DATABASE_URL']}?sslmode=verify-full",
        "DOSJA_VAR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "2 silenced" in done.stdout


def database(host: str, **options: str) -> dict[str, Any]:
    one = {"ENGINE": "django.db.backends.postgresql", "HOST": host, "OPTIONS": options}
    return {"DATABASES": {"default": one}}


@pytest.mark.parametrize("host", ["", "/run/postgresql", "localhost"])
def test_a_database_on_this_machine_needs_no_encryption(host: str) -> None:
    assert list(installation.database_line(database(host))) == []


def test_a_line_to_another_machine_without_encryption_is_told() -> None:
    ((number, _text),) = installation.database_line(database("db.example", sslmode="prefer"))
    assert number == "dosja.W004"
    assert list(installation.database_line(database("db.example", sslmode="verify-full"))) == []


def test_no_trusted_proxy_is_told() -> None:
    ((number, _text),) = installation.proxies({"DOSJA_TRUSTED_PROXIES": 0})
    assert number == "dosja.W003"
    assert list(installation.proxies({"DOSJA_TRUSTED_PROXIES": 1})) == []


def test_a_file_of_secrets_that_all_can_read_is_told(tmp_path: Path) -> None:
    named = tmp_path / "dosja.env"
    named.write_text("SECRET_KEY=x")
    named.chmod(0o644)
    ((number, _text),) = installation.secrets_file({"DOSJA_ENV_FILE": str(named)})
    assert number == "dosja.W005"
    named.chmod(0o640)
    assert list(installation.secrets_file({"DOSJA_ENV_FILE": str(named)})) == []
    assert list(installation.secrets_file({})) == []


def test_what_was_not_made_is_told(tmp_path: Path) -> None:
    catalogue = tmp_path / "sq" / "LC_MESSAGES"
    catalogue.mkdir(parents=True)
    (catalogue / "django.po").write_text("")
    unmade = {"STATIC_ROOT": tmp_path, "LOCALE_PATHS": [tmp_path], "DOSJA_DASHBOARD": tmp_path}
    told = [number for number, _text in installation.made_files(unmade)]
    assert told == ["dosja.W006", "dosja.W007", "dosja.W008"]


def test_development_is_asked_for_nothing() -> None:
    assert installation.loose_ends() == []
