from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Replacement")


@_attrs_define
class Replacement:
    """A new receipt that waits to be opened.

    Attributes:
        asked_at (datetime.datetime):
        opens_at (datetime.datetime): From when it opens, and not before.
        needs_second (bool): It opens only when a second person confirmed it, whatever time has passed.
        confirmed (bool):
    """

    asked_at: datetime.datetime
    opens_at: datetime.datetime
    needs_second: bool
    confirmed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_at = self.asked_at.isoformat()

        opens_at = self.opens_at.isoformat()

        needs_second = self.needs_second

        confirmed = self.confirmed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked_at": asked_at,
                "opens_at": opens_at,
                "needs_second": needs_second,
                "confirmed": confirmed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        opens_at = datetime.datetime.fromisoformat(d.pop("opens_at"))

        needs_second = d.pop("needs_second")

        confirmed = d.pop("confirmed")

        replacement = cls(
            asked_at=asked_at,
            opens_at=opens_at,
            needs_second=needs_second,
            confirmed=confirmed,
        )

        replacement.additional_properties = d
        return replacement

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
