from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="SealingKey")


@_attrs_define
class SealingKey:
    """The key to which identities are sealed, as far as the server knows it.

    Attributes:
        id (UUID):
        public (str):
        recovery_public (str):
        made_by (None | Person):
        made_at (datetime.datetime):
        left_at (datetime.datetime | None): Since then somebody who could open it is no custodian: replace it.
    """

    id: UUID
    public: str
    recovery_public: str
    made_by: None | Person
    made_at: datetime.datetime
    left_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        public = self.public

        recovery_public = self.recovery_public

        made_by: dict[str, Any] | None
        if isinstance(self.made_by, Person):
            made_by = self.made_by.to_dict()
        else:
            made_by = self.made_by

        made_at = self.made_at.isoformat()

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "public": public,
                "recovery_public": recovery_public,
                "made_by": made_by,
                "made_at": made_at,
                "left_at": left_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        public = d.pop("public")

        recovery_public = d.pop("recovery_public")

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

        def _parse_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_at_type_0 = datetime.datetime.fromisoformat(data)

                return left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        left_at = _parse_left_at(d.pop("left_at"))

        sealing_key = cls(
            id=id,
            public=public,
            recovery_public=recovery_public,
            made_by=made_by,
            made_at=made_at,
            left_at=left_at,
        )

        sealing_key.additional_properties = d
        return sealing_key

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
