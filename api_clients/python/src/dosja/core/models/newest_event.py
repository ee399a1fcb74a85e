from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="NewestEvent")


@_attrs_define
class NewestEvent:
    """The newest line of the story: whoever holds an older one has not seen everything.

    Attributes:
        id (int):
        at (datetime.datetime):
        action (str):
        actor_kind (str):
        actor (None | Person):
    """

    id: int
    at: datetime.datetime
    action: str
    actor_kind: str
    actor: None | Person
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = self.id

        at = self.at.isoformat()

        action = self.action

        actor_kind = self.actor_kind

        actor: dict[str, Any] | None
        if isinstance(self.actor, Person):
            actor = self.actor.to_dict()
        else:
            actor = self.actor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "action": action,
                "actor_kind": actor_kind,
                "actor": actor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        action = d.pop("action")

        actor_kind = d.pop("actor_kind")

        def _parse_actor(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                actor_type_0 = Person.from_dict(data)

                return actor_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        actor = _parse_actor(d.pop("actor"))

        newest_event = cls(
            id=id,
            at=at,
            action=action,
            actor_kind=actor_kind,
            actor=actor,
        )

        newest_event.additional_properties = d
        return newest_event

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
