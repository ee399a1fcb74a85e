from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Satisfaction")


@_attrs_define
class Satisfaction:
    """What the complainant thinks of the outcome and of the organisation.

    Attributes:
        outcome (int): 1 (not good at all) to 5 (very good).
        process (int): 1 (not well treated at all) to 5 (very well).
        felt_safe (bool | None):
        would_use_again (bool | None):
        comment (str):
        asks_reopening (bool | None): Null: not said. After a low score it is worth asking.
        is_low (bool): Low enough to ask whether to take the complaint up again.
        given_at (datetime.datetime):
    """

    outcome: int
    process: int
    felt_safe: bool | None
    would_use_again: bool | None
    comment: str
    asks_reopening: bool | None
    is_low: bool
    given_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        process = self.process

        felt_safe: bool | None
        felt_safe = self.felt_safe

        would_use_again: bool | None
        would_use_again = self.would_use_again

        comment = self.comment

        asks_reopening: bool | None
        asks_reopening = self.asks_reopening

        is_low = self.is_low

        given_at = self.given_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
                "process": process,
                "felt_safe": felt_safe,
                "would_use_again": would_use_again,
                "comment": comment,
                "asks_reopening": asks_reopening,
                "is_low": is_low,
                "given_at": given_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = d.pop("outcome")

        process = d.pop("process")

        def _parse_felt_safe(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        felt_safe = _parse_felt_safe(d.pop("felt_safe"))

        def _parse_would_use_again(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        would_use_again = _parse_would_use_again(d.pop("would_use_again"))

        comment = d.pop("comment")

        def _parse_asks_reopening(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        asks_reopening = _parse_asks_reopening(d.pop("asks_reopening"))

        is_low = d.pop("is_low")

        given_at = datetime.datetime.fromisoformat(d.pop("given_at"))

        satisfaction = cls(
            outcome=outcome,
            process=process,
            felt_safe=felt_safe,
            would_use_again=would_use_again,
            comment=comment,
            asks_reopening=asks_reopening,
            is_low=is_low,
            given_at=given_at,
        )

        satisfaction.additional_properties = d
        return satisfaction

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
