from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_failure import DeliveryFailure
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeliveryFailedRequest")


@_attrs_define
class DeliveryFailedRequest:
    """Why it did not arrive.

    Attributes:
        reason (DeliveryFailure): * `returned` - The post brought it back
            * `not_accepted` - The institution did not take it
            * `wrong_address` - The address was wrong
            * `portal_refused` - The portal did not take it
            * `not_done` - It was not done after all
            * `other` - Another reason, in words
        words (str | Unset): Needed for `other`. Default: ''.
    """

    reason: DeliveryFailure
    words: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
            }
        )
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = DeliveryFailure(d.pop("reason"))

        words = d.pop("words", UNSET)

        delivery_failed_request = cls(
            reason=reason,
            words=words,
        )

        delivery_failed_request.additional_properties = d
        return delivery_failed_request

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
