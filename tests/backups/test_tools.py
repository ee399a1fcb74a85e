"""PostgreSQL's programs: no secret on a command line, every row in the dump, or no backup."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError
from django.db import connection
from django.db.backends.signals import connection_created

from backend.backups import server, tools
from backend.cases.models import Case
from backend.common import secondlock
from backend.files.models import StoredFile
from tests.application_role import ROLE, _connected
from tests.backups.conftest import Copies

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite needs no program"),
]
LOGIN = "dosja_application_login"
ECHO = """#!/bin/sh
echo "arguments $0 $@"
env
"""


@pytest.fixture
def as_application(transactional_db: None) -> Iterator[None]:
    """Connected as a role that owns nothing and may sign in, as in production."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE ROLE {LOGIN} LOGIN NOSUPERUSER NOBYPASSRLS IN ROLE {ROLE}")
    user = connection.settings_dict["USER"]
    connection_created.disconnect(dispatch_uid="application_role")
    connection.close()
    connection.settings_dict["USER"] = LOGIN
    yield
    connection.close()
    connection.settings_dict["USER"] = user
    connection_created.connect(_connected, dispatch_uid="application_role")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP ROLE {LOGIN}")


def test_the_application_s_role_backs_up_every_row_and_a_dump_of_fewer_is_no_backup(
    with_file: Callable[[], tuple[Case, StoredFile]],
    as_application: None,
    copies: Copies,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_file()
    copies.make()
    with monkeypatch.context() as patch:
        # The key to all rows does not arrive, as behind a pooler that drops options.
        patch.setattr(secondlock, "option", lambda: "")
        with pytest.raises(CommandError, match=r"no backup was made: pg_dump: error: .*cases_"):
            copies.make()
    rows = server._rows_in
    monkeypatch.setattr(server, "_rows_in", lambda dump: {**rows(dump), "cases_case": 0})
    with pytest.raises(CommandError, match=r"the dump does not hold all rows of cases_case;"):
        copies.make()
    assert len(list((copies.directory / "snapshots").iterdir())) == 1


def test_a_password_is_on_no_command_line_and_our_secrets_go_nowhere(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_echo"
    program.write_text(ECHO)
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "a secret word")
    with tools.output_of("pg_echo", "--more") as output:
        lines = output.read().decode().splitlines()
    arguments, environment = lines[0], dict(line.split("=", 1) for line in lines[1:])
    assert arguments.endswith("--no-password --more") and "secret" not in arguments
    assert environment["PGPASSWORD"] == "a secret word"
    assert environment["PGDATABASE"] == connection.settings_dict["NAME"]
    assert [name for name in environment if name.startswith("DOSJA") or name == "SECRET_KEY"] == []


def test_a_program_that_is_not_there_or_fails_is_named(
    with_file: Any, copies: Copies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text(
        "#!/bin/sh\necho 'pg_dump: error: server version mismatch' >&2\necho 'DETAIL: x' >&2\nexit 1\n"
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match=r"no backup was made: pg_dump: error: server version mismatch$"):
        copies.make()
    program.unlink()
    monkeypatch.setattr(tools, "_DEBIAN", tmp_path)
    with pytest.raises(CommandError, match="pg_dump is not on the path"):
        copies.make()
