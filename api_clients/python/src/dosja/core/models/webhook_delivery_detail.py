from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_delivery_state import WebhookDeliveryState
from ..models.webhook_sent_type import WebhookSentType

if TYPE_CHECKING:
    from ..models.webhook_try import WebhookTry


T = TypeVar("T", bound="WebhookDeliveryDetail")


@_attrs_define
class WebhookDeliveryDetail:
    """The same with every try.

    Attributes:
        id (UUID):
        message_id (str): The `webhook-id` of every try.
        event (WebhookSentType): * `case.received` - A case was opened
            * `case.state_changed` - A case came to another state
            * `referral.state_changed` - A referral to an institution came to another state
            * `referral.answer_arrived` - An institution's answer arrived
            * `partner_referral.state_changed` - A referral to another partner came to another state
            * `message.received` - A complainant wrote
            * `task.opened` - Somebody wrote down a task
            * `task.ended` - A task was done or dropped by somebody
            * `ping` - A trial
        state (WebhookDeliveryState): * `waiting` - On its way
            * `delivered` - Delivered
            * `failed` - Given up
            * `withheld` - Withheld
        tries (int):
        next_try_at (datetime.datetime | None):
        delivered_at (datetime.datetime | None):
        created_at (datetime.datetime):
        attempts (list[WebhookTry]):
        body (None | str): The bytes as they were sent; null where you do not see the case.
    """

    id: UUID
    message_id: str
    event: WebhookSentType
    state: WebhookDeliveryState
    tries: int
    next_try_at: datetime.datetime | None
    delivered_at: datetime.datetime | None
    created_at: datetime.datetime
    attempts: list[WebhookTry]
    body: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        message_id = self.message_id

        event = self.event.value

        state = self.state.value

        tries = self.tries

        next_try_at: None | str
        if isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        created_at = self.created_at.isoformat()

        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        body: None | str
        body = self.body

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "message_id": message_id,
                "event": event,
                "state": state,
                "tries": tries,
                "next_try_at": next_try_at,
                "delivered_at": delivered_at,
                "created_at": created_at,
                "attempts": attempts,
                "body": body,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_try import WebhookTry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        message_id = d.pop("message_id")

        event = WebhookSentType(d.pop("event"))

        state = WebhookDeliveryState(d.pop("state"))

        tries = d.pop("tries")

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

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = WebhookTry.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        def _parse_body(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        body = _parse_body(d.pop("body"))

        webhook_delivery_detail = cls(
            id=id,
            message_id=message_id,
            event=event,
            state=state,
            tries=tries,
            next_try_at=next_try_at,
            delivered_at=delivered_at,
            created_at=created_at,
            attempts=attempts,
            body=body,
        )

        webhook_delivery_detail.additional_properties = d
        return webhook_delivery_detail

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
