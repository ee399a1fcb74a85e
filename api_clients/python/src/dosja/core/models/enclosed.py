from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Enclosed")


@_attrs_define
class Enclosed:
    """A file that goes along. The letter is at `letter/`, a file's clean copy at `files/{file}/clean/`.

    Attributes:
        name (str):
        title (str):
        media_type (str):
        size (int):
        sha256 (str):
        file (None | UUID):
    """

    name: str
    title: str
    media_type: str
    size: int
    sha256: str
    file: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        media_type = self.media_type

        size = self.size

        sha256 = self.sha256

        file: None | str
        if isinstance(self.file, UUID):
            file = str(self.file)
        else:
            file = self.file

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "media_type": media_type,
                "size": size,
                "sha256": sha256,
                "file": file,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        title = d.pop("title")

        media_type = d.pop("media_type")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        def _parse_file(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                file_type_0 = UUID(data)

                return file_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        file = _parse_file(d.pop("file"))

        enclosed = cls(
            name=name,
            title=title,
            media_type=media_type,
            size=size,
            sha256=sha256,
            file=file,
        )

        enclosed.additional_properties = d
        return enclosed

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
