from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.destination_reason import DestinationReason

T = TypeVar("T", bound="WhySuggested")


@_attrs_define
class WhySuggested:
    """Why it is suggested.

    Attributes:
        code (DestinationReason): * `named` - The complaint is about it
            * `competent` - It answers for this category
            * `place` - It works for this place
            * `superior` - It stands above the institution that the complaint is about
            * `oversight` - It oversees such cases in the whole country
            * `ombudsman` - The ombudsperson of the country
        label (str):
    """

    code: DestinationReason
    label: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        label = self.label

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = DestinationReason(d.pop("code"))

        label = d.pop("label")

        why_suggested = cls(
            code=code,
            label=label,
        )

        why_suggested.additional_properties = d
        return why_suggested

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
