"""A spreadsheet on its way in: sent, matched, tried, run, undone. What becomes of rows: docs/import.md."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from dosja.core.api.imports import (
    imports_check,
    imports_columns,
    imports_create,
    imports_left_list,
    imports_map,
    imports_problems_list,
    imports_retrieve,
    imports_start,
    imports_undo,
)
from dosja.core.models import (
    ImportLeftCase,
    ImportProblem,
    ImportRun,
    ImportStartRequest,
    ImportState,
    MappingAskedRequest,
    NewImportRequest,
)
from dosja.core.types import File
from dosja.face import Dosja
from dosja.problems import DosjaError

T = TypeVar("T")
_BUSY: Final = {ImportState.READING, ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING}
_FIRST_LOOK, _LONGEST_LOOK = 0.25, 5.0


class WrongMapping(DosjaError, ValueError):
    """The mapping does not fit the file."""


class Spreadsheet:
    """One file in an installation. Each step waits until the server is done; `run` says where it is."""

    def __init__(self, dosja: Dosja, run: ImportRun, tell: Callable[[ImportRun], None] | None = None) -> None:
        self.run = run
        self._dosja, self._tell = dosja, tell

    @classmethod
    def sent(
        cls, dosja: Dosja, path: Path, *, partner: str, tell: Callable[[ImportRun], None] | None = None
    ) -> "Spreadsheet":
        """Send a file and let the server read it. Raises Problem, DosjaError where it cannot be read."""
        with path.open("rb") as opened:
            body = NewImportRequest(partner=partner, file=File(payload=opened, file_name=path.name))
            run = dosja.call(imports_create.sync, body=body)
        made = cls(dosja, run, tell)
        made._wait()
        if made.run.state == ImportState.UNREADABLE:
            raise DosjaError(f"The file could not be read: {made.run.unreadable}.")
        return made

    @classmethod
    def known(
        cls, dosja: Dosja, import_id: Any, tell: Callable[[ImportRun], None] | None = None
    ) -> "Spreadsheet":
        """One that was sent before."""
        return cls(dosja, dosja.call(imports_retrieve.sync, import_id), tell)

    def match(self, mapping: Mapping[str, Any]) -> None:
        """Say which column is what: `{"columns": {"Heading": "narrative", …}, "constants": {"kind": …}}`."""
        columns = self._dosja.call(imports_columns.sync, self.run.id).columns
        body = MappingAskedRequest.from_dict(_asked(mapping, {one.name: one.column for one in columns}))
        self.run = self._step(imports_map.sync, body=body)

    def check(self) -> None:
        """The dry run."""
        self.run = self._step(imports_check.sync)
        self._wait()

    def start(self, *, leave_out_faulty: bool = False) -> None:
        """Make cases of the rows."""
        body = ImportStartRequest(leave_out_faulty=leave_out_faulty)
        self.run = self._step(imports_start.sync, body=body)
        self._wait()

    def undo(self) -> None:
        """Take back the cases on which nobody has worked since."""
        self.run = self._step(imports_undo.sync)
        self._wait()

    def problems(self) -> Iterator[ImportProblem]:
        """What is wrong, cell by cell."""
        return self._dosja.pages(imports_problems_list.sync, self.run.id)

    def left(self) -> Iterator[ImportLeftCase]:
        """The cases that an undone import left."""
        return self._dosja.pages(imports_left_list.sync, self.run.id)

    def headings(self) -> dict[int, str]:
        """The names of the columns by their numbers."""
        columns = self._dosja.call(imports_columns.sync, self.run.id).columns
        return {one.column: one.name for one in columns}

    def _step(self, operation: Callable[..., Any], **given: Any) -> ImportRun:
        run: ImportRun = self._dosja.call(operation, self.run.id, seen=self.run, **given)
        return run

    def _wait(self) -> None:
        pause = _FIRST_LOOK
        while self.run.state in _BUSY:
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_LOOK)
            self.run = self._dosja.call(imports_retrieve.sync, self.run.id)
            if self._tell is not None:
                self._tell(self.run)


def _asked(mapping: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    """The mapping as the interface takes it. A column is named by its heading; `{}` around a field adds
    order, prefix and meanings."""
    unknown = sorted(set(mapping) - {"columns", "constants"})
    columns, constants = mapping.get("columns"), mapping.get("constants", {})
    if unknown or not isinstance(columns, dict) or not isinstance(constants, dict):
        raise WrongMapping('A mapping is {"columns": {heading: field}, "constants": {field: value}}.')
    if missing := sorted(set(columns) - set(numbers)):
        raise WrongMapping(f"The file has no column {', '.join(map(repr, missing))}.")
    return {
        "columns": [{"column": numbers[heading], **_field(told)} for heading, told in columns.items()],
        "constants": [{"field": field, "value": str(value)} for field, value in constants.items()],
    }


def _field(told: Any) -> dict[str, Any]:
    if isinstance(told, str):
        return {"field": told}
    if not isinstance(told, dict) or "field" not in told:
        raise WrongMapping('A column is a field, or {"field": …, "order": …, "prefix": …, "meanings": {…}}.')
    meanings = told.get("meanings", {})
    if not isinstance(meanings, dict):
        raise WrongMapping("Meanings are {value in the file: code}.")
    listed = [{"value": value, "code": code} for value, code in meanings.items()]
    return {**told, "meanings": listed}
