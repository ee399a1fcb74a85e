from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.public_summary_state import PublicSummaryState

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.person import Person


T = TypeVar("T", bound="PublicSummary")


@_attrs_define
class PublicSummary:
    """A text for the public, never the complainant's words.

    Attributes:
        id (UUID): The id under which the public finds it.
        state (PublicSummaryState): * `draft` - Draft
            * `published` - Published
            * `withdrawn` - Withdrawn
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        title (str):
        text (str):
        place (Entry | None):
        author (None | Person):
        written_at (datetime.datetime):
        published_by (None | Person):
        published_at (datetime.datetime | None):
        withdrawn_by (None | Person):
        withdrawn_at (datetime.datetime | None):
    """

    id: UUID
    state: PublicSummaryState
    language: Language
    title: str
    text: str
    place: Entry | None
    author: None | Person
    written_at: datetime.datetime
    published_by: None | Person
    published_at: datetime.datetime | None
    withdrawn_by: None | Person
    withdrawn_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        state = self.state.value

        language = self.language.value

        title = self.title

        text = self.text

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        author: dict[str, Any] | None
        if isinstance(self.author, Person):
            author = self.author.to_dict()
        else:
            author = self.author

        written_at = self.written_at.isoformat()

        published_by: dict[str, Any] | None
        if isinstance(self.published_by, Person):
            published_by = self.published_by.to_dict()
        else:
            published_by = self.published_by

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        withdrawn_by: dict[str, Any] | None
        if isinstance(self.withdrawn_by, Person):
            withdrawn_by = self.withdrawn_by.to_dict()
        else:
            withdrawn_by = self.withdrawn_by

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "language": language,
                "title": title,
                "text": text,
                "place": place,
                "author": author,
                "written_at": written_at,
                "published_by": published_by,
                "published_at": published_at,
                "withdrawn_by": withdrawn_by,
                "withdrawn_at": withdrawn_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = PublicSummaryState(d.pop("state"))

        language = Language(d.pop("language"))

        title = d.pop("title")

        text = d.pop("text")

        def _parse_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Entry.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        place = _parse_place(d.pop("place"))

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

        written_at = datetime.datetime.fromisoformat(d.pop("written_at"))

        def _parse_published_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                published_by_type_0 = Person.from_dict(data)

                return published_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        published_by = _parse_published_by(d.pop("published_by"))

        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        def _parse_withdrawn_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                withdrawn_by_type_0 = Person.from_dict(data)

                return withdrawn_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        withdrawn_by = _parse_withdrawn_by(d.pop("withdrawn_by"))

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at"))

        public_summary = cls(
            id=id,
            state=state,
            language=language,
            title=title,
            text=text,
            place=place,
            author=author,
            written_at=written_at,
            published_by=published_by,
            published_at=published_at,
            withdrawn_by=withdrawn_by,
            withdrawn_at=withdrawn_at,
        )

        public_summary.additional_properties = d
        return public_summary

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
