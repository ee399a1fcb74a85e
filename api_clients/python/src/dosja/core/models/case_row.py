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
    from ..models.next_task import NextTask
    from ..models.person import Person
    from ..models.waits_for import WaitsFor


T = TypeVar("T", bound="CaseRow")


@_attrs_define
class CaseRow:
    """A row of a list. `summary` and `assignee` are null where you may not read them. What stands under
    `extra` is null unless the list was asked for it, and where you may not read it.

        Attributes:
            id (UUID):
            reference (str):
            owner (str):
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
            opened_at (datetime.datetime):
            due_at (datetime.date | None):
            overdue (bool):
            outcome (CaseOutcome | None):
            restricted (bool):
            summary (None | str):
            assignee (None | Person):
            resolved_at (datetime.datetime | None):
            closed_at (datetime.datetime | None):
            tags (list[str] | None): `extra=tags`
            unread (int | None): `extra=unread`: messages of the complainant that nobody has read.
            waits_for (None | WaitsFor): `extra=waits_for`: null where no institution has to answer.
            next_task (NextTask | None): `extra=next_task`: null where there is none.
            changed_at (datetime.datetime | None): `extra=changed_at`: when something was last told of it.
            version (int):
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
    restricted: bool
    summary: None | str
    assignee: None | Person
    resolved_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    tags: list[str] | None
    unread: int | None
    waits_for: None | WaitsFor
    next_task: NextTask | None
    changed_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.next_task import NextTask  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.waits_for import WaitsFor  # noqa: PLC0415

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

        restricted = self.restricted

        summary: None | str
        summary = self.summary

        assignee: dict[str, Any] | None
        if isinstance(self.assignee, Person):
            assignee = self.assignee.to_dict()
        else:
            assignee = self.assignee

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

        tags: list[str] | None
        if isinstance(self.tags, list):
            tags = self.tags

        else:
            tags = self.tags

        unread: int | None
        unread = self.unread

        waits_for: dict[str, Any] | None
        if isinstance(self.waits_for, WaitsFor):
            waits_for = self.waits_for.to_dict()
        else:
            waits_for = self.waits_for

        next_task: dict[str, Any] | None
        if isinstance(self.next_task, NextTask):
            next_task = self.next_task.to_dict()
        else:
            next_task = self.next_task

        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

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
                "restricted": restricted,
                "summary": summary,
                "assignee": assignee,
                "resolved_at": resolved_at,
                "closed_at": closed_at,
                "tags": tags,
                "unread": unread,
                "waits_for": waits_for,
                "next_task": next_task,
                "changed_at": changed_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.next_task import NextTask  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.waits_for import WaitsFor  # noqa: PLC0415

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

        restricted = d.pop("restricted")

        def _parse_summary(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        summary = _parse_summary(d.pop("summary"))

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

        def _parse_tags(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tags_type_0 = cast(list[str], data)

                return tags_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        tags = _parse_tags(d.pop("tags"))

        def _parse_unread(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        unread = _parse_unread(d.pop("unread"))

        def _parse_waits_for(data: object) -> None | WaitsFor:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                waits_for_type_0 = WaitsFor.from_dict(data)

                return waits_for_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaitsFor, data)

        waits_for = _parse_waits_for(d.pop("waits_for"))

        def _parse_next_task(data: object) -> NextTask | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                next_task_type_0 = NextTask.from_dict(data)

                return next_task_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NextTask | None, data)

        next_task = _parse_next_task(d.pop("next_task"))

        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)

                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changed_at"))

        version = d.pop("version")

        case_row = cls(
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
            restricted=restricted,
            summary=summary,
            assignee=assignee,
            resolved_at=resolved_at,
            closed_at=closed_at,
            tags=tags,
            unread=unread,
            waits_for=waits_for,
            next_task=next_task,
            changed_at=changed_at,
            version=version,
        )

        case_row.additional_properties = d
        return case_row

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
