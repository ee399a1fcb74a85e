from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PartnerSettings")


@_attrs_define
class PartnerSettings:
    """What those who keep a partner see beyond its public face.

    Attributes:
        prefix (str):
        time_zone (str):
        form_key (str):
        embedding_origins (list[str]): Sites that may show the form in their pages.
        second_factor_required (bool):
        is_active (bool):
        created_at (datetime.datetime):
    """

    prefix: str
    time_zone: str
    form_key: str
    embedding_origins: list[str]
    second_factor_required: bool
    is_active: bool
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        prefix = self.prefix

        time_zone = self.time_zone

        form_key = self.form_key

        embedding_origins = self.embedding_origins

        second_factor_required = self.second_factor_required

        is_active = self.is_active

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "prefix": prefix,
                "time_zone": time_zone,
                "form_key": form_key,
                "embedding_origins": embedding_origins,
                "second_factor_required": second_factor_required,
                "is_active": is_active,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prefix = d.pop("prefix")

        time_zone = d.pop("time_zone")

        form_key = d.pop("form_key")

        embedding_origins = cast(list[str], d.pop("embedding_origins"))

        second_factor_required = d.pop("second_factor_required")

        is_active = d.pop("is_active")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        partner_settings = cls(
            prefix=prefix,
            time_zone=time_zone,
            form_key=form_key,
            embedding_origins=embedding_origins,
            second_factor_required=second_factor_required,
            is_active=is_active,
            created_at=created_at,
        )

        partner_settings.additional_properties = d
        return partner_settings

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
