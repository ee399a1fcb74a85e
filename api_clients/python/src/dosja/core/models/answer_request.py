from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AnswerRequest")


@_attrs_define
class AnswerRequest:
    """What the institution answered, typed in.

    Attributes:
        answer (str):
        answered_on (datetime.date):
        protocol_number (str | Unset):  Default: ''.
        author_name (str | Unset): Who answers there. Default: ''.
        is_final (bool | Unset): false: for the time being; the clock runs on. Default: True.
        files (list[UUID] | Unset): Ids of files that you put into the case before: the scanned letter.
    """

    answer: str
    answered_on: datetime.date
    protocol_number: str | Unset = ""
    author_name: str | Unset = ""
    is_final: bool | Unset = True
    files: list[UUID] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer = self.answer

        answered_on = self.answered_on.isoformat()

        protocol_number = self.protocol_number

        author_name = self.author_name

        is_final = self.is_final

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
                "answer": answer,
                "answered_on": answered_on,
            }
        )
        if protocol_number is not UNSET:
            field_dict["protocol_number"] = protocol_number
        if author_name is not UNSET:
            field_dict["author_name"] = author_name
        if is_final is not UNSET:
            field_dict["is_final"] = is_final
        if files is not UNSET:
            field_dict["files"] = files

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer = d.pop("answer")

        answered_on = datetime.date.fromisoformat(d.pop("answered_on"))

        protocol_number = d.pop("protocol_number", UNSET)

        author_name = d.pop("author_name", UNSET)

        is_final = d.pop("is_final", UNSET)

        _files = d.pop("files", UNSET)
        files: list[UUID] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = UUID(files_item_data)

                files.append(files_item)

        answer_request = cls(
            answer=answer,
            answered_on=answered_on,
            protocol_number=protocol_number,
            author_name=author_name,
            is_final=is_final,
            files=files,
        )

        answer_request.additional_properties = d
        return answer_request

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
