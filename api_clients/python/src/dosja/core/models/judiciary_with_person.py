from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="JudiciaryWithPerson")


@_attrs_define
class JudiciaryWithPerson:
    """The same with the judge or prosecutor, for roles that read restricted persons.

    Attributes:
        court (Entry | None):
        instance (str):
        matter (str):
        violation (str):
        stage_of_proceedings (str):
        case_number (str):
        months_pending (int | None):
        next_hearing_on (datetime.date | None):
        next_hearing_time (None | str):
        person (str):
    """

    court: Entry | None
    instance: str
    matter: str
    violation: str
    stage_of_proceedings: str
    case_number: str
    months_pending: int | None
    next_hearing_on: datetime.date | None
    next_hearing_time: None | str
    person: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        court: dict[str, Any] | None
        if isinstance(self.court, Entry):
            court = self.court.to_dict()
        else:
            court = self.court

        instance = self.instance

        matter = self.matter

        violation = self.violation

        stage_of_proceedings = self.stage_of_proceedings

        case_number = self.case_number

        months_pending: int | None
        months_pending = self.months_pending

        next_hearing_on: None | str
        if isinstance(self.next_hearing_on, datetime.date):
            next_hearing_on = self.next_hearing_on.isoformat()
        else:
            next_hearing_on = self.next_hearing_on

        next_hearing_time: None | str
        next_hearing_time = self.next_hearing_time

        person = self.person

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "court": court,
                "instance": instance,
                "matter": matter,
                "violation": violation,
                "stage_of_proceedings": stage_of_proceedings,
                "case_number": case_number,
                "months_pending": months_pending,
                "next_hearing_on": next_hearing_on,
                "next_hearing_time": next_hearing_time,
                "person": person,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_court(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                court_type_0 = Entry.from_dict(data)

                return court_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        court = _parse_court(d.pop("court"))

        instance = d.pop("instance")

        matter = d.pop("matter")

        violation = d.pop("violation")

        stage_of_proceedings = d.pop("stage_of_proceedings")

        case_number = d.pop("case_number")

        def _parse_months_pending(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        months_pending = _parse_months_pending(d.pop("months_pending"))

        def _parse_next_hearing_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_hearing_on_type_0 = datetime.date.fromisoformat(data)

                return next_hearing_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_hearing_on = _parse_next_hearing_on(d.pop("next_hearing_on"))

        def _parse_next_hearing_time(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_hearing_time = _parse_next_hearing_time(d.pop("next_hearing_time"))

        person = d.pop("person")

        judiciary_with_person = cls(
            court=court,
            instance=instance,
            matter=matter,
            violation=violation,
            stage_of_proceedings=stage_of_proceedings,
            case_number=case_number,
            months_pending=months_pending,
            next_hearing_on=next_hearing_on,
            next_hearing_time=next_hearing_time,
            person=person,
        )

        judiciary_with_person.additional_properties = d
        return judiciary_with_person

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
