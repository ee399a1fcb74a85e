"""Brings the development database up to date: tables, directory of institutions, demonstration network."""

import hashlib
import io
import os
import sys
from pathlib import Path

from console import ROOT, VAR, step

DIRECTORY_DATA = ROOT / "backend" / "directory" / "data"


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django

    django.setup()
    from backend.common.secondlock import Errand, everything

    with everything(Errand.COMMAND):
        migrate()
        sync_roles()
        load_directory()
        load_demo()


def migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        with step(f"Migrating the database ({connection.vendor}, {len(plan)} migrations)"):
            call_command("migrate", verbosity=0, interactive=False)


def sync_roles() -> None:
    """A change of the role table needs no migration; partners that are there already must get it too."""
    from django.core.management import call_command

    call_command("sync_roles", stdout=io.StringIO())


def load_directory() -> None:
    from django.core.management import call_command

    stamp, digest = VAR / "directory.stamp", _directory_digest()
    if _has_partner() and stamp.exists() and stamp.read_text() == digest:
        return
    with step("Loading places, institutions, categories and legal terms"):
        said = io.StringIO()
        call_command("load_directory", stdout=said)
    stamp.write_text(digest)


def load_demo() -> None:
    """Only into an empty network: whatever a person has entered stays untouched."""
    from django.core.management import call_command

    if _has_partner():
        return
    # The command writes the sheet of accounts itself; `make run` prints it at every start.
    with step("Filling the demonstration network (about a minute, once)"):
        call_command("load_demo", stdout=io.StringIO())


def _has_partner() -> bool:
    from backend.partners.models import Partner

    return Partner.objects.exists()


def _directory_digest() -> str:
    digest = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    for path in sorted((ROOT / "backend" / "directory").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(ROOT).as_posix().encode() + Path(path).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
