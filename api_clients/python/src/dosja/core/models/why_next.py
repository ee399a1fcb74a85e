from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.next_reason import NextReason

T = TypeVar("T", bound="WhyNext")


@_attrs_define
class WhyNext:
    """Why it can go there.

    Attributes:
        code (NextReason): * `appeal` - It hears appeals under the law of this term
            * `superior` - It stands above the institution
            * `ombudsman` - The ombudsperson of the country
            * `oversight` - It oversees such cases in the whole country
        label (str):
    """

    code: NextReason
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
        code = NextReason(d.pop("code"))

        label = d.pop("label")

        why_next = cls(
            code=code,
            label=label,
        )

        why_next.additional_properties = d
        return why_next

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
