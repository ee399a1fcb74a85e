from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.own_copy import OwnCopy


T = TypeVar("T", bound="OwnCopies")


@_attrs_define
class OwnCopies:
    """All of them, the newest first.

    Attributes:
        copies (list[OwnCopy]):
    """

    copies: list[OwnCopy]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        copies = []
        for copies_item_data in self.copies:
            copies_item = copies_item_data.to_dict()
            copies.append(copies_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "copies": copies,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_copy import OwnCopy  # noqa: PLC0415

        d = dict(src_dict)
        copies = []
        _copies = d.pop("copies")
        for copies_item_data in _copies:
            copies_item = OwnCopy.from_dict(copies_item_data)

            copies.append(copies_item)

        own_copies = cls(
            copies=copies,
        )

        own_copies.additional_properties = d
        return own_copies

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
