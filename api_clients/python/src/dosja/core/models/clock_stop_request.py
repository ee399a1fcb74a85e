from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pause_reason import PauseReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClockStopRequest")


@_attrs_define
class ClockStopRequest:
    """When and why the clock is paused. The day itself still counts.

    Attributes:
        paused_on (datetime.date):
        reason (PauseReason): * `clarification` - The institution waits for a clarification
            * `complainant` - The complainant has to bring something first
            * `other_proceedings` - Another proceeding has to end first
            * `expert` - An expert's opinion is awaited
            * `emergency` - A state of emergency or force majeure
            * `agreed` - Agreed with the institution
            * `other` - Another reason, in words
        words (str | Unset): Needed for `other`. Default: ''.
    """

    paused_on: datetime.date
    reason: PauseReason
    words: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        paused_on = self.paused_on.isoformat()

        reason = self.reason.value

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paused_on": paused_on,
                "reason": reason,
            }
        )
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        paused_on = datetime.date.fromisoformat(d.pop("paused_on"))

        reason = PauseReason(d.pop("reason"))

        words = d.pop("words", UNSET)

        clock_stop_request = cls(
            paused_on=paused_on,
            reason=reason,
            words=words,
        )

        clock_stop_request.additional_properties = d
        return clock_stop_request

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
