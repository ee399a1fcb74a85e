from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CalendarAddress")


@_attrs_define
class CalendarAddress:
    """The same with the address, this once.

    Attributes:
        is_on (bool):
        made_at (datetime.datetime | None):
        address (str): Whoever knows it sees kinds and days of your tasks, no name and no number. Make a new one if
            somebody else learned it.
    """

    is_on: bool
    made_at: datetime.datetime | None
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_on = self.is_on

        made_at: None | str
        if isinstance(self.made_at, datetime.datetime):
            made_at = self.made_at.isoformat()
        else:
            made_at = self.made_at

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_on": is_on,
                "made_at": made_at,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_on = d.pop("is_on")

        def _parse_made_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_at_type_0 = datetime.datetime.fromisoformat(data)

                return made_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        made_at = _parse_made_at(d.pop("made_at"))

        address = d.pop("address")

        calendar_address = cls(
            is_on=is_on,
            made_at=made_at,
            address=address,
        )

        calendar_address.additional_properties = d
        return calendar_address

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
