from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_ending import CaseEnding
from ..models.erasure_blocker import ErasureBlocker

T = TypeVar("T", bound="CaseKeeping")


@_attrs_define
class CaseKeeping:
    """How long a case is kept, and what keeps it.

    Attributes:
        ending (CaseEnding | None):
        ended_on (datetime.date | None):
        months (int | None): Of the rule that applies; null where none does.
        due_on (datetime.date | None): By the rule alone.
        erased_on (datetime.date | None): The day that was announced.
        blockers (list[ErasureBlocker]): What stands against erasing it now.
        may_hold (bool): Whether you may set a hold.
    """

    ending: CaseEnding | None
    ended_on: datetime.date | None
    months: int | None
    due_on: datetime.date | None
    erased_on: datetime.date | None
    blockers: list[ErasureBlocker]
    may_hold: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ending: None | str
        if isinstance(self.ending, CaseEnding):
            ending = self.ending.value
        else:
            ending = self.ending

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        months: int | None
        months = self.months

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        erased_on: None | str
        if isinstance(self.erased_on, datetime.date):
            erased_on = self.erased_on.isoformat()
        else:
            erased_on = self.erased_on

        blockers = []
        for blockers_item_data in self.blockers:
            blockers_item = blockers_item_data.value
            blockers.append(blockers_item)

        may_hold = self.may_hold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ending": ending,
                "ended_on": ended_on,
                "months": months,
                "due_on": due_on,
                "erased_on": erased_on,
                "blockers": blockers,
                "may_hold": may_hold,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_ending(data: object) -> CaseEnding | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ending_type_0 = CaseEnding(data)

                return ending_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseEnding | None, data)

        ending = _parse_ending(d.pop("ending"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        def _parse_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        months = _parse_months(d.pop("months"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        def _parse_erased_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                erased_on_type_0 = datetime.date.fromisoformat(data)

                return erased_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        erased_on = _parse_erased_on(d.pop("erased_on"))

        blockers = []
        _blockers = d.pop("blockers")
        for blockers_item_data in _blockers:
            blockers_item = ErasureBlocker(blockers_item_data)

            blockers.append(blockers_item)

        may_hold = d.pop("may_hold")

        case_keeping = cls(
            ending=ending,
            ended_on=ended_on,
            months=months,
            due_on=due_on,
            erased_on=erased_on,
            blockers=blockers,
            may_hold=may_hold,
        )

        case_keeping.additional_properties = d
        return case_keeping

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
