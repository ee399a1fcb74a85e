from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.partner_country import PartnerCountry

if TYPE_CHECKING:
    from ..models.new_override_request_names import NewOverrideRequestNames


T = TypeVar("T", bound="NewOverrideRequest")


@_attrs_define
class NewOverrideRequest:
    """A day, and what a decree made of it.

    Attributes:
        working (bool):
        names (NewOverrideRequestNames):
        source (str): The decree, and where it was read.
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        date (datetime.date):
    """

    working: bool
    names: NewOverrideRequestNames
    source: str
    country: PartnerCountry
    date: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        working = self.working

        names = self.names.to_dict()

        source = self.source

        country = self.country.value

        date = self.date.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "working": working,
                "names": names,
                "source": source,
                "country": country,
                "date": date,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_override_request_names import NewOverrideRequestNames  # noqa: PLC0415

        d = dict(src_dict)
        working = d.pop("working")

        names = NewOverrideRequestNames.from_dict(d.pop("names"))

        source = d.pop("source")

        country = PartnerCountry(d.pop("country"))

        date = datetime.date.fromisoformat(d.pop("date"))

        new_override_request = cls(
            working=working,
            names=names,
            source=source,
            country=country,
            date=date,
        )

        new_override_request.additional_properties = d
        return new_override_request

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
