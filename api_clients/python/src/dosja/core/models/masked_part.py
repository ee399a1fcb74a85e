from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MaskedPart")


@_attrs_define
class MaskedPart:
    """A part of the complainant's words: whole for you, and as others read it.

    Attributes:
        part (str): `narrative`, `wish`, `answer.<question>` or `message.<id>`.
        label (str): The form's question.
        text (str):
        shown (str):
    """

    part: str
    label: str
    text: str
    shown: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        part = self.part

        label = self.label

        text = self.text

        shown = self.shown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "part": part,
                "label": label,
                "text": text,
                "shown": shown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        part = d.pop("part")

        label = d.pop("label")

        text = d.pop("text")

        shown = d.pop("shown")

        masked_part = cls(
            part=part,
            label=label,
            text=text,
            shown=shown,
        )

        masked_part.additional_properties = d
        return masked_part

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
