from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Answer")


@_attrs_define
class Answer:
    """A question as it was asked, in the reader's language, and its answer.

    Attributes:
        question (str):
        label (str):
        value (Any): As it was given: a text, a number, a code, a list of codes …
        lines (list[str]): The answer as a person reads it.
    """

    question: str
    label: str
    value: Any
    lines: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        question = self.question

        label = self.label

        value = self.value

        lines = self.lines

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "question": question,
                "label": label,
                "value": value,
                "lines": lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        question = d.pop("question")

        label = d.pop("label")

        value = d.pop("value")

        lines = cast(list[str], d.pop("lines"))

        answer = cls(
            question=question,
            label=label,
            value=value,
            lines=lines,
        )

        answer.additional_properties = d
        return answer

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
