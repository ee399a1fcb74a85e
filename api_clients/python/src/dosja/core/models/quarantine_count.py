from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.reason_count import ReasonCount


T = TypeVar("T", bound="QuarantineCount")


@_attrs_define
class QuarantineCount:
    """How many wait, up to a thousand.

    Attributes:
        count (int):
        capped (bool): There are more.
        overdue (int): How many of them wait for longer than was promised.
        reasons (list[ReasonCount]): Of those that were counted.
    """

    count: int
    capped: bool
    overdue: int
    reasons: list[ReasonCount]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        capped = self.capped

        overdue = self.overdue

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "count": count,
                "capped": capped,
                "overdue": overdue,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reason_count import ReasonCount  # noqa: PLC0415

        d = dict(src_dict)
        count = d.pop("count")

        capped = d.pop("capped")

        overdue = d.pop("overdue")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = ReasonCount.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        quarantine_count = cls(
            count=count,
            capped=capped,
            overdue=overdue,
            reasons=reasons,
        )

        quarantine_count.additional_properties = d
        return quarantine_count

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
