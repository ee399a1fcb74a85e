from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.message_sender import MessageSender

if TYPE_CHECKING:
    from ..models.message_file import MessageFile


T = TypeVar("T", bound="ConversationMessage")


@_attrs_define
class ConversationMessage:
    """One message. Of the partner's side it is not told who wrote it.

    Attributes:
        sender (MessageSender): * `complainant` - Complainant
            * `partner` - Partner
        sent_at (datetime.datetime):
        text (str):
        asks (bool): It is a question of the partner.
        read_at (datetime.datetime | None): When the other side read it; of the partner's side, null the first time.
        files (list[MessageFile]):
    """

    sender: MessageSender
    sent_at: datetime.datetime
    text: str
    asks: bool
    read_at: datetime.datetime | None
    files: list[MessageFile]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sender = self.sender.value

        sent_at = self.sent_at.isoformat()

        text = self.text

        asks = self.asks

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sender": sender,
                "sent_at": sent_at,
                "text": text,
                "asks": asks,
                "read_at": read_at,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_file import MessageFile  # noqa: PLC0415

        d = dict(src_dict)
        sender = MessageSender(d.pop("sender"))

        sent_at = datetime.datetime.fromisoformat(d.pop("sent_at"))

        text = d.pop("text")

        asks = d.pop("asks")

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)

                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = MessageFile.from_dict(files_item_data)

            files.append(files_item)

        conversation_message = cls(
            sender=sender,
            sent_at=sent_at,
            text=text,
            asks=asks,
            read_at=read_at,
            files=files,
        )

        conversation_message.additional_properties = d
        return conversation_message

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
