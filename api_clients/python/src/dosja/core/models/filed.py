from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_receipt import NewReceipt


T = TypeVar("T", bound="Filed")


@_attrs_define
class Filed:
    """A complaint was taken in.

    Attributes:
        reference (None | str): Null while the complaint waits to be looked at.
        receipt (NewReceipt): The receipt. It is shown this once: only a hash of the secret is kept.
        received_at (datetime.datetime):
        what_happens_next (str):
        case (UUID | Unset): Id of the case, for signed-in callers who see cases.
    """

    reference: None | str
    receipt: NewReceipt
    received_at: datetime.datetime
    what_happens_next: str
    case: UUID | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reference: None | str
        reference = self.reference

        receipt = self.receipt.to_dict()

        received_at = self.received_at.isoformat()

        what_happens_next = self.what_happens_next

        case: str | Unset = UNSET
        if not isinstance(self.case, Unset):
            case = str(self.case)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reference": reference,
                "receipt": receipt,
                "received_at": received_at,
                "what_happens_next": what_happens_next,
            }
        )
        if case is not UNSET:
            field_dict["case"] = case

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_receipt import NewReceipt  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        receipt = NewReceipt.from_dict(d.pop("receipt"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        what_happens_next = d.pop("what_happens_next")

        _case = d.pop("case", UNSET)
        case: UUID | Unset
        if isinstance(_case, Unset):
            case = UNSET
        else:
            case = UUID(_case)

        filed = cls(
            reference=reference,
            receipt=receipt,
            received_at=received_at,
            what_happens_next=what_happens_next,
            case=case,
        )

        filed.additional_properties = d
        return filed

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
