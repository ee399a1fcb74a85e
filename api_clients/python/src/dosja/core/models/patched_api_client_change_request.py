from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchedApiClientChangeRequest")


@_attrs_define
class PatchedApiClientChangeRequest:
    """What can be changed about a program.

    Attributes:
        daily_quota (int | None | Unset): At most what the installation allows, in points; null: as much as that.
    """

    daily_quota: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        daily_quota: int | None | Unset
        if isinstance(self.daily_quota, Unset):
            daily_quota = UNSET
        else:
            daily_quota = self.daily_quota

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if daily_quota is not UNSET:
            field_dict["daily_quota"] = daily_quota

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_daily_quota(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        daily_quota = _parse_daily_quota(d.pop("daily_quota", UNSET))

        patched_api_client_change_request = cls(
            daily_quota=daily_quota,
        )

        patched_api_client_change_request.additional_properties = d
        return patched_api_client_change_request

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
