from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CopyForCustodianRequest")


@_attrs_define
class CopyForCustodianRequest:
    """The private half of the sealing key, sealed to a custodian's own key.

    Attributes:
        custodian (UUID):
        holder_public (str): Their own key, as you saw it.
        wrapped (str):
    """

    custodian: UUID
    holder_public: str
    wrapped: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        custodian = str(self.custodian)

        holder_public = self.holder_public

        wrapped = self.wrapped

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "custodian": custodian,
                "holder_public": holder_public,
                "wrapped": wrapped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        custodian = UUID(d.pop("custodian"))

        holder_public = d.pop("holder_public")

        wrapped = d.pop("wrapped")

        copy_for_custodian_request = cls(
            custodian=custodian,
            holder_public=holder_public,
            wrapped=wrapped,
        )

        copy_for_custodian_request.additional_properties = d
        return copy_for_custodian_request

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
