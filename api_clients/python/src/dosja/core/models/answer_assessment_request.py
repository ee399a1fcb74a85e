from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.given_assessment import GivenAssessment
from ..types import UNSET, Unset

T = TypeVar("T", bound="AnswerAssessmentRequest")


@_attrs_define
class AnswerAssessmentRequest:
    """What the answer is worth.

    Attributes:
        assessment (GivenAssessment): * `full` - Answers in full
            * `partial` - Answers in part
            * `refused` - Refuses
            * `non_answer` - Is no answer
        arrived_on (datetime.date | Unset): When it arrived: the time for an appeal runs from then. Else its own date.
    """

    assessment: GivenAssessment
    arrived_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment = self.assessment.value

        arrived_on: str | Unset = UNSET
        if not isinstance(self.arrived_on, Unset):
            arrived_on = self.arrived_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment": assessment,
            }
        )
        if arrived_on is not UNSET:
            field_dict["arrived_on"] = arrived_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment = GivenAssessment(d.pop("assessment"))

        _arrived_on = d.pop("arrived_on", UNSET)
        arrived_on: datetime.date | Unset
        if isinstance(_arrived_on, Unset):
            arrived_on = UNSET
        else:
            arrived_on = datetime.date.fromisoformat(_arrived_on)

        answer_assessment_request = cls(
            assessment=assessment,
            arrived_on=arrived_on,
        )

        answer_assessment_request.additional_properties = d
        return answer_assessment_request

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
