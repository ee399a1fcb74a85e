from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decline_reason import DeclineReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="RefusalRequest")


@_attrs_define
class RefusalRequest:
    """Why you say no.

    Attributes:
        reason (DeclineReason): * `no_capacity` - No capacity at present
            * `not_our_service` - Not something we do
            * `outside_area` - Outside of our area
            * `language` - We do not have this language
            * `not_eligible` - The person is not among those whom we may serve
            * `conflict_of_interest` - We have a conflict of interest
            * `too_little_known` - Too little is known to decide
            * `other` - Another reason, in words
        words (str | Unset): Read by the partner that offered; needed for `other`. Without names. Default: ''.
    """

    reason: DeclineReason
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
        reason = DeclineReason(d.pop("reason"))

        words = d.pop("words", UNSET)

        refusal_request = cls(
            reason=reason,
            words=words,
        )

        refusal_request.additional_properties = d
        return refusal_request

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
