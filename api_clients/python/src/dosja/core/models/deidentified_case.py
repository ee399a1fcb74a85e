from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.case_outcome import CaseOutcome
from ..models.case_stage import CaseStage
from ..models.case_state import CaseState
from ..models.severity import Severity

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="DeidentifiedCase")


@_attrs_define
class DeidentifiedCase:
    """What an observer sees: no words, no people.

    Attributes:
        id (UUID):
        reference (str):
        owner (str): Slug of the partner that works the case.
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        state (CaseState): * `received` - Received
            * `triage` - In triage
            * `awaiting_complainant` - Waiting for the complainant
            * `open` - Open
            * `referred` - Referred
            * `response_review` - Answer under review
            * `escalated` - Escalated
            * `resolved` - Resolved
            * `closed` - Closed
            * `reopened` - Reopened
            * `inadmissible` - Inadmissible
            * `duplicate` - Duplicate
            * `withdrawn` - Withdrawn
            * `transferred` - Transferred
        stage (CaseStage): * `intake` - Intake
            * `referral` - Referral
            * `follow_up` - Follow-up
            * `resolution` - Resolution
            * `ended` - Ended otherwise
        severity (Severity): * `1` - Low
            * `2` - Normal
            * `3` - High
            * `4` - Urgent: life, health or liberty
        category (Entry | None):
        institution (Entry | None):
        place (Entry | None):
        opened_at (datetime.datetime): When the complaint was received.
        due_at (datetime.date | None): First day on which an answer is due.
        overdue (bool):
        outcome (CaseOutcome | None):
        resolved_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        version (int): As in the ETag.
    """

    id: UUID
    reference: str
    owner: str
    kind: CaseKind
    state: CaseState
    stage: CaseStage
    severity: Severity
    category: Entry | None
    institution: Entry | None
    place: Entry | None
    opened_at: datetime.datetime
    due_at: datetime.date | None
    overdue: bool
    outcome: CaseOutcome | None
    resolved_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        reference = self.reference

        owner = self.owner

        kind = self.kind.value

        state = self.state.value

        stage = self.stage.value

        severity = self.severity.value

        category: dict[str, Any] | None
        if isinstance(self.category, Entry):
            category = self.category.to_dict()
        else:
            category = self.category

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        opened_at = self.opened_at.isoformat()

        due_at: None | str
        if isinstance(self.due_at, datetime.date):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        overdue = self.overdue

        outcome: None | str
        if isinstance(self.outcome, CaseOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        resolved_at: None | str
        if isinstance(self.resolved_at, datetime.datetime):
            resolved_at = self.resolved_at.isoformat()
        else:
            resolved_at = self.resolved_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "owner": owner,
                "kind": kind,
                "state": state,
                "stage": stage,
                "severity": severity,
                "category": category,
                "institution": institution,
                "place": place,
                "opened_at": opened_at,
                "due_at": due_at,
                "overdue": overdue,
                "outcome": outcome,
                "resolved_at": resolved_at,
                "closed_at": closed_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        owner = d.pop("owner")

        kind = CaseKind(d.pop("kind"))

        state = CaseState(d.pop("state"))

        stage = CaseStage(d.pop("stage"))

        severity = Severity(d.pop("severity"))

        def _parse_category(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                category_type_0 = Entry.from_dict(data)

                return category_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        category = _parse_category(d.pop("category"))

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

        def _parse_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Entry.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        place = _parse_place(d.pop("place"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

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

        def _parse_outcome(data: object) -> CaseOutcome | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = CaseOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseOutcome | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_resolved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolved_at_type_0 = datetime.datetime.fromisoformat(data)

                return resolved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        version = d.pop("version")

        deidentified_case = cls(
            id=id,
            reference=reference,
            owner=owner,
            kind=kind,
            state=state,
            stage=stage,
            severity=severity,
            category=category,
            institution=institution,
            place=place,
            opened_at=opened_at,
            due_at=due_at,
            overdue=overdue,
            outcome=outcome,
            resolved_at=resolved_at,
            closed_at=closed_at,
            version=version,
        )

        deidentified_case.additional_properties = d
        return deidentified_case

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
