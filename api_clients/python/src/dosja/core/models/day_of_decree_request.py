from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.partner_country import PartnerCountry

T = TypeVar("T", bound="DayOfDecreeRequest")


@_attrs_define
class DayOfDecreeRequest:
    """A day, and what a decree would make of it.

    Attributes:
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        date (datetime.date):
        working (bool | None): Null: there is no decree (any more), the calendar package decides.
    """

    country: PartnerCountry
    date: datetime.date
    working: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        country = self.country.value

        date = self.date.isoformat()

        working: bool | None
        working = self.working

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "country": country,
                "date": date,
                "working": working,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        country = PartnerCountry(d.pop("country"))

        date = datetime.date.fromisoformat(d.pop("date"))

        def _parse_working(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        working = _parse_working(d.pop("working"))

        day_of_decree_request = cls(
            country=country,
            date=date,
            working=working,
        )

        day_of_decree_request.additional_properties = d
        return day_of_decree_request

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
