from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hold_reason import HoldReason

T = TypeVar("T", bound="NewHoldRequest")


@_attrs_define
class NewHoldRequest:
    """Why a case has to be kept, and until when: at most a year ahead.

    Attributes:
        reason (HoldReason): * `court` - Court proceedings need the file
            * `authority` - An authority asked us to keep it
            * `against_us` - A complaint about our own work
            * `reprisal` - The complainant may need it against reprisal
            * `audit` - An audit of the funding needs it
            * `other` - Another reason
        words (str):
        until (datetime.date):
    """

    reason: HoldReason
    words: str
    until: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        words = self.words

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "words": words,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = HoldReason(d.pop("reason"))

        words = d.pop("words")

        until = datetime.date.fromisoformat(d.pop("until"))

        new_hold_request = cls(
            reason=reason,
            words=words,
            until=until,
        )

        new_hold_request.additional_properties = d
        return new_hold_request

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
