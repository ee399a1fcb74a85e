from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LeavingAttachment")


@_attrs_define
class LeavingAttachment:
    """A file that goes along.

    Attributes:
        number (int):
        file (UUID): Id of the file in the case.
        copy (UUID): Id of the clean copy that goes along.
        title (str):
        media_type (str):
        size (int):
        sha256 (str):
    """

    number: int
    file: UUID
    copy: UUID
    title: str
    media_type: str
    size: int
    sha256: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        file = str(self.file)

        copy = str(self.copy)

        title = self.title

        media_type = self.media_type

        size = self.size

        sha256 = self.sha256

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "file": file,
                "copy": copy,
                "title": title,
                "media_type": media_type,
                "size": size,
                "sha256": sha256,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        file = UUID(d.pop("file"))

        copy = UUID(d.pop("copy"))

        title = d.pop("title")

        media_type = d.pop("media_type")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        leaving_attachment = cls(
            number=number,
            file=file,
            copy=copy,
            title=title,
            media_type=media_type,
            size=size,
            sha256=sha256,
        )

        leaving_attachment.additional_properties = d
        return leaving_attachment

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
