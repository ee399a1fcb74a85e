from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMessageRequest")


@_attrs_define
class NewMessageRequest:
    """What is written to the complainant.

    Attributes:
        text (str):
        asks (bool | Unset): It is a question, and an answer is awaited. Default: False.
        files (list[UUID] | Unset): Ids of files that you put into the case before, to go with it.
    """

    text: str
    asks: bool | Unset = False
    files: list[UUID] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        asks = self.asks

        files: list[str] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = []
            for files_item_data in self.files:
                files_item = str(files_item_data)
                files.append(files_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
            }
        )
        if asks is not UNSET:
            field_dict["asks"] = asks
        if files is not UNSET:
            field_dict["files"] = files

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        asks = d.pop("asks", UNSET)

        _files = d.pop("files", UNSET)
        files: list[UUID] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = UUID(files_item_data)

                files.append(files_item)

        new_message_request = cls(
            text=text,
            asks=asks,
            files=files,
        )

        new_message_request.additional_properties = d
        return new_message_request

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
