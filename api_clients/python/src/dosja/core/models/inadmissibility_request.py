from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.inadmissible_reason import InadmissibleReason

T = TypeVar("T", bound="InadmissibilityRequest")


@_attrs_define
class InadmissibilityRequest:
    """Why the complaint is not taken, and where the complainant should turn.

    Attributes:
        reason (InadmissibleReason): * `not_our_competence` - Not our competence
            * `private_dispute` - A dispute between private persons
            * `against_a_judgment` - Aims at a court's judgment, which a complaint cannot change
            * `too_late` - Too late by law
            * `too_little_known` - Too little is known to go on
            * `abuse` - Abuse or spam
        advice (str): Read by the complainant.
    """

    reason: InadmissibleReason
    advice: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        advice = self.advice

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "advice": advice,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = InadmissibleReason(d.pop("reason"))

        advice = d.pop("advice")

        inadmissibility_request = cls(
            reason=reason,
            advice=advice,
        )

        inadmissibility_request.additional_properties = d
        return inadmissibility_request

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
