"""The drill of deploy/README.md on PostgreSQL, word for word: old data, newer keys, an erasure in between."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import connection

from backend.cases.models import Case
from backend.keyring.models import DataKey, PartnerKey
from backend.partners.models import Partner
from tests.application_role import as_owner
from tests.retention.conftest import MARKER, Told
from tests.retention.test_erasing import erase

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="copy_data is the way of SQLite"),
]
ROOT: Final = Path(__file__).resolve().parents[2]
RESTORED: Final = "dosja_restored"
WITHOUT_KEYS: Final = (
    "--exclude-table-data=keyring_datakey",
    "--exclude-table-data=keyring_partnerkey",
)
OTHER: Final = f"{MARKER}other"
READ: Final = """
import json
from backend.audit.models import AuditChain
from backend.audit.verification import verify
from backend.complaints.models import Complaint
from backend.keyring.errors import KeyDestroyed
def words(one):
    try:
        return str(one.narrative)
    except KeyDestroyed:
        return None
print(json.dumps({
    "words": {str(one.pk): words(one) for one in Complaint.objects.all()},
    "broken": [str(chain.pk) for chain in AuditChain.objects.all() if verify(chain).broken is not None],
}))
"""


def tool(name: str) -> str:
    """A program that comes with the server."""
    found = shutil.which(name)
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    if found is None and not beside:
        pytest.skip(f"no {name} beside the server")
    return str(beside[0]) if beside else str(found)


def run(name: str, *options: str) -> str:
    """A tool on the server of the tests, as the owner of the database."""
    at = connection.settings_dict
    place = {"PGHOST": at["HOST"], "PGPORT": at["PORT"], "PGUSER": at["USER"], "PGPASSWORD": at["PASSWORD"]}
    done = subprocess.run(
        [tool(name), *options],
        env={**os.environ, **{key: str(value) for key, value in place.items() if value}},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def manage(*command: str) -> str:
    """`manage.py` on the restored database, in a process of its own."""
    at = connection.settings_dict
    who = f"{quote(at['USER'])}:{quote(at['PASSWORD'])}" if at["PASSWORD"] else quote(at["USER"])
    place = f"@:{at['PORT']}" if at["PORT"] else "@"
    url = f"postgresql://{who}{place}/{RESTORED}?host={quote(at['HOST'], safe='/')}"
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *command],
        env={**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def restored() -> Iterator[str]:
    """An empty database beside that of the tests."""
    run("dropdb", "--if-exists", RESTORED)
    run("createdb", RESTORED)
    yield RESTORED
    run("dropdb", "--force", RESTORED)


@pytest.fixture
def other(told: Told, new_case: Any, partner_b: Partner) -> Case:
    case: Case = new_case(partner=partner_b, narrative=OTHER, consent=False)
    return case


def dumped(file: Path) -> Path:
    run(
        "pg_dump",
        *("--format=custom", *WITHOUT_KEYS, f"--file={file}"),
        str(connection.settings_dict["NAME"]),
    )
    return file


def _wrapped(model: Any) -> list[str]:
    """Keys as they stand in a script."""
    return [bytes(one).hex() for one in model.objects.values_list("wrapped", flat=True) if one]


def test_a_dump_without_its_keys_holds_no_word_and_no_key(told: Told, other: Case, tmp_path: Path) -> None:
    with as_owner(connection):
        wrapped = [*_wrapped(DataKey), *_wrapped(PartnerKey)]
    script = run("pg_restore", "--file=-", str(dumped(tmp_path / "data.dump")))
    assert str(told.case.pk) in script and len(wrapped) > 3
    assert not [one for one in wrapped if one in script]
    found = set(re.findall(rf"{MARKER}\w*", script, re.IGNORECASE))
    # Summary, tag and numbers of letters were written in the open.
    assert found == set(told.plain)


def test_old_data_with_newer_keys_shows_the_others_and_not_the_erased(
    told: Told, other: Case, rules: None, restored: str, tmp_path: Path
) -> None:
    old = str(dumped(tmp_path / "data.dump"))
    erase(told)
    call_command("backup_keys", str(tmp_path / "keys"))

    run("pg_restore", "--section=pre-data", "--section=data", f"--dbname={restored}", old)
    assert "became erased" in manage("restore_keys", str(tmp_path / "keys"))
    run("pg_restore", "--section=post-data", f"--dbname={restored}", old)

    read = json.loads(manage("shell", "--verbosity=0", "-c", READ).splitlines()[-1])
    assert read["words"] == {str(told.complaint.pk): None, str(other.complaint_id): OTHER}
    assert read["broken"] == []
