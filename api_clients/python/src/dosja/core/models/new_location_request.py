from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLocationRequest")


@_attrs_define
class NewLocationRequest:
    """Where the service is given. A hidden location is `{"is_hidden": true}` and nothing else.

    Attributes:
        is_hidden (bool | Unset):  Default: False.
        place (None | str | Unset):
        name (str | Unset):  Default: ''.
        address_1 (str | Unset):  Default: ''.
        city (str | Unset):  Default: ''.
        postal_code (str | Unset):  Default: ''.
    """

    is_hidden: bool | Unset = False
    place: None | str | Unset = UNSET
    name: str | Unset = ""
    address_1: str | Unset = ""
    city: str | Unset = ""
    postal_code: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_hidden = self.is_hidden

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        name = self.name

        address_1 = self.address_1

        city = self.city

        postal_code = self.postal_code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if is_hidden is not UNSET:
            field_dict["is_hidden"] = is_hidden
        if place is not UNSET:
            field_dict["place"] = place
        if name is not UNSET:
            field_dict["name"] = name
        if address_1 is not UNSET:
            field_dict["address_1"] = address_1
        if city is not UNSET:
            field_dict["city"] = city
        if postal_code is not UNSET:
            field_dict["postal_code"] = postal_code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_hidden = d.pop("is_hidden", UNSET)

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        name = d.pop("name", UNSET)

        address_1 = d.pop("address_1", UNSET)

        city = d.pop("city", UNSET)

        postal_code = d.pop("postal_code", UNSET)

        new_location_request = cls(
            is_hidden=is_hidden,
            place=place,
            name=name,
            address_1=address_1,
            city=city,
            postal_code=postal_code,
        )

        new_location_request.additional_properties = d
        return new_location_request

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
