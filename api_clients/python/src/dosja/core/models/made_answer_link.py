from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="MadeAnswerLink")


@_attrs_define
class MadeAnswerLink:
    """A new link with its address, which is told this once.

    Attributes:
        id (UUID):
        made_at (datetime.datetime):
        made_by (None | Person):
        expires_at (datetime.datetime):
        revoked_at (datetime.datetime | None):
        used_at (datetime.datetime | None):
        opened_count (int): How often the page was opened, by programs too.
        address (str):
    """

    id: UUID
    made_at: datetime.datetime
    made_by: None | Person
    expires_at: datetime.datetime
    revoked_at: datetime.datetime | None
    used_at: datetime.datetime | None
    opened_count: int
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        made_at = self.made_at.isoformat()

        made_by: dict[str, Any] | None
        if isinstance(self.made_by, Person):
            made_by = self.made_by.to_dict()
        else:
            made_by = self.made_by

        expires_at = self.expires_at.isoformat()

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        used_at: None | str
        if isinstance(self.used_at, datetime.datetime):
            used_at = self.used_at.isoformat()
        else:
            used_at = self.used_at

        opened_count = self.opened_count

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "made_at": made_at,
                "made_by": made_by,
                "expires_at": expires_at,
                "revoked_at": revoked_at,
                "used_at": used_at,
                "opened_count": opened_count,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

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

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        def _parse_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                used_at_type_0 = datetime.datetime.fromisoformat(data)

                return used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        used_at = _parse_used_at(d.pop("used_at"))

        opened_count = d.pop("opened_count")

        address = d.pop("address")

        made_answer_link = cls(
            id=id,
            made_at=made_at,
            made_by=made_by,
            expires_at=expires_at,
            revoked_at=revoked_at,
            used_at=used_at,
            opened_count=opened_count,
            address=address,
        )

        made_answer_link.additional_properties = d
        return made_answer_link

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
