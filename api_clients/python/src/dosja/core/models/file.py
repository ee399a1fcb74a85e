from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_scan import FileScan
from ..models.file_sender import FileSender
from ..models.file_state import FileState

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="File")


@_attrs_define
class File:
    """A file, as far as it may be told without opening it.

    Attributes:
        id (UUID):
        name (str):
        media_type (str):
        size (int):
        state (FileState): * `pending` - Being checked
            * `ready` - Clean copy ready
            * `infected` - Infected
            * `failed` - No clean copy could be made
            * `kept` - Kept as it came
        scan (FileScan): * `pending` - Not scanned yet
            * `passed` - Scanned, nothing found
            * `infected` - Infected
            * `not_scanned` - Not scanned for viruses
        clean_size (int | None):
        sender (FileSender): * `complainant` - Complainant
            * `partner` - Partner
            * `institution` - Institution
        author (None | Person):
        message (None | UUID): The message that it came or went with.
        hidden_pages (list[int]): Pages that leave as a blank sheet, counted from one.
        hidden_version (int): For If-Match under `hidden-pages/`.
        created_at (datetime.datetime):
    """

    id: UUID
    name: str
    media_type: str
    size: int
    state: FileState
    scan: FileScan
    clean_size: int | None
    sender: FileSender
    author: None | Person
    message: None | UUID
    hidden_pages: list[int]
    hidden_version: int
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        media_type = self.media_type

        size = self.size

        state = self.state.value

        scan = self.scan.value

        clean_size: int | None
        clean_size = self.clean_size

        sender = self.sender.value

        author: dict[str, Any] | None
        if isinstance(self.author, Person):
            author = self.author.to_dict()
        else:
            author = self.author

        message: None | str
        if isinstance(self.message, UUID):
            message = str(self.message)
        else:
            message = self.message

        hidden_pages = self.hidden_pages

        hidden_version = self.hidden_version

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "media_type": media_type,
                "size": size,
                "state": state,
                "scan": scan,
                "clean_size": clean_size,
                "sender": sender,
                "author": author,
                "message": message,
                "hidden_pages": hidden_pages,
                "hidden_version": hidden_version,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        media_type = d.pop("media_type")

        size = d.pop("size")

        state = FileState(d.pop("state"))

        scan = FileScan(d.pop("scan"))

        def _parse_clean_size(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        clean_size = _parse_clean_size(d.pop("clean_size"))

        sender = FileSender(d.pop("sender"))

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

        def _parse_message(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                message_type_0 = UUID(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        message = _parse_message(d.pop("message"))

        hidden_pages = cast(list[int], d.pop("hidden_pages"))

        hidden_version = d.pop("hidden_version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        file = cls(
            id=id,
            name=name,
            media_type=media_type,
            size=size,
            state=state,
            scan=scan,
            clean_size=clean_size,
            sender=sender,
            author=author,
            message=message,
            hidden_pages=hidden_pages,
            hidden_version=hidden_version,
            created_at=created_at,
        )

        file.additional_properties = d
        return file

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
