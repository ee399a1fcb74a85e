from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.partner_country import PartnerCountry
from ..models.place_level import PlaceLevel

if TYPE_CHECKING:
    from ..models.place_names import PlaceNames


T = TypeVar("T", bound="Place")


@_attrs_define
class Place:
    """A country, region, municipality or administrative unit.

    Attributes:
        code (str):
        level (PlaceLevel): * `country` - Country
            * `region` - Region
            * `municipality` - Municipality
            * `administrative_unit` - Administrative unit
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        names (PlaceNames):
        name (str):
        parent (None | str):
        ancestors (list[str]): Codes from the country down, without its own.
        source (str):
        version (int):
    """

    code: str
    level: PlaceLevel
    country: PartnerCountry
    names: PlaceNames
    name: str
    parent: None | str
    ancestors: list[str]
    source: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        level = self.level.value

        country = self.country.value

        names = self.names.to_dict()

        name = self.name

        parent: None | str
        parent = self.parent

        ancestors = self.ancestors

        source = self.source

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "level": level,
                "country": country,
                "names": names,
                "name": name,
                "parent": parent,
                "ancestors": ancestors,
                "source": source,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.place_names import PlaceNames  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        level = PlaceLevel(d.pop("level"))

        country = PartnerCountry(d.pop("country"))

        names = PlaceNames.from_dict(d.pop("names"))

        name = d.pop("name")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        ancestors = cast(list[str], d.pop("ancestors"))

        source = d.pop("source")

        version = d.pop("version")

        place = cls(
            code=code,
            level=level,
            country=country,
            names=names,
            name=name,
            parent=parent,
            ancestors=ancestors,
            source=source,
            version=version,
        )

        place.additional_properties = d
        return place

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
