from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hold_reason import HoldReason
from ..models.hold_verb import HoldVerb

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="LegalHold")


@_attrs_define
class LegalHold:
    """A case is kept, whatever the rules say, until a day.

    Attributes:
        id (UUID):
        reason (HoldReason): * `court` - Court proceedings need the file
            * `authority` - An authority asked us to keep it
            * `against_us` - A complaint about our own work
            * `reprisal` - The complainant may need it against reprisal
            * `audit` - An audit of the funding needs it
            * `other` - Another reason
        words (str):
        until (datetime.date): The last day on which it stands.
        stands (bool):
        set_by (None | Person):
        set_at (datetime.datetime):
        ended_by (None | Person):
        ended_at (datetime.datetime | None):
        allowed_actions (list[HoldVerb]):
        version (int):
    """

    id: UUID
    reason: HoldReason
    words: str
    until: datetime.date
    stands: bool
    set_by: None | Person
    set_at: datetime.datetime
    ended_by: None | Person
    ended_at: datetime.datetime | None
    allowed_actions: list[HoldVerb]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        reason = self.reason.value

        words = self.words

        until = self.until.isoformat()

        stands = self.stands

        set_by: dict[str, Any] | None
        if isinstance(self.set_by, Person):
            set_by = self.set_by.to_dict()
        else:
            set_by = self.set_by

        set_at = self.set_at.isoformat()

        ended_by: dict[str, Any] | None
        if isinstance(self.ended_by, Person):
            ended_by = self.ended_by.to_dict()
        else:
            ended_by = self.ended_by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reason": reason,
                "words": words,
                "until": until,
                "stands": stands,
                "set_by": set_by,
                "set_at": set_at,
                "ended_by": ended_by,
                "ended_at": ended_at,
                "allowed_actions": allowed_actions,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reason = HoldReason(d.pop("reason"))

        words = d.pop("words")

        until = datetime.date.fromisoformat(d.pop("until"))

        stands = d.pop("stands")

        def _parse_set_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                set_by_type_0 = Person.from_dict(data)

                return set_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        set_by = _parse_set_by(d.pop("set_by"))

        set_at = datetime.datetime.fromisoformat(d.pop("set_at"))

        def _parse_ended_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ended_by_type_0 = Person.from_dict(data)

                return ended_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        ended_by = _parse_ended_by(d.pop("ended_by"))

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

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = HoldVerb(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        version = d.pop("version")

        legal_hold = cls(
            id=id,
            reason=reason,
            words=words,
            until=until,
            stands=stands,
            set_by=set_by,
            set_at=set_at,
            ended_by=ended_by,
            ended_at=ended_at,
            allowed_actions=allowed_actions,
            version=version,
        )

        legal_hold.additional_properties = d
        return legal_hold

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
