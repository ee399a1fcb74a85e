from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RevealedIdentity")


@_attrs_define
class RevealedIdentity:
    """What was asked for; what was not is null. Keep it nowhere.

    Attributes:
        name (None | str):
        email (None | str):
        phone (None | str):
        address (None | str):
        resealed (None | str): Of a sealed identity, in place of all four: an age file for your `reader_key`, as base64.
        until (datetime.datetime): Take it off the screen then.
    """

    name: None | str
    email: None | str
    phone: None | str
    address: None | str
    resealed: None | str
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name: None | str
        name = self.name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        address: None | str
        address = self.address

        resealed: None | str
        resealed = self.resealed

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "email": email,
                "phone": phone,
                "address": address,
                "resealed": resealed,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        def _parse_resealed(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resealed = _parse_resealed(d.pop("resealed"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        revealed_identity = cls(
            name=name,
            email=email,
            phone=phone,
            address=address,
            resealed=resealed,
            until=until,
        )

        revealed_identity.additional_properties = d
        return revealed_identity

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
