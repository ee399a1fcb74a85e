from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.quarantine_reason import QuarantineReason

T = TypeVar("T", bound="ReasonCount")


@_attrs_define
class ReasonCount:
    """How many wait for one reason; a complaint may have several.

    Attributes:
        reason (QuarantineReason): * `trap_filled` - A field that people do not see was filled in
            * `forged_form` - The form's own token was changed
            * `too_fast` - The form was filled in faster than a person can
            * `many_from_sender` - Very many complaints came from the same place in this hour
            * `many_unproven` - Very many complaints without proof of work came in this hour
        count (int):
    """

    reason: QuarantineReason
    count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        count = self.count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = QuarantineReason(d.pop("reason"))

        count = d.pop("count")

        reason_count = cls(
            reason=reason,
            count=count,
        )

        reason_count.additional_properties = d
        return reason_count

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
