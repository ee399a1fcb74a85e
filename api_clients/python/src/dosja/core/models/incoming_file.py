from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_scan import FileScan
from ..models.file_state import FileState
from ..types import UNSET, Unset

T = TypeVar("T", bound="IncomingFile")


@_attrs_define
class IncomingFile:
    """A file of a mail; without `state` where it was not taken.

    Attributes:
        id (UUID):
        name (str):
        refused (str): Why it was not taken, such as `file.macros`.
        media_type (None | str | Unset):
        size (int | None | Unset):
        state (FileState | None | Unset):
        scan (FileScan | None | Unset):
    """

    id: UUID
    name: str
    refused: str
    media_type: None | str | Unset = UNSET
    size: int | None | Unset = UNSET
    state: FileState | None | Unset = UNSET
    scan: FileScan | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        refused = self.refused

        media_type: None | str | Unset
        if isinstance(self.media_type, Unset):
            media_type = UNSET
        else:
            media_type = self.media_type

        size: int | None | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        state: None | str | Unset
        if isinstance(self.state, Unset):
            state = UNSET
        elif isinstance(self.state, FileState):
            state = self.state.value
        else:
            state = self.state

        scan: None | str | Unset
        if isinstance(self.scan, Unset):
            scan = UNSET
        elif isinstance(self.scan, FileScan):
            scan = self.scan.value
        else:
            scan = self.scan

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "refused": refused,
            }
        )
        if media_type is not UNSET:
            field_dict["media_type"] = media_type
        if size is not UNSET:
            field_dict["size"] = size
        if state is not UNSET:
            field_dict["state"] = state
        if scan is not UNSET:
            field_dict["scan"] = scan

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        refused = d.pop("refused")

        def _parse_media_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        media_type = _parse_media_type(d.pop("media_type", UNSET))

        def _parse_size(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        size = _parse_size(d.pop("size", UNSET))

        def _parse_state(data: object) -> FileState | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                state_type_0 = FileState(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileState | None | Unset, data)

        state = _parse_state(d.pop("state", UNSET))

        def _parse_scan(data: object) -> FileScan | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                scan_type_0 = FileScan(data)

                return scan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileScan | None | Unset, data)

        scan = _parse_scan(d.pop("scan", UNSET))

        incoming_file = cls(
            id=id,
            name=name,
            refused=refused,
            media_type=media_type,
            size=size,
            state=state,
            scan=scan,
        )

        incoming_file.additional_properties = d
        return incoming_file

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
