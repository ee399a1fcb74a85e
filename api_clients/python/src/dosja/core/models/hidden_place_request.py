from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hiding_reason import HidingReason
from ..models.words_part import WordsPart

T = TypeVar("T", bound="HiddenPlaceRequest")


@_attrs_define
class HiddenPlaceRequest:
    """A stretch of the complainant's words that is blacked out, counted in Unicode characters.

    Attributes:
        part (WordsPart): * `narrative` - narrative
            * `wish` - wish
        start (int):
        end (int): The first one after it.
        reason (HidingReason): * `name` - A name
            * `contact` - Telephone, e-mail or address
            * `number` - A personal, account or plate number
            * `place` - A place or time that gives somebody away
            * `health` - Health, family or belief
            * `third_person` - Somebody else
            * `other` - Something else that has to be protected
    """

    part: WordsPart
    start: int
    end: int
    reason: HidingReason
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        part = self.part.value

        start = self.start

        end = self.end

        reason = self.reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "part": part,
                "start": start,
                "end": end,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        part = WordsPart(d.pop("part"))

        start = d.pop("start")

        end = d.pop("end")

        reason = HidingReason(d.pop("reason"))

        hidden_place_request = cls(
            part=part,
            start=start,
            end=end,
            reason=reason,
        )

        hidden_place_request.additional_properties = d
        return hidden_place_request

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
