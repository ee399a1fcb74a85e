from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.partner_country import PartnerCountry

if TYPE_CHECKING:
    from ..models.partner_settings import PartnerSettings


T = TypeVar("T", bound="Partner")


@_attrs_define
class Partner:
    """A partner of the network. `settings` is null unless you keep this partner.

    Attributes:
        slug (str):
        name (str):
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        languages (list[Language]):
        contact (str):
        website (str): An address, or empty.
        version (int):
        settings (None | PartnerSettings):
    """

    slug: str
    name: str
    country: PartnerCountry
    languages: list[Language]
    contact: str
    website: str
    version: int
    settings: None | PartnerSettings
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.partner_settings import PartnerSettings  # noqa: PLC0415

        slug = self.slug

        name = self.name

        country = self.country.value

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.value
            languages.append(languages_item)

        contact = self.contact

        website = self.website

        version = self.version

        settings: dict[str, Any] | None
        if isinstance(self.settings, PartnerSettings):
            settings = self.settings.to_dict()
        else:
            settings = self.settings

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "country": country,
                "languages": languages,
                "contact": contact,
                "website": website,
                "version": version,
                "settings": settings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.partner_settings import PartnerSettings  # noqa: PLC0415

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        country = PartnerCountry(d.pop("country"))

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = Language(languages_item_data)

            languages.append(languages_item)

        contact = d.pop("contact")

        website = d.pop("website")

        version = d.pop("version")

        def _parse_settings(data: object) -> None | PartnerSettings:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                settings_type_0 = PartnerSettings.from_dict(data)

                return settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PartnerSettings, data)

        settings = _parse_settings(d.pop("settings"))

        partner = cls(
            slug=slug,
            name=name,
            country=country,
            languages=languages,
            contact=contact,
            website=website,
            version=version,
            settings=settings,
        )

        partner.additional_properties = d
        return partner

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
