"""Loads the directory's files: read and check all of them, then change the tables, all or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import Model

from backend.audit import services as audit
from backend.common.errors import NotAllowed
from backend.directory import lookups
from backend.directory.models import Category, Institution, Need, Place
from backend.directory.services.auditing import FILES_TARGET
from backend.directory.services.loading.applying import Applied, Ids, apply
from backend.directory.services.loading.cells import FileError, FilesRefused, rows_of
from backend.directory.services.loading.tables import TABLES, Key, Table, Wanted, check_fields
from backend.directory.services.paths import mend_paths
from backend.partners.actors import Actor

DATA: Final = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Report:
    """What a loading did, or would do, file by file."""

    files: tuple[Applied, ...]

    @property
    def changed_anything(self) -> bool:
        return any(file.counts["new"] or file.counts["changed"] for file in self.files)


def load_directory(*, folder: Path = DATA, only_check: bool = False, actor: Actor) -> Report:
    """Bring the directory to what the files say. Raises FilesRefused.

    What an administrator changed here stays as it is, and so does what is gone from the files: both are
    reported. Running it again changes nothing.
    """
    if not actor.keeps_platform:
        raise NotAllowed()
    wanted = _read(folder)
    with transaction.atomic():
        report = _apply(wanted, actor)
        transaction.set_rollback(only_check)
    lookups.forget()
    return report


def _read(folder: Path) -> Mapping[str, list[Wanted]]:
    errors: list[FileError] = []
    wanted = {table.file: _wanted(table, folder, errors) for table in TABLES}
    known = _known_codes(wanted)
    for table in TABLES:
        _check_references(table, wanted[table.file], known)
    for table in (table for table in TABLES if "parent" in table.references):
        _check_circles(wanted[table.file])
    if errors:
        raise FilesRefused(sorted(errors, key=lambda error: (error.file, error.line, error.column)))
    return wanted


def _wanted(table: Table, folder: Path, errors: list[FileError]) -> list[Wanted]:
    found: dict[Key, Wanted] = {}
    for row in rows_of(folder, table.file, errors):
        wanted = table.read(row)
        check_fields(table.model, wanted)
        if wanted.key in found:
            row.refuse("", f"the same as line {found[wanted.key].row.line}")
        found[wanted.key] = wanted
    return list(found.values())


def _known_codes(wanted: Mapping[str, list[Wanted]]) -> dict[type[Model], set[str]]:
    """Codes that a cell may name: of the files, and of rows that stand only in the database."""
    stored: dict[type[Model], set[str]] = {
        model: set(model._default_manager.values_list("code", flat=True))
        for model in (Place, Institution, Category, Need)
    }
    for table in TABLES:
        if table.model in stored:
            stored[table.model] |= {str(row.key[0]) for row in wanted[table.file]}
    return stored


def _check_references(table: Table, wanted: list[Wanted], known: dict[type[Model], set[str]]) -> None:
    for want in wanted:
        for column, code in want.references.items():
            if code and code not in known[table.references[column]]:
                want.row.refuse(column, f"{code!r} is not known")
        for code in sorted((want.areas or frozenset()) - known[Place]):
            want.row.refuse("areas", f"{code!r} is not known")
        for column in table.required:
            if not want.references[column]:
                want.row.refuse(column, "is empty")


def _check_circles(wanted: list[Wanted]) -> None:
    parents = {str(want.key[0]): want.references["parent"] for want in wanted}
    for want in wanted:
        seen, code = set(), str(want.key[0])
        while code and code not in seen:
            seen.add(code)
            code = parents.get(code, "")
        if code:
            want.row.refuse("parent", "the parents go round in a circle")


def _apply(wanted: Mapping[str, list[Wanted]], actor: Actor) -> Report:
    ids: Ids = {}
    report = Report(tuple(apply(table, wanted[table.file], ids) for table in TABLES))
    mended = mend_paths(Place) + mend_paths(Category)
    if report.changed_anything or mended:
        counts = {file.file.removesuffix(".csv"): dict(file.counts) for file in report.files}
        audit.record(actor, "directory.loaded", FILES_TARGET, chain=None, counts=counts)
    return report
