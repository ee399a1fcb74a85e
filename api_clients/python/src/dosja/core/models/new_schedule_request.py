from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.schedule_frequency import ScheduleFrequency
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewScheduleRequest")


@_attrs_define
class NewScheduleRequest:
    """Opening hours: `{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "16:00"}`.

    Attributes:
        byday (str):
        opens_at (str):
        closes_at (str):
        freq (ScheduleFrequency | Unset): * `WEEKLY` - WEEKLY
            * `MONTHLY` - MONTHLY Default: ScheduleFrequency.WEEKLY.
        valid_from (datetime.date | None | Unset):
        valid_to (datetime.date | None | Unset):
        dtstart (datetime.date | None | Unset):
        interval (int | None | Unset):
        description (str | Unset):  Default: ''.
    """

    byday: str
    opens_at: str
    closes_at: str
    freq: ScheduleFrequency | Unset = ScheduleFrequency.WEEKLY
    valid_from: datetime.date | None | Unset = UNSET
    valid_to: datetime.date | None | Unset = UNSET
    dtstart: datetime.date | None | Unset = UNSET
    interval: int | None | Unset = UNSET
    description: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        byday = self.byday

        opens_at = self.opens_at

        closes_at = self.closes_at

        freq: str | Unset = UNSET
        if not isinstance(self.freq, Unset):
            freq = self.freq.value

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_to: None | str | Unset
        if isinstance(self.valid_to, Unset):
            valid_to = UNSET
        elif isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        dtstart: None | str | Unset
        if isinstance(self.dtstart, Unset):
            dtstart = UNSET
        elif isinstance(self.dtstart, datetime.date):
            dtstart = self.dtstart.isoformat()
        else:
            dtstart = self.dtstart

        interval: int | None | Unset
        if isinstance(self.interval, Unset):
            interval = UNSET
        else:
            interval = self.interval

        description = self.description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "byday": byday,
                "opens_at": opens_at,
                "closes_at": closes_at,
            }
        )
        if freq is not UNSET:
            field_dict["freq"] = freq
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if valid_to is not UNSET:
            field_dict["valid_to"] = valid_to
        if dtstart is not UNSET:
            field_dict["dtstart"] = dtstart
        if interval is not UNSET:
            field_dict["interval"] = interval
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        byday = d.pop("byday")

        opens_at = d.pop("opens_at")

        closes_at = d.pop("closes_at")

        _freq = d.pop("freq", UNSET)
        freq: ScheduleFrequency | Unset
        if isinstance(_freq, Unset):
            freq = UNSET
        else:
            freq = ScheduleFrequency(_freq)

        def _parse_valid_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        def _parse_valid_to(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_to_type_0 = datetime.date.fromisoformat(data)

                return valid_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_to = _parse_valid_to(d.pop("valid_to", UNSET))

        def _parse_dtstart(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dtstart_type_0 = datetime.date.fromisoformat(data)

                return dtstart_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        dtstart = _parse_dtstart(d.pop("dtstart", UNSET))

        def _parse_interval(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        interval = _parse_interval(d.pop("interval", UNSET))

        description = d.pop("description", UNSET)

        new_schedule_request = cls(
            byday=byday,
            opens_at=opens_at,
            closes_at=closes_at,
            freq=freq,
            valid_from=valid_from,
            valid_to=valid_to,
            dtstart=dtstart,
            interval=interval,
            description=description,
        )

        new_schedule_request.additional_properties = d
        return new_schedule_request

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
