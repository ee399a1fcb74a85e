from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReplacementNotice")


@_attrs_define
class ReplacementNotice:
    """Somebody who knew your details asked for a new receipt. If that was not you, stop it.

    Attributes:
        asked_at (datetime.datetime):
        opens_at (datetime.datetime): From then on the new receipt may replace this one.
    """

    asked_at: datetime.datetime
    opens_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_at = self.asked_at.isoformat()

        opens_at = self.opens_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked_at": asked_at,
                "opens_at": opens_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        opens_at = datetime.datetime.fromisoformat(d.pop("opens_at"))

        replacement_notice = cls(
            asked_at=asked_at,
            opens_at=opens_at,
        )

        replacement_notice.additional_properties = d
        return replacement_notice

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
