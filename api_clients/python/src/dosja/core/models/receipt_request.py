from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReceiptRequest")


@_attrs_define
class ReceiptRequest:
    """Number and secret of a receipt, with or without blanks, dots and hyphens, in digits of any script.

    Attributes:
        number (str):
        secret (str):
        proof (str | Unset): While the number rests (429): the solved `challenge`, instead of waiting.
    """

    number: str
    secret: str
    proof: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        secret = self.secret

        proof = self.proof

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "secret": secret,
            }
        )
        if proof is not UNSET:
            field_dict["proof"] = proof

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        secret = d.pop("secret")

        proof = d.pop("proof", UNSET)

        receipt_request = cls(
            number=number,
            secret=secret,
            proof=proof,
        )

        receipt_request.additional_properties = d
        return receipt_request

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
