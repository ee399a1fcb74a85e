from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchedDigestChoiceRequest")


@_attrs_define
class PatchedDigestChoiceRequest:
    """What changes.

    Attributes:
        is_on (bool | Unset):
        hour (int | Unset):
        time_zone (str | Unset):
    """

    is_on: bool | Unset = UNSET
    hour: int | Unset = UNSET
    time_zone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_on = self.is_on

        hour = self.hour

        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if is_on is not UNSET:
            field_dict["is_on"] = is_on
        if hour is not UNSET:
            field_dict["hour"] = hour
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_on = d.pop("is_on", UNSET)

        hour = d.pop("hour", UNSET)

        time_zone = d.pop("time_zone", UNSET)

        patched_digest_choice_request = cls(
            is_on=is_on,
            hour=hour,
            time_zone=time_zone,
        )

        patched_digest_choice_request.additional_properties = d
        return patched_digest_choice_request

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
