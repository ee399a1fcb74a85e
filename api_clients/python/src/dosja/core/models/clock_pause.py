from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pause_reason import PauseReason

T = TypeVar("T", bound="ClockPause")


@_attrs_define
class ClockPause:
    """A stretch in which the clock stood: stopped on a day that still counts, let go on one that does not.

    Attributes:
        paused_on (datetime.date):
        resumed_on (datetime.date | None):
        reason (PauseReason): * `clarification` - The institution waits for a clarification
            * `complainant` - The complainant has to bring something first
            * `other_proceedings` - Another proceeding has to end first
            * `expert` - An expert's opinion is awaited
            * `emergency` - A state of emergency or force majeure
            * `agreed` - Agreed with the institution
            * `other` - Another reason, in words
        words (None | str):
    """

    paused_on: datetime.date
    resumed_on: datetime.date | None
    reason: PauseReason
    words: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        paused_on = self.paused_on.isoformat()

        resumed_on: None | str
        if isinstance(self.resumed_on, datetime.date):
            resumed_on = self.resumed_on.isoformat()
        else:
            resumed_on = self.resumed_on

        reason = self.reason.value

        words: None | str
        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paused_on": paused_on,
                "resumed_on": resumed_on,
                "reason": reason,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        paused_on = datetime.date.fromisoformat(d.pop("paused_on"))

        def _parse_resumed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumed_on_type_0 = datetime.date.fromisoformat(data)

                return resumed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        resumed_on = _parse_resumed_on(d.pop("resumed_on"))

        reason = PauseReason(d.pop("reason"))

        def _parse_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        words = _parse_words(d.pop("words"))

        clock_pause = cls(
            paused_on=paused_on,
            resumed_on=resumed_on,
            reason=reason,
            words=words,
        )

        clock_pause.additional_properties = d
        return clock_pause

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
