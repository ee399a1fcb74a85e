from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answer_standing import AnswerStanding
from ..models.answer_way import AnswerWay

T = TypeVar("T", bound="ToldAnswer")


@_attrs_define
class ToldAnswer:
    """What an institution wrote; more of it stands under its referral.

    Attributes:
        id (UUID):
        way (AnswerWay): * `link` - Through the answer link
            * `email` - By e-mail
            * `typed` - Typed in by the organisation
        standing (AnswerStanding): * `arrived` - Arrived; somebody has to say what it is
            * `interim` - An answer for the time being
            * `final` - The answer
            * `no_answer` - No answer: an acknowledgement, an automatic reply
        answered_on (datetime.date):
        text (None | str):
    """

    id: UUID
    way: AnswerWay
    standing: AnswerStanding
    answered_on: datetime.date
    text: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        way = self.way.value

        standing = self.standing.value

        answered_on = self.answered_on.isoformat()

        text: None | str
        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "way": way,
                "standing": standing,
                "answered_on": answered_on,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        way = AnswerWay(d.pop("way"))

        standing = AnswerStanding(d.pop("standing"))

        answered_on = datetime.date.fromisoformat(d.pop("answered_on"))

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        told_answer = cls(
            id=id,
            way=way,
            standing=standing,
            answered_on=answered_on,
            text=text,
        )

        told_answer.additional_properties = d
        return told_answer

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
