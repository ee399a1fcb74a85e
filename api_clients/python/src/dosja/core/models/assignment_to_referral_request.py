from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answer_decision import AnswerDecision

T = TypeVar("T", bound="AssignmentToReferralRequest")


@_attrs_define
class AssignmentToReferralRequest:
    """To which referral it is an answer, and of what kind.

    Attributes:
        case (UUID):
        referral (UUID):
        standing (AnswerDecision): * `interim` - An answer for the time being
            * `final` - The answer
            * `no_answer` - No answer: an acknowledgement, an automatic reply
    """

    case: UUID
    referral: UUID
    standing: AnswerDecision
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case = str(self.case)

        referral = str(self.referral)

        standing = self.standing.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "case": case,
                "referral": referral,
                "standing": standing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case = UUID(d.pop("case"))

        referral = UUID(d.pop("referral"))

        standing = AnswerDecision(d.pop("standing"))

        assignment_to_referral_request = cls(
            case=case,
            referral=referral,
            standing=standing,
        )

        assignment_to_referral_request.additional_properties = d
        return assignment_to_referral_request

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
