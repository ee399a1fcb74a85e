from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DeliverySentRequest")


@_attrs_define
class DeliverySentRequest:
    """When it left, and what proves it.

    Attributes:
        sent_on (datetime.date):
        tracking_number (str | Unset):  Default: ''.
        proofs (list[UUID] | Unset): Files of the case, uploaded before: the postal receipt, the stamped copy.
        no_proof_reason (str | Unset): Needed for the post and in person where there is no file. Default: ''.
    """

    sent_on: datetime.date
    tracking_number: str | Unset = ""
    proofs: list[UUID] | Unset = UNSET
    no_proof_reason: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sent_on = self.sent_on.isoformat()

        tracking_number = self.tracking_number

        proofs: list[str] | Unset = UNSET
        if not isinstance(self.proofs, Unset):
            proofs = []
            for proofs_item_data in self.proofs:
                proofs_item = str(proofs_item_data)
                proofs.append(proofs_item)

        no_proof_reason = self.no_proof_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sent_on": sent_on,
            }
        )
        if tracking_number is not UNSET:
            field_dict["tracking_number"] = tracking_number
        if proofs is not UNSET:
            field_dict["proofs"] = proofs
        if no_proof_reason is not UNSET:
            field_dict["no_proof_reason"] = no_proof_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        tracking_number = d.pop("tracking_number", UNSET)

        _proofs = d.pop("proofs", UNSET)
        proofs: list[UUID] | Unset = UNSET
        if _proofs is not UNSET:
            proofs = []
            for proofs_item_data in _proofs:
                proofs_item = UUID(proofs_item_data)

                proofs.append(proofs_item)

        no_proof_reason = d.pop("no_proof_reason", UNSET)

        delivery_sent_request = cls(
            sent_on=sent_on,
            tracking_number=tracking_number,
            proofs=proofs,
            no_proof_reason=no_proof_reason,
        )

        delivery_sent_request.additional_properties = d
        return delivery_sent_request

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
