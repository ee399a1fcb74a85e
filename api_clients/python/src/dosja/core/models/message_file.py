from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_scan import FileScan
from ..models.file_state import FileState

T = TypeVar("T", bound="MessageFile")


@_attrs_define
class MessageFile:
    """A file that came with a message.

    Attributes:
        id (UUID):
        name (str):
        media_type (str):
        size (int):
        state (FileState): * `pending` - Being checked
            * `ready` - Clean copy ready
            * `infected` - Infected
            * `failed` - No clean copy could be made
            * `kept` - Kept as it came
        scan (FileScan): * `pending` - Not scanned yet
            * `passed` - Scanned, nothing found
            * `infected` - Infected
            * `not_scanned` - Not scanned for viruses
    """

    id: UUID
    name: str
    media_type: str
    size: int
    state: FileState
    scan: FileScan
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        media_type = self.media_type

        size = self.size

        state = self.state.value

        scan = self.scan.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "media_type": media_type,
                "size": size,
                "state": state,
                "scan": scan,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        media_type = d.pop("media_type")

        size = d.pop("size")

        state = FileState(d.pop("state"))

        scan = FileScan(d.pop("scan"))

        message_file = cls(
            id=id,
            name=name,
            media_type=media_type,
            size=size,
            state=state,
            scan=scan,
        )

        message_file.additional_properties = d
        return message_file

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
