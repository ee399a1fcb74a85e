from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OpenSession")


@_attrs_define
class OpenSession:
    """A browser in which you are signed in. No address and no name of it is kept.

    Attributes:
        id (str):
        began_at (datetime.datetime | None):
        seen_at (datetime.datetime | None): When it was used last, by the minute.
        is_current (bool): Whether it is the one in hand.
    """

    id: str
    began_at: datetime.datetime | None
    seen_at: datetime.datetime | None
    is_current: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        began_at: None | str
        if isinstance(self.began_at, datetime.datetime):
            began_at = self.began_at.isoformat()
        else:
            began_at = self.began_at

        seen_at: None | str
        if isinstance(self.seen_at, datetime.datetime):
            seen_at = self.seen_at.isoformat()
        else:
            seen_at = self.seen_at

        is_current = self.is_current

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "began_at": began_at,
                "seen_at": seen_at,
                "is_current": is_current,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_began_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                began_at_type_0 = datetime.datetime.fromisoformat(data)

                return began_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        began_at = _parse_began_at(d.pop("began_at"))

        def _parse_seen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seen_at_type_0 = datetime.datetime.fromisoformat(data)

                return seen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        seen_at = _parse_seen_at(d.pop("seen_at"))

        is_current = d.pop("is_current")

        open_session = cls(
            id=id,
            began_at=began_at,
            seen_at=seen_at,
            is_current=is_current,
        )

        open_session.additional_properties = d
        return open_session

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
