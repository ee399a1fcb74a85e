from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answer_standing import AnswerStanding
from ..models.answer_way import AnswerWay

if TYPE_CHECKING:
    from ..models.answer_file import AnswerFile
    from ..models.person import Person


T = TypeVar("T", bound="InstitutionAnswer")


@_attrs_define
class InstitutionAnswer:
    """What an institution wrote, whichever way it came.

    Attributes:
        id (UUID):
        way (AnswerWay): * `link` - Through the answer link
            * `email` - By e-mail
            * `typed` - Typed in by the organisation
        standing (AnswerStanding): * `arrived` - Arrived; somebody has to say what it is
            * `interim` - An answer for the time being
            * `final` - The answer
            * `no_answer` - No answer: an acknowledgement, an automatic reply
        is_automatic (bool): A machine wrote it.
        answered_on (datetime.date):
        arrived_at (datetime.datetime):
        protocol_number (None | str):
        text (None | str):
        author_name (None | str): Who answers, as the institution says it.
        recorded_by (None | Person):
        decided_by (None | Person):
        decided_at (datetime.datetime | None):
        files (list[AnswerFile]):
        version (int):
    """

    id: UUID
    way: AnswerWay
    standing: AnswerStanding
    is_automatic: bool
    answered_on: datetime.date
    arrived_at: datetime.datetime
    protocol_number: None | str
    text: None | str
    author_name: None | str
    recorded_by: None | Person
    decided_by: None | Person
    decided_at: datetime.datetime | None
    files: list[AnswerFile]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        way = self.way.value

        standing = self.standing.value

        is_automatic = self.is_automatic

        answered_on = self.answered_on.isoformat()

        arrived_at = self.arrived_at.isoformat()

        protocol_number: None | str
        protocol_number = self.protocol_number

        text: None | str
        text = self.text

        author_name: None | str
        author_name = self.author_name

        recorded_by: dict[str, Any] | None
        if isinstance(self.recorded_by, Person):
            recorded_by = self.recorded_by.to_dict()
        else:
            recorded_by = self.recorded_by

        decided_by: dict[str, Any] | None
        if isinstance(self.decided_by, Person):
            decided_by = self.decided_by.to_dict()
        else:
            decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "way": way,
                "standing": standing,
                "is_automatic": is_automatic,
                "answered_on": answered_on,
                "arrived_at": arrived_at,
                "protocol_number": protocol_number,
                "text": text,
                "author_name": author_name,
                "recorded_by": recorded_by,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "files": files,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.answer_file import AnswerFile  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        way = AnswerWay(d.pop("way"))

        standing = AnswerStanding(d.pop("standing"))

        is_automatic = d.pop("is_automatic")

        answered_on = datetime.date.fromisoformat(d.pop("answered_on"))

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        def _parse_protocol_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        protocol_number = _parse_protocol_number(d.pop("protocol_number"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        def _parse_author_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        author_name = _parse_author_name(d.pop("author_name"))

        def _parse_recorded_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recorded_by_type_0 = Person.from_dict(data)

                return recorded_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        recorded_by = _parse_recorded_by(d.pop("recorded_by"))

        def _parse_decided_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decided_by_type_0 = Person.from_dict(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = AnswerFile.from_dict(files_item_data)

            files.append(files_item)

        version = d.pop("version")

        institution_answer = cls(
            id=id,
            way=way,
            standing=standing,
            is_automatic=is_automatic,
            answered_on=answered_on,
            arrived_at=arrived_at,
            protocol_number=protocol_number,
            text=text,
            author_name=author_name,
            recorded_by=recorded_by,
            decided_by=decided_by,
            decided_at=decided_at,
            files=files,
            version=version,
        )

        institution_answer.additional_properties = d
        return institution_answer

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
