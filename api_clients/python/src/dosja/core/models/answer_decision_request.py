from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answer_decision import AnswerDecision
from ..types import UNSET, Unset

T = TypeVar("T", bound="AnswerDecisionRequest")


@_attrs_define
class AnswerDecisionRequest:
    """What an answer is. A final one ends the wait.

    Attributes:
        standing (AnswerDecision): * `interim` - An answer for the time being
            * `final` - The answer
            * `no_answer` - No answer: an acknowledgement, an automatic reply
        answered_on (datetime.date | Unset): Where its own date is another one.
        protocol_number (str | Unset):  Default: ''.
    """

    standing: AnswerDecision
    answered_on: datetime.date | Unset = UNSET
    protocol_number: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standing = self.standing.value

        answered_on: str | Unset = UNSET
        if not isinstance(self.answered_on, Unset):
            answered_on = self.answered_on.isoformat()

        protocol_number = self.protocol_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standing": standing,
            }
        )
        if answered_on is not UNSET:
            field_dict["answered_on"] = answered_on
        if protocol_number is not UNSET:
            field_dict["protocol_number"] = protocol_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        standing = AnswerDecision(d.pop("standing"))

        _answered_on = d.pop("answered_on", UNSET)
        answered_on: datetime.date | Unset
        if isinstance(_answered_on, Unset):
            answered_on = UNSET
        else:
            answered_on = datetime.date.fromisoformat(_answered_on)

        protocol_number = d.pop("protocol_number", UNSET)

        answer_decision_request = cls(
            standing=standing,
            answered_on=answered_on,
            protocol_number=protocol_number,
        )

        answer_decision_request.additional_properties = d
        return answer_decision_request

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
