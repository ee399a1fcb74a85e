"""How long 50 000 cases take to become a file, and how much memory: `python -m bench.exporting [rows]`.

Runs on an empty PostgreSQL of its own (`DATABASE_URL`), each format in a process of its own.
"""

import io
import os
import resource
import subprocess
import sys
import time
from typing import Any, Final
from uuid import uuid4

FORMATS: Final = ("csv", "jsonl", "xlsx")


def main(rows: int) -> None:
    _set_up()
    from django.core.management import call_command

    from bench import fill

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", stdout=io.StringIO())
    fill.fill(rows)
    for kind in FORMATS:
        subprocess.run([sys.executable, "-m", "bench.exporting", kind], check=True)


def measure(kind: str) -> None:
    _set_up()
    from backend.cases.columns import Column
    from backend.cases.models import CaseExport
    from backend.cases.page import CaseFilters
    from backend.cases.services import exports
    from backend.cases.services.exporting import Leaving

    actor = _who_sees_all()
    leaving = Leaving(CaseFilters(), "-opened_at", None, Column.values)
    row = exports.ask_for_export(leaving, kind=kind, narrowed=(), actor=actor)
    before, began, used = _peak(), time.monotonic(), time.process_time()
    exports.make_export(row.pk)
    made, took = time.monotonic() - began, time.process_time() - used
    row = CaseExport.objects.select_related("file").get(pk=row.pk)
    size = row.file.size / 1e6 if row.file else 0
    began = time.monotonic()
    _row, reader = exports.take_export(row.pk, actor=actor)
    taken = time.monotonic() - began
    reader.close()
    sys.stdout.write(
        f"{kind:6} {row.count:7} cases {size:6.1f} MB  made in {made:6.1f} s ({took:.1f} s used),"
        f" looked at again in {taken:.1f} s, peak {_peak():.0f} MB ({before:.0f} MB before)\n"
    )
    sys.stdout.flush()


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()


def _who_sees_all() -> Any:
    """A coordinator of every partner."""
    from backend.partners.actors import actor_of
    from backend.partners.models import Partner
    from backend.partners.roles import Role
    from tests.factories.partners import UserFactory, member

    person = UserFactory(email=f"{uuid4().hex}@example.org")
    for partner in Partner.objects.all():
        member(partner, Role.COORDINATOR, user=person)
    return actor_of(person)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "50000"
    measure(asked) if asked in FORMATS else main(int(asked))
