from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="KeyCustodian")


@_attrs_define
class KeyCustodian:
    """A custodian, their own key, and what they open.

    Attributes:
        person (Person): A member of staff.
        public (str): Empty while they have no key of their own.
        made_at (datetime.datetime | None):
        opens_current (bool):
        opens (int): How many of all keys they have a copy of.
    """

    person: Person
    public: str
    made_at: datetime.datetime | None
    opens_current: bool
    opens: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person.to_dict()

        public = self.public

        made_at: None | str
        if isinstance(self.made_at, datetime.datetime):
            made_at = self.made_at.isoformat()
        else:
            made_at = self.made_at

        opens_current = self.opens_current

        opens = self.opens

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "public": public,
                "made_at": made_at,
                "opens_current": opens_current,
                "opens": opens,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        person = Person.from_dict(d.pop("person"))

        public = d.pop("public")

        def _parse_made_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                made_at_type_0 = datetime.datetime.fromisoformat(data)

                return made_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        made_at = _parse_made_at(d.pop("made_at"))

        opens_current = d.pop("opens_current")

        opens = d.pop("opens")

        key_custodian = cls(
            person=person,
            public=public,
            made_at=made_at,
            opens_current=opens_current,
            opens=opens,
        )

        key_custodian.additional_properties = d
        return key_custodian

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
