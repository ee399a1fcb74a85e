from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.partner_country import PartnerCountry

if TYPE_CHECKING:
    from ..models.calendar_override_names import CalendarOverrideNames


T = TypeVar("T", bound="CalendarOverride")


@_attrs_define
class CalendarOverride:
    """A day that is free or working by decree, against what the calendar package says.

    Attributes:
        code (str): Country and day: `xk-2026-03-20`.
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        date (datetime.date):
        working (bool):
        names (CalendarOverrideNames):
        name (str):
        source (str):
        version (int):
    """

    code: str
    country: PartnerCountry
    date: datetime.date
    working: bool
    names: CalendarOverrideNames
    name: str
    source: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        country = self.country.value

        date = self.date.isoformat()

        working = self.working

        names = self.names.to_dict()

        name = self.name

        source = self.source

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "country": country,
                "date": date,
                "working": working,
                "names": names,
                "name": name,
                "source": source,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calendar_override_names import CalendarOverrideNames  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        country = PartnerCountry(d.pop("country"))

        date = datetime.date.fromisoformat(d.pop("date"))

        working = d.pop("working")

        names = CalendarOverrideNames.from_dict(d.pop("names"))

        name = d.pop("name")

        source = d.pop("source")

        version = d.pop("version")

        calendar_override = cls(
            code=code,
            country=country,
            date=date,
            working=working,
            names=names,
            name=name,
            source=source,
            version=version,
        )

        calendar_override.additional_properties = d
        return calendar_override

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
