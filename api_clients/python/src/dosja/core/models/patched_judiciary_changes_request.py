from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.court_instance import CourtInstance
from ..models.court_matter import CourtMatter
from ..models.court_violation import CourtViolation
from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchedJudiciaryChangesRequest")


@_attrs_define
class PatchedJudiciaryChangesRequest:
    """What the case is about; send only what changes.

    Attributes:
        court (None | str | Unset):
        instance (CourtInstance | Unset): * `first` - First instance
            * `appeal` - Appeal
            * `supreme` - Supreme court
            * `constitutional` - Constitutional court
            * `prosecution` - Prosecution
            * `enforcement` - Enforcement
        matter (CourtMatter | Unset): * `civil` - Civil
            * `criminal` - Criminal
            * `administrative` - Administrative
            * `family` - Family
            * `commercial` - Commercial
            * `labour` - Labour
        violation (CourtViolation | Unset): * `delay` - Delay
            * `conduct` - Conduct
            * `impartiality` - Impartiality
            * `access_to_file` - Access to the file
            * `non_execution` - Judgment not executed
            * `solicitation` - Money or favour asked for
        stage_of_proceedings (str | Unset):
        case_number (str | Unset):
        months_pending (int | None | Unset):
        person (str | Unset): Judge or prosecutor; restricted: only some roles write and read it.
        next_hearing_on (datetime.date | None | Unset):
        next_hearing_time (None | str | Unset): On your organisation's clocks.
    """

    court: None | str | Unset = UNSET
    instance: CourtInstance | Unset = UNSET
    matter: CourtMatter | Unset = UNSET
    violation: CourtViolation | Unset = UNSET
    stage_of_proceedings: str | Unset = UNSET
    case_number: str | Unset = UNSET
    months_pending: int | None | Unset = UNSET
    person: str | Unset = UNSET
    next_hearing_on: datetime.date | None | Unset = UNSET
    next_hearing_time: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        court: None | str | Unset
        if isinstance(self.court, Unset):
            court = UNSET
        else:
            court = self.court

        instance: str | Unset = UNSET
        if not isinstance(self.instance, Unset):
            instance = self.instance.value

        matter: str | Unset = UNSET
        if not isinstance(self.matter, Unset):
            matter = self.matter.value

        violation: str | Unset = UNSET
        if not isinstance(self.violation, Unset):
            violation = self.violation.value

        stage_of_proceedings = self.stage_of_proceedings

        case_number = self.case_number

        months_pending: int | None | Unset
        if isinstance(self.months_pending, Unset):
            months_pending = UNSET
        else:
            months_pending = self.months_pending

        person = self.person

        next_hearing_on: None | str | Unset
        if isinstance(self.next_hearing_on, Unset):
            next_hearing_on = UNSET
        elif isinstance(self.next_hearing_on, datetime.date):
            next_hearing_on = self.next_hearing_on.isoformat()
        else:
            next_hearing_on = self.next_hearing_on

        next_hearing_time: None | str | Unset
        if isinstance(self.next_hearing_time, Unset):
            next_hearing_time = UNSET
        else:
            next_hearing_time = self.next_hearing_time

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if court is not UNSET:
            field_dict["court"] = court
        if instance is not UNSET:
            field_dict["instance"] = instance
        if matter is not UNSET:
            field_dict["matter"] = matter
        if violation is not UNSET:
            field_dict["violation"] = violation
        if stage_of_proceedings is not UNSET:
            field_dict["stage_of_proceedings"] = stage_of_proceedings
        if case_number is not UNSET:
            field_dict["case_number"] = case_number
        if months_pending is not UNSET:
            field_dict["months_pending"] = months_pending
        if person is not UNSET:
            field_dict["person"] = person
        if next_hearing_on is not UNSET:
            field_dict["next_hearing_on"] = next_hearing_on
        if next_hearing_time is not UNSET:
            field_dict["next_hearing_time"] = next_hearing_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_court(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        court = _parse_court(d.pop("court", UNSET))

        _instance = d.pop("instance", UNSET)
        instance: CourtInstance | Unset
        if isinstance(_instance, Unset):
            instance = UNSET
        else:
            instance = CourtInstance(_instance)

        _matter = d.pop("matter", UNSET)
        matter: CourtMatter | Unset
        if isinstance(_matter, Unset):
            matter = UNSET
        else:
            matter = CourtMatter(_matter)

        _violation = d.pop("violation", UNSET)
        violation: CourtViolation | Unset
        if isinstance(_violation, Unset):
            violation = UNSET
        else:
            violation = CourtViolation(_violation)

        stage_of_proceedings = d.pop("stage_of_proceedings", UNSET)

        case_number = d.pop("case_number", UNSET)

        def _parse_months_pending(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        months_pending = _parse_months_pending(d.pop("months_pending", UNSET))

        person = d.pop("person", UNSET)

        def _parse_next_hearing_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_hearing_on_type_0 = datetime.date.fromisoformat(data)

                return next_hearing_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_hearing_on = _parse_next_hearing_on(d.pop("next_hearing_on", UNSET))

        def _parse_next_hearing_time(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        next_hearing_time = _parse_next_hearing_time(d.pop("next_hearing_time", UNSET))

        patched_judiciary_changes_request = cls(
            court=court,
            instance=instance,
            matter=matter,
            violation=violation,
            stage_of_proceedings=stage_of_proceedings,
            case_number=case_number,
            months_pending=months_pending,
            person=person,
            next_hearing_on=next_hearing_on,
            next_hearing_time=next_hearing_time,
        )

        patched_judiciary_changes_request.additional_properties = d
        return patched_judiciary_changes_request

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
