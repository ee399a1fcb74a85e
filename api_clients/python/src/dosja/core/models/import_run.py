from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_state import ImportState
from ..models.import_step import ImportStep
from ..models.import_stop_reason import ImportStopReason
from ..models.import_unreadable import ImportUnreadable

if TYPE_CHECKING:
    from ..models.import_problem_count import ImportProblemCount
    from ..models.import_progress import ImportProgress
    from ..models.person import Person


T = TypeVar("T", bound="ImportRun")


@_attrs_define
class ImportRun:
    """A spreadsheet on its way in.

    Attributes:
        id (UUID):
        partner (str):
        created_by (None | Person):
        created_at (datetime.datetime):
        state (ImportState): * `reading` - The file is being read
            * `unreadable` - The file could not be read
            * `mapping` - The columns have to be matched
            * `checking` - A dry run is going on
            * `checked` - The dry run is done
            * `running` - Cases are being imported
            * `done` - Imported
            * `undoing` - The import is being undone
            * `undone` - Undone
            * `stopped` - Stopped
        unreadable (ImportUnreadable | None): Why the file could not be read.

            * `broken` - The file is damaged, or is not what its name says.
            * `too_large` - The sheet is too large: at most 100 000 rows and 150 columns.
            * `password` - The file is protected by a password. Save it without one.
            * `empty` - There is nothing in this sheet below a line with the names of the columns.
        stopped_because (ImportStopReason | None):
        file_name (None | str): Null once the file was destroyed.
        row_count (int):
        progress (ImportProgress): How far the present or last work is.
        mapped (bool): Somebody said which column is what.
        imported (int): Cases that this file has made and that are there.
        already_there (int): Rows that were imported before; they are passed over.
        faulty (int): Rows that cannot become cases.
        undone (int):
        problem_counts (list[ImportProblemCount]): What is wrong, the most frequent first.
        allowed_steps (list[ImportStep]):
        finished_at (datetime.datetime | None):
        forgotten_at (datetime.datetime | None): When the file was destroyed.
        version (int):
    """

    id: UUID
    partner: str
    created_by: None | Person
    created_at: datetime.datetime
    state: ImportState
    unreadable: ImportUnreadable | None
    stopped_because: ImportStopReason | None
    file_name: None | str
    row_count: int
    progress: ImportProgress
    mapped: bool
    imported: int
    already_there: int
    faulty: int
    undone: int
    problem_counts: list[ImportProblemCount]
    allowed_steps: list[ImportStep]
    finished_at: datetime.datetime | None
    forgotten_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        partner = self.partner

        created_by: dict[str, Any] | None
        if isinstance(self.created_by, Person):
            created_by = self.created_by.to_dict()
        else:
            created_by = self.created_by

        created_at = self.created_at.isoformat()

        state = self.state.value

        unreadable: None | str
        if isinstance(self.unreadable, ImportUnreadable):
            unreadable = self.unreadable.value
        else:
            unreadable = self.unreadable

        stopped_because: None | str
        if isinstance(self.stopped_because, ImportStopReason):
            stopped_because = self.stopped_because.value
        else:
            stopped_because = self.stopped_because

        file_name: None | str
        file_name = self.file_name

        row_count = self.row_count

        progress = self.progress.to_dict()

        mapped = self.mapped

        imported = self.imported

        already_there = self.already_there

        faulty = self.faulty

        undone = self.undone

        problem_counts = []
        for problem_counts_item_data in self.problem_counts:
            problem_counts_item = problem_counts_item_data.to_dict()
            problem_counts.append(problem_counts_item)

        allowed_steps = []
        for allowed_steps_item_data in self.allowed_steps:
            allowed_steps_item = allowed_steps_item_data.value
            allowed_steps.append(allowed_steps_item)

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        forgotten_at: None | str
        if isinstance(self.forgotten_at, datetime.datetime):
            forgotten_at = self.forgotten_at.isoformat()
        else:
            forgotten_at = self.forgotten_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "partner": partner,
                "created_by": created_by,
                "created_at": created_at,
                "state": state,
                "unreadable": unreadable,
                "stopped_because": stopped_because,
                "file_name": file_name,
                "row_count": row_count,
                "progress": progress,
                "mapped": mapped,
                "imported": imported,
                "already_there": already_there,
                "faulty": faulty,
                "undone": undone,
                "problem_counts": problem_counts,
                "allowed_steps": allowed_steps,
                "finished_at": finished_at,
                "forgotten_at": forgotten_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_problem_count import ImportProblemCount  # noqa: PLC0415
        from ..models.import_progress import ImportProgress  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        partner = d.pop("partner")

        def _parse_created_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                created_by_type_0 = Person.from_dict(data)

                return created_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        created_by = _parse_created_by(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        state = ImportState(d.pop("state"))

        def _parse_unreadable(data: object) -> ImportUnreadable | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unreadable_type_0 = ImportUnreadable(data)

                return unreadable_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportUnreadable | None, data)

        unreadable = _parse_unreadable(d.pop("unreadable"))

        def _parse_stopped_because(data: object) -> ImportStopReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stopped_because_type_0 = ImportStopReason(data)

                return stopped_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportStopReason | None, data)

        stopped_because = _parse_stopped_because(d.pop("stopped_because"))

        def _parse_file_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        file_name = _parse_file_name(d.pop("file_name"))

        row_count = d.pop("row_count")

        progress = ImportProgress.from_dict(d.pop("progress"))

        mapped = d.pop("mapped")

        imported = d.pop("imported")

        already_there = d.pop("already_there")

        faulty = d.pop("faulty")

        undone = d.pop("undone")

        problem_counts = []
        _problem_counts = d.pop("problem_counts")
        for problem_counts_item_data in _problem_counts:
            problem_counts_item = ImportProblemCount.from_dict(problem_counts_item_data)

            problem_counts.append(problem_counts_item)

        allowed_steps = []
        _allowed_steps = d.pop("allowed_steps")
        for allowed_steps_item_data in _allowed_steps:
            allowed_steps_item = ImportStep(allowed_steps_item_data)

            allowed_steps.append(allowed_steps_item)

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        def _parse_forgotten_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                forgotten_at_type_0 = datetime.datetime.fromisoformat(data)

                return forgotten_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        forgotten_at = _parse_forgotten_at(d.pop("forgotten_at"))

        version = d.pop("version")

        import_run = cls(
            id=id,
            partner=partner,
            created_by=created_by,
            created_at=created_at,
            state=state,
            unreadable=unreadable,
            stopped_because=stopped_because,
            file_name=file_name,
            row_count=row_count,
            progress=progress,
            mapped=mapped,
            imported=imported,
            already_there=already_there,
            faulty=faulty,
            undone=undone,
            problem_counts=problem_counts,
            allowed_steps=allowed_steps,
            finished_at=finished_at,
            forgotten_at=forgotten_at,
            version=version,
        )

        import_run.additional_properties = d
        return import_run

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
