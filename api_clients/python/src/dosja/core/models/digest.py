from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Digest")


@_attrs_define
class Digest:
    """Whether you are told each day, by mail, how many tasks wait. The mail holds numbers, nothing else.

    Attributes:
        is_on (bool):
        hour (int): Not before this hour.
        time_zone (str): On these clocks, such as Europe/Tirane.
        version (int): As in the ETag; 0 while you have chosen nothing.
    """

    is_on: bool
    hour: int
    time_zone: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_on = self.is_on

        hour = self.hour

        time_zone = self.time_zone

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_on": is_on,
                "hour": hour,
                "time_zone": time_zone,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_on = d.pop("is_on")

        hour = d.pop("hour")

        time_zone = d.pop("time_zone")

        version = d.pop("version")

        digest = cls(
            is_on=is_on,
            hour=hour,
            time_zone=time_zone,
            version=version,
        )

        digest.additional_properties = d
        return digest

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
