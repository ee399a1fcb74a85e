from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.move import Move


T = TypeVar("T", bound="CalendarEffect")


@_attrs_define
class CalendarEffect:
    """What would move, in all partners together. Nothing tells whose cases these are.

    Attributes:
        clocks (list[Move]): Due dates of institutions.
        appeals (list[Move]): Last days for appeals.
        looked_at (int): Clocks and appeals in whose count the day may lie.
        is_all (bool): False where there are more than were looked at.
    """

    clocks: list[Move]
    appeals: list[Move]
    looked_at: int
    is_all: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clocks = []
        for clocks_item_data in self.clocks:
            clocks_item = clocks_item_data.to_dict()
            clocks.append(clocks_item)

        appeals = []
        for appeals_item_data in self.appeals:
            appeals_item = appeals_item_data.to_dict()
            appeals.append(appeals_item)

        looked_at = self.looked_at

        is_all = self.is_all

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clocks": clocks,
                "appeals": appeals,
                "looked_at": looked_at,
                "is_all": is_all,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.move import Move  # noqa: PLC0415

        d = dict(src_dict)
        clocks = []
        _clocks = d.pop("clocks")
        for clocks_item_data in _clocks:
            clocks_item = Move.from_dict(clocks_item_data)

            clocks.append(clocks_item)

        appeals = []
        _appeals = d.pop("appeals")
        for appeals_item_data in _appeals:
            appeals_item = Move.from_dict(appeals_item_data)

            appeals.append(appeals_item)

        looked_at = d.pop("looked_at")

        is_all = d.pop("is_all")

        calendar_effect = cls(
            clocks=clocks,
            appeals=appeals,
            looked_at=looked_at,
            is_all=is_all,
        )

        calendar_effect.additional_properties = d
        return calendar_effect

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
