from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.month_count import MonthCount


T = TypeVar("T", bound="RetentionOutlook")


@_attrs_define
class RetentionOutlook:
    """What rules would do to the cases that you see; nothing is changed.

    Attributes:
        ended (int): Cases that have ended.
        at_once (int): Of those, how many would be announced at once.
        is_many (bool): So many that somebody should look twice.
        months (list[MonthCount]): The next twelve months in which some would go.
    """

    ended: int
    at_once: int
    is_many: bool
    months: list[MonthCount]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended = self.ended

        at_once = self.at_once

        is_many = self.is_many

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended": ended,
                "at_once": at_once,
                "is_many": is_many,
                "months": months,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.month_count import MonthCount  # noqa: PLC0415

        d = dict(src_dict)
        ended = d.pop("ended")

        at_once = d.pop("at_once")

        is_many = d.pop("is_many")

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthCount.from_dict(months_item_data)

            months.append(months_item)

        retention_outlook = cls(
            ended=ended,
            at_once=at_once,
            is_many=is_many,
            months=months,
        )

        retention_outlook.additional_properties = d
        return retention_outlook

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
