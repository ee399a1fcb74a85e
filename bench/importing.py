"""How long 50 000 rows take from file to cases, and how much memory: `python -m bench.importing [rows]`.

Runs on an empty database of its own (`DATABASE_URL`). `DOSJA_BENCH_SECONDS` ends the import early.
"""

import io
import os
import random
import resource
import sys
import time
from typing import Any
from uuid import uuid4


def main(rows: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", stdout=io.StringIO())
    from backend.partners.actors import actor_of
    from backend.partners.roles import Role
    from tests.factories.partners import PartnerFactory, member

    name = uuid4().hex[:6]
    partner = PartnerFactory(slug=f"bench-{name}", prefix=_prefix(), name="Bench")
    _measure(rows, partner, actor_of(member(partner, Role.COORDINATOR)))


def _measure(rows: int, partner: Any, actor: Any) -> None:
    from backend.files import blobs
    from backend.files.receiving import ReceivedFile
    from backend.imports.models import ImportRun
    from backend.imports.services import checking, mapping, running, undoing
    from backend.imports.services.receiving import begin_import
    from backend.imports.services.unpacking import read_file

    content = _book(rows)
    _tell("file", 0, f"{len(content) / 1e6:.1f} MB XLSX, {rows} rows")
    blob = blobs.NewBlob(uuid4())
    blob.write(content)
    blob.finish()
    del content
    run = begin_import(partner=partner.slug, file=ReceivedFile(blob, "old.xlsx"), actor=actor)
    with _Clock("read"):
        read_file(run.pk)
    mapping.set_mapping(run.pk, mapping=_MAPPING, expected=None, actor=actor)
    checking.start_check(run.pk, expected=None, actor=actor)
    with _Clock("dry run"):
        checking.check(run.pk)
    found = ImportRun.objects.get(pk=run.pk)
    _tell("found", 0, f"faulty {found.faulty}: {found.problem_counts}")
    running.start(run.pk, leave_out_faulty=True, expected=None, actor=actor)
    with _Clock("import"):
        while running.run_slice(run.pk, seconds=SECONDS or 300) and not SECONDS:
            pass
    _tell("imported", 0, str(ImportRun.objects.get(pk=run.pk).imported))
    if "--undo" in sys.argv:
        undoing.start_undo(run.pk, expected=None, actor=actor)
        with _Clock("undo"):
            undoing.undo(run.pk, actor=actor)


SECONDS = int(os.environ.get("DOSJA_BENCH_SECONDS", "0"))


class _Clock:
    def __init__(self, what: str) -> None:
        self.what = what

    def __enter__(self) -> None:
        self.started, self.used = time.monotonic(), time.process_time()

    def __exit__(self, *_trouble: object) -> None:
        used = time.process_time() - self.used
        _tell(self.what, time.monotonic() - self.started, f"{used:.1f} s of processor time")


def _tell(what: str, seconds: float, more: str) -> None:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(
        f"{what:10} {seconds:8.1f} s  peak {own:.0f} MB, reading process {child:.0f} MB  {more}\n"
    )
    sys.stdout.flush()


def _prefix() -> str:
    return "".join(random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(5))


_WORDS = [
    "ankesa",
    "qytetari",
    "komuna",
    "ujë",
    "rruga",
    "certifikata",
    "pronësi",
    "vonesë",
    "gjykata",
    "shërbim",
    "përgjigje",
    "afat",
]
_MAPPING: dict[str, Any] = {
    "columns": [
        {"column": 0, "field": "external_id"},
        {"column": 1, "field": "received_on"},
        {"column": 2, "field": "name"},
        {"column": 3, "field": "phone"},
        {"column": 4, "field": "narrative"},
        {"column": 5, "field": "place"},
        {"column": 6, "field": "state"},
        {"column": 7, "field": "closed_on"},
        {"column": 8, "field": "tags"},
        {"column": 9, "field": "note"},
    ],
    "constants": [
        {"field": "kind", "value": "public_service"},
        {"field": "channel", "value": "in_person"},
        {"field": "language", "value": "sq"},
        {"field": "outcome", "value": "explanation"},
    ],
}


def _book(rows: int) -> bytes:
    """A register as an NGO has it: about 450 letters of text in a row."""
    from openpyxl import Workbook

    dice = random.Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Ankesat")
    sheet.append(
        ["Nr", "Data", "Emri", "Tel", "Ankesa", "Bashkia", "Statusi", "Mbyllur", "Etiketa", "Shenime"]
    )
    for number in range(rows):
        text = " ".join(dice.choice(_WORDS) for _ in range(60))
        closed = number % 3 > 0
        sheet.append(
            [
                f"{number:06d}",
                f"{1 + number % 28:02d}.{1 + number % 12:02d}.20{15 + number % 10}",
                f"Emri {number}" if number % 2 else "",
                f"+355 69 {number:07d}" if number % 2 else "",
                text,
                dice.choice(["Pukë", "Tiranë", "Shkodër", "Durrës"]),
                "closed" if closed else "received",
                f"28.12.20{15 + number % 10}" if closed else "",
                dice.choice(["ujë", "rruga, dritë", ""]),
                "U telefonua." if number % 4 == 0 else "",
            ]
        )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 50_000)
