from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Schedule")


@_attrs_define
class Schedule:
    """Opening hours as HSDS has them: a recurrence after RFC 5545 with times of the place's clocks.

    Attributes:
        valid_from (datetime.date | None):
        valid_to (datetime.date | None):
        dtstart (datetime.date | None):
        until (datetime.date | None):
        count (float | None):
        freq (str):
        interval (float | None):
        byday (str):
        bymonthday (str):
        opens_at (str):
        closes_at (str):
        timezone (float | None):
        description (str):
        notes (str):
    """

    valid_from: datetime.date | None
    valid_to: datetime.date | None
    dtstart: datetime.date | None
    until: datetime.date | None
    count: float | None
    freq: str
    interval: float | None
    byday: str
    bymonthday: str
    opens_at: str
    closes_at: str
    timezone: float | None
    description: str
    notes: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        valid_from: None | str
        if isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_to: None | str
        if isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        dtstart: None | str
        if isinstance(self.dtstart, datetime.date):
            dtstart = self.dtstart.isoformat()
        else:
            dtstart = self.dtstart

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        count: float | None
        count = self.count

        freq = self.freq

        interval: float | None
        interval = self.interval

        byday = self.byday

        bymonthday = self.bymonthday

        opens_at = self.opens_at

        closes_at = self.closes_at

        timezone: float | None
        timezone = self.timezone

        description = self.description

        notes = self.notes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "valid_from": valid_from,
                "valid_to": valid_to,
                "dtstart": dtstart,
                "until": until,
                "count": count,
                "freq": freq,
                "interval": interval,
                "byday": byday,
                "bymonthday": bymonthday,
                "opens_at": opens_at,
                "closes_at": closes_at,
                "timezone": timezone,
                "description": description,
                "notes": notes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_valid_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_from = _parse_valid_from(d.pop("valid_from"))

        def _parse_valid_to(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_to_type_0 = datetime.date.fromisoformat(data)

                return valid_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_to = _parse_valid_to(d.pop("valid_to"))

        def _parse_dtstart(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dtstart_type_0 = datetime.date.fromisoformat(data)

                return dtstart_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        dtstart = _parse_dtstart(d.pop("dtstart"))

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

        def _parse_count(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        count = _parse_count(d.pop("count"))

        freq = d.pop("freq")

        def _parse_interval(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        interval = _parse_interval(d.pop("interval"))

        byday = d.pop("byday")

        bymonthday = d.pop("bymonthday")

        opens_at = d.pop("opens_at")

        closes_at = d.pop("closes_at")

        def _parse_timezone(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        timezone = _parse_timezone(d.pop("timezone"))

        description = d.pop("description")

        notes = d.pop("notes")

        schedule = cls(
            valid_from=valid_from,
            valid_to=valid_to,
            dtstart=dtstart,
            until=until,
            count=count,
            freq=freq,
            interval=interval,
            byday=byday,
            bymonthday=bymonthday,
            opens_at=opens_at,
            closes_at=closes_at,
            timezone=timezone,
            description=description,
            notes=notes,
        )

        schedule.additional_properties = d
        return schedule

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
