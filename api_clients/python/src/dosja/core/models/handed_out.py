from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_receipt import NewReceipt
    from ..models.replacement import Replacement


T = TypeVar("T", bound="HandedOut")


@_attrs_define
class HandedOut:
    """The new receipt, shown this once, and what has to happen before it opens.

    Attributes:
        receipt (NewReceipt): The receipt. It is shown this once: only a hash of the secret is kept.
        replacement (Replacement): A new receipt that waits to be opened.
    """

    receipt: NewReceipt
    replacement: Replacement
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        receipt = self.receipt.to_dict()

        replacement = self.replacement.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "receipt": receipt,
                "replacement": replacement,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_receipt import NewReceipt  # noqa: PLC0415
        from ..models.replacement import Replacement  # noqa: PLC0415

        d = dict(src_dict)
        receipt = NewReceipt.from_dict(d.pop("receipt"))

        replacement = Replacement.from_dict(d.pop("replacement"))

        handed_out = cls(
            receipt=receipt,
            replacement=replacement,
        )

        handed_out.additional_properties = d
        return handed_out

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
