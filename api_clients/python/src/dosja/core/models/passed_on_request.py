from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.copy_of_key_request import CopyOfKeyRequest


T = TypeVar("T", bound="PassedOnRequest")


@_attrs_define
class PassedOnRequest:
    """Copies of sealing keys for one custodian. Compare their own key with them before, by voice.

    Attributes:
        custodian (UUID):
        holder_public (str): Their own key, as you compared it.
        copies (list[CopyOfKeyRequest]):
    """

    custodian: UUID
    holder_public: str
    copies: list[CopyOfKeyRequest]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        custodian = str(self.custodian)

        holder_public = self.holder_public

        copies = []
        for copies_item_data in self.copies:
            copies_item = copies_item_data.to_dict()
            copies.append(copies_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "custodian": custodian,
                "holder_public": holder_public,
                "copies": copies,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.copy_of_key_request import CopyOfKeyRequest  # noqa: PLC0415

        d = dict(src_dict)
        custodian = UUID(d.pop("custodian"))

        holder_public = d.pop("holder_public")

        copies = []
        _copies = d.pop("copies")
        for copies_item_data in _copies:
            copies_item = CopyOfKeyRequest.from_dict(copies_item_data)

            copies.append(copies_item)

        passed_on_request = cls(
            custodian=custodian,
            holder_public=holder_public,
            copies=copies,
        )

        passed_on_request.additional_properties = d
        return passed_on_request

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
