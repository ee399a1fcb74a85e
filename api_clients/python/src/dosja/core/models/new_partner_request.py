from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.partner_country import PartnerCountry
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPartnerRequest")


@_attrs_define
class NewPartnerRequest:
    """A partner that joins the network. Slug and prefix can never change.

    Attributes:
        slug (str): Lower-case letters, digits and hyphens; stands in public addresses.
        prefix (str): Two to five capital letters that begin every case reference.
        name (str):
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        languages (list[Language]):
        time_zone (str): Such as Europe/Tirane.
        contact (str | Unset): Where citizens reach the partner.
        website (str | Unset):
    """

    slug: str
    prefix: str
    name: str
    country: PartnerCountry
    languages: list[Language]
    time_zone: str
    contact: str | Unset = UNSET
    website: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        prefix = self.prefix

        name = self.name

        country = self.country.value

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.value
            languages.append(languages_item)

        time_zone = self.time_zone

        contact = self.contact

        website: str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "prefix": prefix,
                "name": name,
                "country": country,
                "languages": languages,
                "time_zone": time_zone,
            }
        )
        if contact is not UNSET:
            field_dict["contact"] = contact
        if website is not UNSET:
            field_dict["website"] = website

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slug = d.pop("slug")

        prefix = d.pop("prefix")

        name = d.pop("name")

        country = PartnerCountry(d.pop("country"))

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = Language(languages_item_data)

            languages.append(languages_item)

        time_zone = d.pop("time_zone")

        contact = d.pop("contact", UNSET)

        def _parse_website(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        website = _parse_website(d.pop("website", UNSET))

        new_partner_request = cls(
            slug=slug,
            prefix=prefix,
            name=name,
            country=country,
            languages=languages,
            time_zone=time_zone,
            contact=contact,
            website=website,
        )

        new_partner_request.additional_properties = d
        return new_partner_request

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
