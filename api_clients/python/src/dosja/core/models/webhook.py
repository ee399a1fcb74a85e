from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_event_type import WebhookEventType
from ..models.webhook_off_reason import WebhookOffReason

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="Webhook")


@_attrs_define
class Webhook:
    """An address of a program of yours that is told of events. Its secrets are in no answer.

    Attributes:
        id (UUID):
        address (str):
        description (str):
        events (list[WebhookEventType]):
        is_on (bool):
        off_because (None | WebhookOffReason):
        off_at (datetime.datetime | None):
        last_success_at (datetime.datetime | None):
        failing_since (datetime.datetime | None): When the first of the failures came that no success followed.
        previous_secret_until (datetime.datetime | None): Until then the old secret signs, too.
        created_by (None | Person):
        created_at (datetime.datetime):
        version (int):
    """

    id: UUID
    address: str
    description: str
    events: list[WebhookEventType]
    is_on: bool
    off_because: None | WebhookOffReason
    off_at: datetime.datetime | None
    last_success_at: datetime.datetime | None
    failing_since: datetime.datetime | None
    previous_secret_until: datetime.datetime | None
    created_by: None | Person
    created_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        address = self.address

        description = self.description

        events = []
        for events_item_data in self.events:
            events_item = events_item_data.value
            events.append(events_item)

        is_on = self.is_on

        off_because: None | str
        if isinstance(self.off_because, WebhookOffReason):
            off_because = self.off_because.value
        else:
            off_because = self.off_because

        off_at: None | str
        if isinstance(self.off_at, datetime.datetime):
            off_at = self.off_at.isoformat()
        else:
            off_at = self.off_at

        last_success_at: None | str
        if isinstance(self.last_success_at, datetime.datetime):
            last_success_at = self.last_success_at.isoformat()
        else:
            last_success_at = self.last_success_at

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        previous_secret_until: None | str
        if isinstance(self.previous_secret_until, datetime.datetime):
            previous_secret_until = self.previous_secret_until.isoformat()
        else:
            previous_secret_until = self.previous_secret_until

        created_by: dict[str, Any] | None
        if isinstance(self.created_by, Person):
            created_by = self.created_by.to_dict()
        else:
            created_by = self.created_by

        created_at = self.created_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "address": address,
                "description": description,
                "events": events,
                "is_on": is_on,
                "off_because": off_because,
                "off_at": off_at,
                "last_success_at": last_success_at,
                "failing_since": failing_since,
                "previous_secret_until": previous_secret_until,
                "created_by": created_by,
                "created_at": created_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        address = d.pop("address")

        description = d.pop("description")

        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = WebhookEventType(events_item_data)

            events.append(events_item)

        is_on = d.pop("is_on")

        def _parse_off_because(data: object) -> None | WebhookOffReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_because_type_0 = WebhookOffReason(data)

                return off_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WebhookOffReason, data)

        off_because = _parse_off_because(d.pop("off_because"))

        def _parse_off_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_at_type_0 = datetime.datetime.fromisoformat(data)

                return off_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        off_at = _parse_off_at(d.pop("off_at"))

        def _parse_last_success_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_success_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_success_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_success_at = _parse_last_success_at(d.pop("last_success_at"))

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        def _parse_previous_secret_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_secret_until_type_0 = datetime.datetime.fromisoformat(data)

                return previous_secret_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        previous_secret_until = _parse_previous_secret_until(d.pop("previous_secret_until"))

        def _parse_created_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                created_by_type_0 = Person.from_dict(data)

                return created_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        created_by = _parse_created_by(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        webhook = cls(
            id=id,
            address=address,
            description=description,
            events=events,
            is_on=is_on,
            off_because=off_because,
            off_at=off_at,
            last_success_at=last_success_at,
            failing_since=failing_since,
            previous_secret_until=previous_secret_until,
            created_by=created_by,
            created_at=created_at,
            version=version,
        )

        webhook.additional_properties = d
        return webhook

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
