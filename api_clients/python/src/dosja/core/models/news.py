from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_task_of_news import NewTaskOfNews


T = TypeVar("T", bound="News")


@_attrs_define
class News:
    """What came for you since a moment. Kinds, ids and counts: never a word of what came.

    Attributes:
        since (datetime.datetime):
        until (datetime.datetime): Send this to `me/news/seen/` once you have seen it.
        tasks (list[NewTaskOfNews]): The newest first, at most 99.
        mails (int): Mails to be sorted, up to 99.
        quarantined (int): Complaints to be looked at, up to 99.
        capped (bool): There may be more of anything.
    """

    since: datetime.datetime
    until: datetime.datetime
    tasks: list[NewTaskOfNews]
    mails: int
    quarantined: int
    capped: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        since = self.since.isoformat()

        until = self.until.isoformat()

        tasks = []
        for tasks_item_data in self.tasks:
            tasks_item = tasks_item_data.to_dict()
            tasks.append(tasks_item)

        mails = self.mails

        quarantined = self.quarantined

        capped = self.capped

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "since": since,
                "until": until,
                "tasks": tasks,
                "mails": mails,
                "quarantined": quarantined,
                "capped": capped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_task_of_news import NewTaskOfNews  # noqa: PLC0415

        d = dict(src_dict)
        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        tasks = []
        _tasks = d.pop("tasks")
        for tasks_item_data in _tasks:
            tasks_item = NewTaskOfNews.from_dict(tasks_item_data)

            tasks.append(tasks_item)

        mails = d.pop("mails")

        quarantined = d.pop("quarantined")

        capped = d.pop("capped")

        news = cls(
            since=since,
            until=until,
            tasks=tasks,
            mails=mails,
            quarantined=quarantined,
            capped=capped,
        )

        news.additional_properties = d
        return news

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
