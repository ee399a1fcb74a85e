"""Imports of a spreadsheet at each point of their life, brought there by the product's services."""

from typing import Any
from uuid import uuid4

from backend.files import blobs
from backend.files.receiving import ReceivedFile
from backend.imports.models import ImportRun
from backend.imports.services import checking, mapping, running, undoing
from backend.imports.services.receiving import begin_import
from backend.imports.services.unpacking import read_file
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User

CONTENT = "Nr;Data;Ankesa;Statusi\n{row};03.02.2021;{words};received\n{row}b;31.02.2021;{words};received\n"
MAPPING: dict[str, Any] = {
    "columns": [
        {"column": 0, "field": "external_id"},
        {"column": 1, "field": "received_on"},
        {"column": 2, "field": "narrative"},
        {"column": 3, "field": "state"},
    ],
    "constants": [
        {"field": "kind", "value": "public_service"},
        {"field": "channel", "value": "letter"},
        {"field": "language", "value": "sq"},
    ],
}


def import_of(
    partner: Partner, by: User, point: str = "mapping", words: str = "Fjalë", content: str = ""
) -> ImportRun:
    """`point`: reading, mapping, mapped, checked, running, done, undone."""
    actor = actor_of(by)
    row = uuid4().hex[:8]
    sent = _sent((content or CONTENT.format(row=row, words=words)).encode())
    run_id = begin_import(partner=partner.slug, file=sent, actor=actor).pk
    steps = {
        "mapping": lambda: read_file(run_id),
        "mapped": lambda: mapping.set_mapping(run_id, mapping=MAPPING, expected=None, actor=actor),
        "checked": lambda: (
            checking.start_check(run_id, expected=None, actor=actor),
            checking.check(run_id),
        ),
        "running": lambda: running.start(run_id, leave_out_faulty=True, expected=None, actor=actor),
        "done": lambda: running.run_slice(run_id),
        "undone": lambda: (
            undoing.start_undo(run_id, expected=None, actor=actor),
            undoing.undo(run_id, actor=actor),
        ),
    }
    for name, step in steps.items():
        if point == "reading":
            break
        step()
        if name == point:
            break
    return ImportRun.objects.get(pk=run_id)


def _sent(content: bytes) -> ReceivedFile:
    blob = blobs.NewBlob(uuid4())
    blob.write(content)
    blob.finish()
    return ReceivedFile(blob, "ankesat.csv")
