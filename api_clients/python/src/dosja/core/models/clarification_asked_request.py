from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ClarificationAskedRequest")


@_attrs_define
class ClarificationAskedRequest:
    """What the institution wants to know.

    Attributes:
        asked_on (datetime.date):
        question (str):
    """

    asked_on: datetime.date
    question: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_on = self.asked_on.isoformat()

        question = self.question

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked_on": asked_on,
                "question": question,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_on = datetime.date.fromisoformat(d.pop("asked_on"))

        question = d.pop("question")

        clarification_asked_request = cls(
            asked_on=asked_on,
            question=question,
        )

        clarification_asked_request.additional_properties = d
        return clarification_asked_request

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
