from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CopyOfKeyRequest")


@_attrs_define
class CopyOfKeyRequest:
    """The private half of one sealing key, sealed to the custodian's own key.

    Attributes:
        sealing_key (UUID):
        wrapped (str):
    """

    sealing_key: UUID
    wrapped: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sealing_key = str(self.sealing_key)

        wrapped = self.wrapped

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sealing_key": sealing_key,
                "wrapped": wrapped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sealing_key = UUID(d.pop("sealing_key"))

        wrapped = d.pop("wrapped")

        copy_of_key_request = cls(
            sealing_key=sealing_key,
            wrapped=wrapped,
        )

        copy_of_key_request.additional_properties = d
        return copy_of_key_request

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
