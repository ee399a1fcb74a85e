from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="FieldAccess")


@_attrs_define
class FieldAccess:
    """An access with which somebody collects complaints in the field. Its password is in no answer.

    Attributes:
        id (UUID):
        name (str):
        user_name (str):
        last_used_on (datetime.date | None): The day, and never the moment.
        made_by (None | Person):
        made_at (datetime.datetime):
        ended_at (datetime.datetime | None):
        version (int):
    """

    id: UUID
    name: str
    user_name: str
    last_used_on: datetime.date | None
    made_by: None | Person
    made_at: datetime.datetime
    ended_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        user_name = self.user_name

        last_used_on: None | str
        if isinstance(self.last_used_on, datetime.date):
            last_used_on = self.last_used_on.isoformat()
        else:
            last_used_on = self.last_used_on

        made_by: dict[str, Any] | None
        if isinstance(self.made_by, Person):
            made_by = self.made_by.to_dict()
        else:
            made_by = self.made_by

        made_at = self.made_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "user_name": user_name,
                "last_used_on": last_used_on,
                "made_by": made_by,
                "made_at": made_at,
                "ended_at": ended_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        user_name = d.pop("user_name")

        def _parse_last_used_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_used_on_type_0 = datetime.date.fromisoformat(data)

                return last_used_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_used_on = _parse_last_used_on(d.pop("last_used_on"))

        def _parse_made_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                made_by_type_0 = Person.from_dict(data)

                return made_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        made_by = _parse_made_by(d.pop("made_by"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        version = d.pop("version")

        field_access = cls(
            id=id,
            name=name,
            user_name=user_name,
            last_used_on=last_used_on,
            made_by=made_by,
            made_at=made_at,
            ended_at=ended_at,
            version=version,
        )

        field_access.additional_properties = d
        return field_access

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
