from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.hidden_place import HiddenPlace
    from ..models.run import Run


T = TypeVar("T", bound="RedactedPart")


@_attrs_define
class RedactedPart:
    """A part of the complainant's words: whole for you, and as it leaves.

    Attributes:
        text (str):
        hidden (list[HiddenPlace]):
        leaves (list[Run]):
    """

    text: str
    hidden: list[HiddenPlace]
    leaves: list[Run]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        hidden = []
        for hidden_item_data in self.hidden:
            hidden_item = hidden_item_data.to_dict()
            hidden.append(hidden_item)

        leaves = []
        for leaves_item_data in self.leaves:
            leaves_item = leaves_item_data.to_dict()
            leaves.append(leaves_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "hidden": hidden,
                "leaves": leaves,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hidden_place import HiddenPlace  # noqa: PLC0415
        from ..models.run import Run  # noqa: PLC0415

        d = dict(src_dict)
        text = d.pop("text")

        hidden = []
        _hidden = d.pop("hidden")
        for hidden_item_data in _hidden:
            hidden_item = HiddenPlace.from_dict(hidden_item_data)

            hidden.append(hidden_item)

        leaves = []
        _leaves = d.pop("leaves")
        for leaves_item_data in _leaves:
            leaves_item = Run.from_dict(leaves_item_data)

            leaves.append(leaves_item)

        redacted_part = cls(
            text=text,
            hidden=hidden,
            leaves=leaves,
        )

        redacted_part.additional_properties = d
        return redacted_part

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
