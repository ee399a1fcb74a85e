from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hiding_reason import HidingReason

T = TypeVar("T", bound="Run")


@_attrs_define
class Run:
    """A stretch of the complainant's words: its text, or the reasons why nothing of it leaves.

    Attributes:
        text (str):
        hidden (list[HidingReason]):
    """

    text: str
    hidden: list[HidingReason]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        hidden = []
        for hidden_item_data in self.hidden:
            hidden_item = hidden_item_data.value
            hidden.append(hidden_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "hidden": hidden,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        hidden = []
        _hidden = d.pop("hidden")
        for hidden_item_data in _hidden:
            hidden_item = HidingReason(hidden_item_data)

            hidden.append(hidden_item)

        run = cls(
            text=text,
            hidden=hidden,
        )

        run.additional_properties = d
        return run

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
