from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMergeRequest")


@_attrs_define
class NewMergeRequest:
    """Which case is a duplicate of this one. If-Match takes the version of the one that stays.

    Attributes:
        other (UUID): Id of the duplicate.
        other_version (int): The version of it that you looked at.
        message (str | Unset): Words to the duplicate's complainant, in their language; empty: ours. Default: ''.
    """

    other: UUID
    other_version: int
    message: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        other = str(self.other)

        other_version = self.other_version

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "other": other,
                "other_version": other_version,
            }
        )
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        other = UUID(d.pop("other"))

        other_version = d.pop("other_version")

        message = d.pop("message", UNSET)

        new_merge_request = cls(
            other=other,
            other_version=other_version,
            message=message,
        )

        new_merge_request.additional_properties = d
        return new_merge_request

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
