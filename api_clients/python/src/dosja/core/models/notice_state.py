from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.notice_channel import NoticeChannel
from ..models.notice_ending import NoticeEnding

T = TypeVar("T", bound="NoticeState")


@_attrs_define
class NoticeState:
    """How notices stand. The address is never told back.

    Attributes:
        offered (list[NoticeChannel]): Ways that can be chosen here.
        channel (None | NoticeChannel): Null: notices are off.

            * `email` - E-mail
            * `sms` - Text message (SMS)
        since (datetime.datetime | None):
        ended_because (BlankEnum | NoticeEnding): Why earlier ones ended: off (turned off), refused (the address), over
            (the case).

            * `off` - Turned off
            * `refused` - The address was refused
            * `over` - The case is over
    """

    offered: list[NoticeChannel]
    channel: None | NoticeChannel
    since: datetime.datetime | None
    ended_because: BlankEnum | NoticeEnding
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        offered = []
        for offered_item_data in self.offered:
            offered_item = offered_item_data.value
            offered.append(offered_item)

        channel: None | str
        if isinstance(self.channel, NoticeChannel):
            channel = self.channel.value
        else:
            channel = self.channel

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        ended_because: str
        if isinstance(self.ended_because, NoticeEnding):
            ended_because = self.ended_because.value
        else:
            ended_because = self.ended_because.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "offered": offered,
                "channel": channel,
                "since": since,
                "ended_because": ended_because,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        offered = []
        _offered = d.pop("offered")
        for offered_item_data in _offered:
            offered_item = NoticeChannel(offered_item_data)

            offered.append(offered_item)

        def _parse_channel(data: object) -> None | NoticeChannel:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                channel_type_0 = NoticeChannel(data)

                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoticeChannel, data)

        channel = _parse_channel(d.pop("channel"))

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        def _parse_ended_because(data: object) -> BlankEnum | NoticeEnding:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_because_type_0 = NoticeEnding(data)

                return ended_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            ended_because_type_1 = BlankEnum(data)

            return ended_because_type_1

        ended_because = _parse_ended_because(d.pop("ended_because"))

        notice_state = cls(
            offered=offered,
            channel=channel,
            since=since,
            ended_because=ended_because,
        )

        notice_state.additional_properties = d
        return notice_state

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
