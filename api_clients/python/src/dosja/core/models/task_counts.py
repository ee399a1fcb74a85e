from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.capped_count import CappedCount


T = TypeVar("T", bound="TaskCounts")


@_attrs_define
class TaskCounts:
    """How much waits: before today, today, in the seven days after, altogether.

    Attributes:
        overdue (CappedCount): A number up to a thousand.
        today (CappedCount): A number up to a thousand.
        week (CappedCount): A number up to a thousand.
        open_ (CappedCount): A number up to a thousand.
    """

    overdue: CappedCount
    today: CappedCount
    week: CappedCount
    open_: CappedCount
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        overdue = self.overdue.to_dict()

        today = self.today.to_dict()

        week = self.week.to_dict()

        open_ = self.open_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "overdue": overdue,
                "today": today,
                "week": week,
                "open": open_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.capped_count import CappedCount  # noqa: PLC0415

        d = dict(src_dict)
        overdue = CappedCount.from_dict(d.pop("overdue"))

        today = CappedCount.from_dict(d.pop("today"))

        week = CappedCount.from_dict(d.pop("week"))

        open_ = CappedCount.from_dict(d.pop("open"))

        task_counts = cls(
            overdue=overdue,
            today=today,
            week=week,
            open_=open_,
        )

        task_counts.additional_properties = d
        return task_counts

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
