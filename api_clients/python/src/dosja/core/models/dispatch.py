from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dispatch_state import DispatchState

T = TypeVar("T", bound="Dispatch")


@_attrs_define
class Dispatch:
    """The mail of a delivery.

    Attributes:
        state (DispatchState): * `waiting` - Waits to be handed over
            * `handing_over` - Being handed over
            * `sent` - Taken by the mail server
            * `unclear` - Handed over; nobody knows whether it was taken
            * `refused` - Refused by the mail server
            * `failed` - Given up after many tries
            * `bounced` - Came back
            * `cancelled` - Cancelled before it left
        to_address (str):
        message_id (str):
        attempts (int):
        next_try_at (datetime.datetime | None): About then; null: never.
        smtp_status (str): What the server said last, as numbers.
        handed_over_at (datetime.datetime | None):
        sent_at (datetime.datetime | None):
        bounced_at (datetime.datetime | None):
    """

    state: DispatchState
    to_address: str
    message_id: str
    attempts: int
    next_try_at: datetime.datetime | None
    smtp_status: str
    handed_over_at: datetime.datetime | None
    sent_at: datetime.datetime | None
    bounced_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        to_address = self.to_address

        message_id = self.message_id

        attempts = self.attempts

        next_try_at: None | str
        if isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        smtp_status = self.smtp_status

        handed_over_at: None | str
        if isinstance(self.handed_over_at, datetime.datetime):
            handed_over_at = self.handed_over_at.isoformat()
        else:
            handed_over_at = self.handed_over_at

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        bounced_at: None | str
        if isinstance(self.bounced_at, datetime.datetime):
            bounced_at = self.bounced_at.isoformat()
        else:
            bounced_at = self.bounced_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "to_address": to_address,
                "message_id": message_id,
                "attempts": attempts,
                "next_try_at": next_try_at,
                "smtp_status": smtp_status,
                "handed_over_at": handed_over_at,
                "sent_at": sent_at,
                "bounced_at": bounced_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = DispatchState(d.pop("state"))

        to_address = d.pop("to_address")

        message_id = d.pop("message_id")

        attempts = d.pop("attempts")

        def _parse_next_try_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_try_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_try_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_try_at = _parse_next_try_at(d.pop("next_try_at"))

        smtp_status = d.pop("smtp_status")

        def _parse_handed_over_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handed_over_at_type_0 = datetime.datetime.fromisoformat(data)

                return handed_over_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        handed_over_at = _parse_handed_over_at(d.pop("handed_over_at"))

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        def _parse_bounced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bounced_at_type_0 = datetime.datetime.fromisoformat(data)

                return bounced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        bounced_at = _parse_bounced_at(d.pop("bounced_at"))

        dispatch = cls(
            state=state,
            to_address=to_address,
            message_id=message_id,
            attempts=attempts,
            next_try_at=next_try_at,
            smtp_status=smtp_status,
            handed_over_at=handed_over_at,
            sent_at=sent_at,
            bounced_at=bounced_at,
        )

        dispatch.additional_properties = d
        return dispatch

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
