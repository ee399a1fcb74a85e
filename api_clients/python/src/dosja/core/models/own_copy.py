from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OwnCopy")


@_attrs_define
class OwnCopy:
    """A sealing key with your copy of it and that for the recovery key, as base64.

    Attributes:
        sealing_key (UUID):
        public (str):
        retired_at (datetime.datetime | None):
        own (None | str): Null: nobody passed it on to you.
        recovery (None | str):
    """

    sealing_key: UUID
    public: str
    retired_at: datetime.datetime | None
    own: None | str
    recovery: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sealing_key = str(self.sealing_key)

        public = self.public

        retired_at: None | str
        if isinstance(self.retired_at, datetime.datetime):
            retired_at = self.retired_at.isoformat()
        else:
            retired_at = self.retired_at

        own: None | str
        own = self.own

        recovery: None | str
        recovery = self.recovery

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sealing_key": sealing_key,
                "public": public,
                "retired_at": retired_at,
                "own": own,
                "recovery": recovery,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sealing_key = UUID(d.pop("sealing_key"))

        public = d.pop("public")

        def _parse_retired_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retired_at_type_0 = datetime.datetime.fromisoformat(data)

                return retired_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        retired_at = _parse_retired_at(d.pop("retired_at"))

        def _parse_own(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        own = _parse_own(d.pop("own"))

        def _parse_recovery(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recovery = _parse_recovery(d.pop("recovery"))

        own_copy = cls(
            sealing_key=sealing_key,
            public=public,
            retired_at=retired_at,
            own=own,
            recovery=recovery,
        )

        own_copy.additional_properties = d
        return own_copy

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
