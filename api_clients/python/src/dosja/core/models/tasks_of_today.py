from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_query_of_today import ListQueryOfToday
    from ..models.task_of_today import TaskOfToday


T = TypeVar("T", bound="TasksOfToday")


@_attrs_define
class TasksOfToday:
    """A part of the work list: how long it is, and its first ten tasks.

    Attributes:
        count (int):
        capped (bool): There are more than that.
        rows (list[TaskOfToday]):
        query (ListQueryOfToday): With these parameters `GET tasks/` gives the whole part.
    """

    count: int
    capped: bool
    rows: list[TaskOfToday]
    query: ListQueryOfToday
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        capped = self.capped

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        query = self.query.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "count": count,
                "capped": capped,
                "rows": rows,
                "query": query,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_query_of_today import ListQueryOfToday  # noqa: PLC0415
        from ..models.task_of_today import TaskOfToday  # noqa: PLC0415

        d = dict(src_dict)
        count = d.pop("count")

        capped = d.pop("capped")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = TaskOfToday.from_dict(rows_item_data)

            rows.append(rows_item)

        query = ListQueryOfToday.from_dict(d.pop("query"))

        tasks_of_today = cls(
            count=count,
            capped=capped,
            rows=rows,
            query=query,
        )

        tasks_of_today.additional_properties = d
        return tasks_of_today

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
