"""Where the sealed files lie is said by the settings, wholly or not at all."""

import pytest

from backend.config import filing
from backend.config.checks import production_problems
from backend.config.env import Environment
from backend.files.places.addresses import S3Access
from tests.config.test_production import ROOT, SAFE_ENVIRONMENT, start

pytestmark = pytest.mark.either_engine("sqlite")
WHOLE = {
    "DOSJA_FILES": "s3://dosja-files/of-one/network",
    "DOSJA_S3_ENDPOINT": "https://s3.example.org",
    "DOSJA_S3_KEY_ID": "key",
    "DOSJA_S3_SECRET": "very-secret",
}


def problems(**changed: str) -> list[str]:
    environment = Environment({name: value for name, value in {**WHOLE, **changed}.items() if value})
    access = filing.s3_access(environment)
    filing.files_storage(environment, "DOSJA_FILES", access, otherwise=ROOT / "var" / "files")
    return environment.problems


def test_a_bucket_and_the_way_into_it_are_enough() -> None:
    assert problems() == []
    on_aws = dict.fromkeys(("DOSJA_S3_ENDPOINT", "DOSJA_S3_KEY_ID", "DOSJA_S3_SECRET"), "")
    assert problems(**on_aws, DOSJA_S3_REGION="eu-central-1") == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"DOSJA_S3_SECRET": ""}, "DOSJA_S3_KEY_ID is given without DOSJA_S3_SECRET."),
        ({"DOSJA_S3_KEY_ID": ""}, "DOSJA_S3_SECRET is given without DOSJA_S3_KEY_ID."),
        ({"DOSJA_S3_KEY_ID": "", "DOSJA_S3_SECRET": ""}, "DOSJA_S3_KEY_ID and DOSJA_S3_SECRET are missing"),
        ({"DOSJA_S3_ENDPOINT": ""}, "DOSJA_S3_REGION is missing, or DOSJA_S3_ENDPOINT"),
        ({"DOSJA_S3_ENDPOINT": "s3.example.org"}, "DOSJA_S3_ENDPOINT is no address"),
        ({"DOSJA_S3_ENDPOINT": "https://s3.example.org/bucket"}, "DOSJA_S3_ENDPOINT is no address"),
        ({"DOSJA_S3_CA_FILE": "/not/there.pem"}, "DOSJA_S3_CA_FILE names no file"),
        ({"DOSJA_FILES": "s3://"}, "DOSJA_FILES cannot be used"),
        ({"DOSJA_FILES": "gs://dosja-files"}, "write a path or s3://bucket/prefix"),
    ],
)
def test_what_is_missing_is_told_without_a_secret(changed: dict[str, str], told: str) -> None:
    (problem,) = problems(**changed)
    assert told in problem and "very-secret" not in problem


def test_a_production_keeps_no_files_over_a_line_without_encryption() -> None:
    done = start({**SAFE_ENVIRONMENT, **WHOLE, "DOSJA_S3_ENDPOINT": "http://s3.example.org"})
    assert "DOSJA_S3_ENDPOINT goes to another machine without encryption" in done.stderr
    assert "very-secret" not in done.stderr


def test_a_storage_on_this_machine_needs_no_encryption() -> None:
    settings = {
        "DOSJA_S3": S3Access(endpoint="http://127.0.0.1:9000"),
        "DATABASES": {"default": {"ENGINE": ""}},
    }
    assert not [told for told in production_problems(settings) if "DOSJA_S3" in told]


def test_who_has_no_bucket_pays_nothing_for_it() -> None:
    code = "import sys, django; django.setup(); from backend.files import blobs; blobs.has_room(1); "
    import os
    import subprocess
    import sys

    told = subprocess.run(
        [sys.executable, "-c", f"{code} print('botocore' in sys.modules)"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
