from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.phone import Phone


T = TypeVar("T", bound="ServiceProvider")


@_attrs_define
class ServiceProvider:
    """An organisation that helps.

    Attributes:
        id (UUID):
        name (str):
        alternate_name (str):
        description (str):
        email (str):
        website (str):
        phones (list[Phone]):
        partner (None | str):
        source (str):
        verified_on (datetime.date | None):
        may_change (bool): Whether you may change the entry.
        version (int):
    """

    id: UUID
    name: str
    alternate_name: str
    description: str
    email: str
    website: str
    phones: list[Phone]
    partner: None | str
    source: str
    verified_on: datetime.date | None
    may_change: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        alternate_name = self.alternate_name

        description = self.description

        email = self.email

        website = self.website

        phones = []
        for phones_item_data in self.phones:
            phones_item = phones_item_data.to_dict()
            phones.append(phones_item)

        partner: None | str
        partner = self.partner

        source = self.source

        verified_on: None | str
        if isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        may_change = self.may_change

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "alternate_name": alternate_name,
                "description": description,
                "email": email,
                "website": website,
                "phones": phones,
                "partner": partner,
                "source": source,
                "verified_on": verified_on,
                "may_change": may_change,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.phone import Phone  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        alternate_name = d.pop("alternate_name")

        description = d.pop("description")

        email = d.pop("email")

        website = d.pop("website")

        phones = []
        _phones = d.pop("phones")
        for phones_item_data in _phones:
            phones_item = Phone.from_dict(phones_item_data)

            phones.append(phones_item)

        def _parse_partner(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        partner = _parse_partner(d.pop("partner"))

        source = d.pop("source")

        def _parse_verified_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        verified_on = _parse_verified_on(d.pop("verified_on"))

        may_change = d.pop("may_change")

        version = d.pop("version")

        service_provider = cls(
            id=id,
            name=name,
            alternate_name=alternate_name,
            description=description,
            email=email,
            website=website,
            phones=phones,
            partner=partner,
            source=source,
            verified_on=verified_on,
            may_change=may_change,
            version=version,
        )

        service_provider.additional_properties = d
        return service_provider

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
