from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.term_unit import TermUnit

T = TypeVar("T", bound="ClockExtension")


@_attrs_define
class ClockExtension:
    """More time by the institution's letter: a further term, or until a day that the letter names.

    Attributes:
        letter_on (datetime.date):
        number (int | None):
        unit (BlankEnum | TermUnit):
        until (datetime.date | None):
    """

    letter_on: datetime.date
    number: int | None
    unit: BlankEnum | TermUnit
    until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        letter_on = self.letter_on.isoformat()

        number: int | None
        number = self.number

        unit: str
        if isinstance(self.unit, TermUnit):
            unit = self.unit.value
        else:
            unit = self.unit.value

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "letter_on": letter_on,
                "number": number,
                "unit": unit,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        letter_on = datetime.date.fromisoformat(d.pop("letter_on"))

        def _parse_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        number = _parse_number(d.pop("number"))

        def _parse_unit(data: object) -> BlankEnum | TermUnit:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_type_0 = TermUnit(data)

                return unit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            unit_type_1 = BlankEnum(data)

            return unit_type_1

        unit = _parse_unit(d.pop("unit"))

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        clock_extension = cls(
            letter_on=letter_on,
            number=number,
            unit=unit,
            until=until,
        )

        clock_extension.additional_properties = d
        return clock_extension

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
