from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_column import CaseColumn
from ..models.case_order import CaseOrder
from ..models.export_format import ExportFormat
from ..models.parcel_state import ParcelState
from ..types import UNSET, Unset

T = TypeVar("T", bound="Export")


@_attrs_define
class Export:
    """An export and how far it is. Only who asked for it sees it.

    Attributes:
        id (UUID):
        state (ParcelState): * `waiting` - Waiting
            * `making` - Being put together
            * `ready` - Ready to be taken
            * `taken` - Taken
            * `failed` - Could not be put together
            * `expired` - Not taken in time
        failure (str): Code of what stood in the way.
        done (int): How much is put in, of `total`.
        total (int): 0 until it is begun.
        asked_at (datetime.datetime):
        expires_at (datetime.datetime): Not taken by then, it is destroyed.
        taken_at (datetime.datetime | None):
        format_ (ExportFormat): * `csv` - csv
            * `xlsx` - xlsx
            * `jsonl` - jsonl
        columns (list[CaseColumn]):
        ordering (CaseOrder): * `-opened_at` - -opened_at
            * `opened_at` - opened_at
            * `due_at` - due_at
            * `-due_at` - -due_at
        narrowed (list[str]): Names of the filters.
        count (int): Cases in it, once it is ready.
        size (int | None | Unset): In bytes.
    """

    id: UUID
    state: ParcelState
    failure: str
    done: int
    total: int
    asked_at: datetime.datetime
    expires_at: datetime.datetime
    taken_at: datetime.datetime | None
    format_: ExportFormat
    columns: list[CaseColumn]
    ordering: CaseOrder
    narrowed: list[str]
    count: int
    size: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        state = self.state.value

        failure = self.failure

        done = self.done

        total = self.total

        asked_at = self.asked_at.isoformat()

        expires_at = self.expires_at.isoformat()

        taken_at: None | str
        if isinstance(self.taken_at, datetime.datetime):
            taken_at = self.taken_at.isoformat()
        else:
            taken_at = self.taken_at

        format_ = self.format_.value

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.value
            columns.append(columns_item)

        ordering = self.ordering.value

        narrowed = self.narrowed

        count = self.count

        size: int | None | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "failure": failure,
                "done": done,
                "total": total,
                "asked_at": asked_at,
                "expires_at": expires_at,
                "taken_at": taken_at,
                "format": format_,
                "columns": columns,
                "ordering": ordering,
                "narrowed": narrowed,
                "count": count,
            }
        )
        if size is not UNSET:
            field_dict["size"] = size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = ParcelState(d.pop("state"))

        failure = d.pop("failure")

        done = d.pop("done")

        total = d.pop("total")

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_taken_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                taken_at_type_0 = datetime.datetime.fromisoformat(data)

                return taken_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        taken_at = _parse_taken_at(d.pop("taken_at"))

        format_ = ExportFormat(d.pop("format"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = CaseColumn(columns_item_data)

            columns.append(columns_item)

        ordering = CaseOrder(d.pop("ordering"))

        narrowed = cast(list[str], d.pop("narrowed"))

        count = d.pop("count")

        def _parse_size(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        size = _parse_size(d.pop("size", UNSET))

        export = cls(
            id=id,
            state=state,
            failure=failure,
            done=done,
            total=total,
            asked_at=asked_at,
            expires_at=expires_at,
            taken_at=taken_at,
            format_=format_,
            columns=columns,
            ordering=ordering,
            narrowed=narrowed,
            count=count,
            size=size,
        )

        export.additional_properties = d
        return export

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
