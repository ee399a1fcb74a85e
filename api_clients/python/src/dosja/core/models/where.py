from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.schedule import Schedule


T = TypeVar("T", bound="Where")


@_attrs_define
class Where:
    """Where a service is given. Of a hidden location there is nothing but the advice to ask the provider.

    Attributes:
        id (UUID):
        name (str):
        place (None | str):
        address (list[str]): In lines; empty where it is hidden or not known.
        is_hidden (bool):
        notice (None | str): A sentence to show instead; null where there is none.
        schedules (list[Schedule]):
    """

    id: UUID
    name: str
    place: None | str
    address: list[str]
    is_hidden: bool
    notice: None | str
    schedules: list[Schedule]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        place: None | str
        place = self.place

        address = self.address

        is_hidden = self.is_hidden

        notice: None | str
        notice = self.notice

        schedules = []
        for schedules_item_data in self.schedules:
            schedules_item = schedules_item_data.to_dict()
            schedules.append(schedules_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "place": place,
                "address": address,
                "is_hidden": is_hidden,
                "notice": notice,
                "schedules": schedules,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.schedule import Schedule  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_place(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        place = _parse_place(d.pop("place"))

        address = cast(list[str], d.pop("address"))

        is_hidden = d.pop("is_hidden")

        def _parse_notice(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notice = _parse_notice(d.pop("notice"))

        schedules = []
        _schedules = d.pop("schedules")
        for schedules_item_data in _schedules:
            schedules_item = Schedule.from_dict(schedules_item_data)

            schedules.append(schedules_item)

        where = cls(
            id=id,
            name=name,
            place=place,
            address=address,
            is_hidden=is_hidden,
            notice=notice,
            schedules=schedules,
        )

        where.additional_properties = d
        return where

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
