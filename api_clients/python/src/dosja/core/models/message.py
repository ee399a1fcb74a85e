from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.message_sender import MessageSender

if TYPE_CHECKING:
    from ..models.message_file import MessageFile
    from ..models.person import Person


T = TypeVar("T", bound="Message")


@_attrs_define
class Message:
    """A message between complainant and partner.

    Attributes:
        id (UUID):
        sender (MessageSender): * `complainant` - Complainant
            * `partner` - Partner
        author (None | Person):
        text (str):
        sent_at (datetime.datetime):
        read_at (datetime.datetime | None): When it was shown to the complainant, or marked as read by the partner.
        asks (bool): A question of the partner that waits for an answer.
        ended_at (datetime.datetime | None): When the question was answered, or the partner went on without an answer.
        files (list[MessageFile]):
    """

    id: UUID
    sender: MessageSender
    author: None | Person
    text: str
    sent_at: datetime.datetime
    read_at: datetime.datetime | None
    asks: bool
    ended_at: datetime.datetime | None
    files: list[MessageFile]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        sender = self.sender.value

        author: dict[str, Any] | None
        if isinstance(self.author, Person):
            author = self.author.to_dict()
        else:
            author = self.author

        text = self.text

        sent_at = self.sent_at.isoformat()

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        asks = self.asks

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "sender": sender,
                "author": author,
                "text": text,
                "sent_at": sent_at,
                "read_at": read_at,
                "asks": asks,
                "ended_at": ended_at,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_file import MessageFile  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        sender = MessageSender(d.pop("sender"))

        def _parse_author(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                author_type_0 = Person.from_dict(data)

                return author_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        author = _parse_author(d.pop("author"))

        text = d.pop("text")

        sent_at = datetime.datetime.fromisoformat(d.pop("sent_at"))

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

        asks = d.pop("asks")

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

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = MessageFile.from_dict(files_item_data)

            files.append(files_item)

        message = cls(
            id=id,
            sender=sender,
            author=author,
            text=text,
            sent_at=sent_at,
            read_at=read_at,
            asks=asks,
            ended_at=ended_at,
            files=files,
        )

        message.additional_properties = d
        return message

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
