from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_kind import TaskKind
from ..models.task_whose import TaskWhose

T = TypeVar("T", bound="ListQueryOfToday")


@_attrs_define
class ListQueryOfToday:
    """With these parameters `GET tasks/` gives the whole part.

    Attributes:
        whose (TaskWhose): * `mine` - Given to you
            * `team` - All of your organisation's
        kind (list[TaskKind]):
        nobodys (bool):
        due_from (datetime.date | None):
        due_until (datetime.date | None):
    """

    whose: TaskWhose
    kind: list[TaskKind]
    nobodys: bool
    due_from: datetime.date | None
    due_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        whose = self.whose.value

        kind = []
        for kind_item_data in self.kind:
            kind_item = kind_item_data.value
            kind.append(kind_item)

        nobodys = self.nobodys

        due_from: None | str
        if isinstance(self.due_from, datetime.date):
            due_from = self.due_from.isoformat()
        else:
            due_from = self.due_from

        due_until: None | str
        if isinstance(self.due_until, datetime.date):
            due_until = self.due_until.isoformat()
        else:
            due_until = self.due_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "whose": whose,
                "kind": kind,
                "nobodys": nobodys,
                "due_from": due_from,
                "due_until": due_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        whose = TaskWhose(d.pop("whose"))

        kind = []
        _kind = d.pop("kind")
        for kind_item_data in _kind:
            kind_item = TaskKind(kind_item_data)

            kind.append(kind_item)

        nobodys = d.pop("nobodys")

        def _parse_due_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_from_type_0 = datetime.date.fromisoformat(data)

                return due_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_from = _parse_due_from(d.pop("due_from"))

        def _parse_due_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_until_type_0 = datetime.date.fromisoformat(data)

                return due_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_until = _parse_due_until(d.pop("due_until"))

        list_query_of_today = cls(
            whose=whose,
            kind=kind,
            nobodys=nobodys,
            due_from=due_from,
            due_until=due_until,
        )

        list_query_of_today.additional_properties = d
        return list_query_of_today

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
