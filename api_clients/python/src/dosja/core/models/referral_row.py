from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_state import ReferralState

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="ReferralRow")


@_attrs_define
class ReferralRow:
    """A referral in the list across cases.

    Attributes:
        id (UUID):
        case (UUID):
        reference (str):
        institution (Entry | None):
        state (ReferralState): * `draft` - Draft
            * `approval` - Waiting for approval
            * `queued` - Ready to be sent
            * `sent` - Sent
            * `delivery_failed` - Delivery failed
            * `registered` - Registered by the institution
            * `clarification` - Clarification asked
            * `redirected` - Redirected to another body
            * `answered` - Answered
            * `assessed` - Answer assessed
            * `closed` - Closed
            * `cancelled` - Cancelled before sending
        sent_on (datetime.date | None):
        due_at (datetime.date | None):
        overdue (bool):
        clock_stands_since (datetime.date | None): While the clock is paused there is no due date.
        answered_on (datetime.date | None):
        assessment (str):
        appeal_until (datetime.date | None): Last day for an appeal against the answer, or silence; null: not known.
        protocol_number (str):
        created_at (datetime.datetime):
        version (int):
    """

    id: UUID
    case: UUID
    reference: str
    institution: Entry | None
    state: ReferralState
    sent_on: datetime.date | None
    due_at: datetime.date | None
    overdue: bool
    clock_stands_since: datetime.date | None
    answered_on: datetime.date | None
    assessment: str
    appeal_until: datetime.date | None
    protocol_number: str
    created_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        case = str(self.case)

        reference = self.reference

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        state = self.state.value

        sent_on: None | str
        if isinstance(self.sent_on, datetime.date):
            sent_on = self.sent_on.isoformat()
        else:
            sent_on = self.sent_on

        due_at: None | str
        if isinstance(self.due_at, datetime.date):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        overdue = self.overdue

        clock_stands_since: None | str
        if isinstance(self.clock_stands_since, datetime.date):
            clock_stands_since = self.clock_stands_since.isoformat()
        else:
            clock_stands_since = self.clock_stands_since

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        assessment = self.assessment

        appeal_until: None | str
        if isinstance(self.appeal_until, datetime.date):
            appeal_until = self.appeal_until.isoformat()
        else:
            appeal_until = self.appeal_until

        protocol_number = self.protocol_number

        created_at = self.created_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "reference": reference,
                "institution": institution,
                "state": state,
                "sent_on": sent_on,
                "due_at": due_at,
                "overdue": overdue,
                "clock_stands_since": clock_stands_since,
                "answered_on": answered_on,
                "assessment": assessment,
                "appeal_until": appeal_until,
                "protocol_number": protocol_number,
                "created_at": created_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = UUID(d.pop("case"))

        reference = d.pop("reference")

        def _parse_institution(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_type_0 = Entry.from_dict(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        institution = _parse_institution(d.pop("institution"))

        state = ReferralState(d.pop("state"))

        def _parse_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_on_type_0 = datetime.date.fromisoformat(data)

                return sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        sent_on = _parse_sent_on(d.pop("sent_on"))

        def _parse_due_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.date.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        overdue = d.pop("overdue")

        def _parse_clock_stands_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clock_stands_since_type_0 = datetime.date.fromisoformat(data)

                return clock_stands_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        clock_stands_since = _parse_clock_stands_since(d.pop("clock_stands_since"))

        def _parse_answered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_on_type_0 = datetime.date.fromisoformat(data)

                return answered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answered_on = _parse_answered_on(d.pop("answered_on"))

        assessment = d.pop("assessment")

        def _parse_appeal_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appeal_until_type_0 = datetime.date.fromisoformat(data)

                return appeal_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        appeal_until = _parse_appeal_until(d.pop("appeal_until"))

        protocol_number = d.pop("protocol_number")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        referral_row = cls(
            id=id,
            case=case,
            reference=reference,
            institution=institution,
            state=state,
            sent_on=sent_on,
            due_at=due_at,
            overdue=overdue,
            clock_stands_since=clock_stands_since,
            answered_on=answered_on,
            assessment=assessment,
            appeal_until=appeal_until,
            protocol_number=protocol_number,
            created_at=created_at,
            version=version,
        )

        referral_row.additional_properties = d
        return referral_row

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
