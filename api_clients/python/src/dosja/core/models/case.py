from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_act import CaseAct
from ..models.case_kind import CaseKind
from ..models.case_outcome import CaseOutcome
from ..models.case_stage import CaseStage
from ..models.case_state import CaseState
from ..models.severity import Severity

if TYPE_CHECKING:
    from ..models.case_action import CaseAction
    from ..models.complaint_facts import ComplaintFacts
    from ..models.due import Due
    from ..models.entry import Entry
    from ..models.person import Person
    from ..models.satisfaction import Satisfaction


T = TypeVar("T", bound="Case")


@_attrs_define
class Case:
    """A case as those who work it see it.

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
        former_reference (str):
        summary (str):
        assignee (None | Person):
        restricted (bool):
        complaint (ComplaintFacts | None):
        admissibility_note (None | str):
        inadmissible_reason (str):
        advice (None | str):
        outcome_text (None | str):
        impact (None | str):
        value_recovered (None | str):
        value_currency (str):
        satisfaction (None | Satisfaction): What the complainant said of the outcome through the receipt.
        duplicate_of (None | UUID):
        tags (list[str]):
        people (list[Person]): Who is named on a restricted case.
        due (Due | None): Where `due_at` comes from; null without it.
        allowed_actions (list[CaseAction]): What you may do next.
        allowed_acts (list[CaseAct]): What else you may do, leaving its state.
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
    former_reference: str
    summary: str
    assignee: None | Person
    restricted: bool
    complaint: ComplaintFacts | None
    admissibility_note: None | str
    inadmissible_reason: str
    advice: None | str
    outcome_text: None | str
    impact: None | str
    value_recovered: None | str
    value_currency: str
    satisfaction: None | Satisfaction
    duplicate_of: None | UUID
    tags: list[str]
    people: list[Person]
    due: Due | None
    allowed_actions: list[CaseAction]
    allowed_acts: list[CaseAct]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.complaint_facts import ComplaintFacts  # noqa: PLC0415
        from ..models.due import Due  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.satisfaction import Satisfaction  # noqa: PLC0415

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

        former_reference = self.former_reference

        summary = self.summary

        assignee: dict[str, Any] | None
        if isinstance(self.assignee, Person):
            assignee = self.assignee.to_dict()
        else:
            assignee = self.assignee

        restricted = self.restricted

        complaint: dict[str, Any] | None
        if isinstance(self.complaint, ComplaintFacts):
            complaint = self.complaint.to_dict()
        else:
            complaint = self.complaint

        admissibility_note: None | str
        admissibility_note = self.admissibility_note

        inadmissible_reason = self.inadmissible_reason

        advice: None | str
        advice = self.advice

        outcome_text: None | str
        outcome_text = self.outcome_text

        impact: None | str
        impact = self.impact

        value_recovered: None | str
        value_recovered = self.value_recovered

        value_currency = self.value_currency

        satisfaction: dict[str, Any] | None
        if isinstance(self.satisfaction, Satisfaction):
            satisfaction = self.satisfaction.to_dict()
        else:
            satisfaction = self.satisfaction

        duplicate_of: None | str
        if isinstance(self.duplicate_of, UUID):
            duplicate_of = str(self.duplicate_of)
        else:
            duplicate_of = self.duplicate_of

        tags = self.tags

        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)

        due: dict[str, Any] | None
        if isinstance(self.due, Due):
            due = self.due.to_dict()
        else:
            due = self.due

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.to_dict()
            allowed_actions.append(allowed_actions_item)

        allowed_acts = []
        for allowed_acts_item_data in self.allowed_acts:
            allowed_acts_item = allowed_acts_item_data.value
            allowed_acts.append(allowed_acts_item)

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
                "former_reference": former_reference,
                "summary": summary,
                "assignee": assignee,
                "restricted": restricted,
                "complaint": complaint,
                "admissibility_note": admissibility_note,
                "inadmissible_reason": inadmissible_reason,
                "advice": advice,
                "outcome_text": outcome_text,
                "impact": impact,
                "value_recovered": value_recovered,
                "value_currency": value_currency,
                "satisfaction": satisfaction,
                "duplicate_of": duplicate_of,
                "tags": tags,
                "people": people,
                "due": due,
                "allowed_actions": allowed_actions,
                "allowed_acts": allowed_acts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_action import CaseAction  # noqa: PLC0415
        from ..models.complaint_facts import ComplaintFacts  # noqa: PLC0415
        from ..models.due import Due  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.satisfaction import Satisfaction  # noqa: PLC0415

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

        former_reference = d.pop("former_reference")

        summary = d.pop("summary")

        def _parse_assignee(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assignee_type_0 = Person.from_dict(data)

                return assignee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        assignee = _parse_assignee(d.pop("assignee"))

        restricted = d.pop("restricted")

        def _parse_complaint(data: object) -> ComplaintFacts | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                complaint_type_0 = ComplaintFacts.from_dict(data)

                return complaint_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ComplaintFacts | None, data)

        complaint = _parse_complaint(d.pop("complaint"))

        def _parse_admissibility_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        admissibility_note = _parse_admissibility_note(d.pop("admissibility_note"))

        inadmissible_reason = d.pop("inadmissible_reason")

        def _parse_advice(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        advice = _parse_advice(d.pop("advice"))

        def _parse_outcome_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outcome_text = _parse_outcome_text(d.pop("outcome_text"))

        def _parse_impact(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impact = _parse_impact(d.pop("impact"))

        def _parse_value_recovered(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value_recovered = _parse_value_recovered(d.pop("value_recovered"))

        value_currency = d.pop("value_currency")

        def _parse_satisfaction(data: object) -> None | Satisfaction:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                satisfaction_type_0 = Satisfaction.from_dict(data)

                return satisfaction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Satisfaction, data)

        satisfaction = _parse_satisfaction(d.pop("satisfaction"))

        def _parse_duplicate_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                duplicate_of_type_0 = UUID(data)

                return duplicate_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        duplicate_of = _parse_duplicate_of(d.pop("duplicate_of"))

        tags = cast(list[str], d.pop("tags"))

        people = []
        _people = d.pop("people")
        for people_item_data in _people:
            people_item = Person.from_dict(people_item_data)

            people.append(people_item)

        def _parse_due(data: object) -> Due | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                due_type_0 = Due.from_dict(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Due | None, data)

        due = _parse_due(d.pop("due"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = CaseAction.from_dict(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        allowed_acts = []
        _allowed_acts = d.pop("allowed_acts")
        for allowed_acts_item_data in _allowed_acts:
            allowed_acts_item = CaseAct(allowed_acts_item_data)

            allowed_acts.append(allowed_acts_item)

        case = cls(
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
            former_reference=former_reference,
            summary=summary,
            assignee=assignee,
            restricted=restricted,
            complaint=complaint,
            admissibility_note=admissibility_note,
            inadmissible_reason=inadmissible_reason,
            advice=advice,
            outcome_text=outcome_text,
            impact=impact,
            value_recovered=value_recovered,
            value_currency=value_currency,
            satisfaction=satisfaction,
            duplicate_of=duplicate_of,
            tags=tags,
            people=people,
            due=due,
            allowed_actions=allowed_actions,
            allowed_acts=allowed_acts,
        )

        case.additional_properties = d
        return case

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
