from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.service_not_given_outcome import ServiceNotGivenOutcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="ServiceNotGivenRequest")


@_attrs_define
class ServiceNotGivenRequest:
    """Why nothing came of it.

    Attributes:
        outcome (ServiceNotGivenOutcome): * `not_reached` - The person could not be reached
            * `did_not_come` - The person did not come
            * `not_wanted` - The person did not want it any more
            * `not_possible` - The service could not be given after all
            * `other` - Another reason, in words
        words (str | Unset): Read by the partner that asked; needed for `other`. Default: ''.
    """

    outcome: ServiceNotGivenOutcome
    words: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
            }
        )
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = ServiceNotGivenOutcome(d.pop("outcome"))

        words = d.pop("words", UNSET)

        service_not_given_request = cls(
            outcome=outcome,
            words=words,
        )

        service_not_given_request.additional_properties = d
        return service_not_given_request

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
