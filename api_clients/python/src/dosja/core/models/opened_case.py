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
from ..models.shared_field import SharedField
from ..models.vulnerability import Vulnerability

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.opened_contact import OpenedContact
    from ..models.opened_facts import OpenedFacts
    from ..models.opened_outcome import OpenedOutcome


T = TypeVar("T", bound="OpenedCase")


@_attrs_define
class OpenedCase:
    """A case of which another partner opened some fields to you; what was not agreed is null.

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
        opened (list[SharedField]): The fields that were agreed.
        summary (None | str):
        tags (list[str] | None):
        complaint (None | OpenedFacts): The words are under `complaint/`.
        contact (None | OpenedContact):
        vulnerability (list[Vulnerability] | None):
        result (None | OpenedOutcome):
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
    opened: list[SharedField]
    summary: None | str
    tags: list[str] | None
    complaint: None | OpenedFacts
    contact: None | OpenedContact
    vulnerability: list[Vulnerability] | None
    result: None | OpenedOutcome
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.opened_contact import OpenedContact  # noqa: PLC0415
        from ..models.opened_facts import OpenedFacts  # noqa: PLC0415
        from ..models.opened_outcome import OpenedOutcome  # noqa: PLC0415

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

        opened = []
        for opened_item_data in self.opened:
            opened_item = opened_item_data.value
            opened.append(opened_item)

        summary: None | str
        summary = self.summary

        tags: list[str] | None
        if isinstance(self.tags, list):
            tags = self.tags

        else:
            tags = self.tags

        complaint: dict[str, Any] | None
        if isinstance(self.complaint, OpenedFacts):
            complaint = self.complaint.to_dict()
        else:
            complaint = self.complaint

        contact: dict[str, Any] | None
        if isinstance(self.contact, OpenedContact):
            contact = self.contact.to_dict()
        else:
            contact = self.contact

        vulnerability: list[str] | None
        if isinstance(self.vulnerability, list):
            vulnerability = []
            for vulnerability_type_0_item_data in self.vulnerability:
                vulnerability_type_0_item = vulnerability_type_0_item_data.value
                vulnerability.append(vulnerability_type_0_item)

        else:
            vulnerability = self.vulnerability

        result: dict[str, Any] | None
        if isinstance(self.result, OpenedOutcome):
            result = self.result.to_dict()
        else:
            result = self.result

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
                "opened": opened,
                "summary": summary,
                "tags": tags,
                "complaint": complaint,
                "contact": contact,
                "vulnerability": vulnerability,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.opened_contact import OpenedContact  # noqa: PLC0415
        from ..models.opened_facts import OpenedFacts  # noqa: PLC0415
        from ..models.opened_outcome import OpenedOutcome  # noqa: PLC0415

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

        opened = []
        _opened = d.pop("opened")
        for opened_item_data in _opened:
            opened_item = SharedField(opened_item_data)

            opened.append(opened_item)

        def _parse_summary(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        summary = _parse_summary(d.pop("summary"))

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

        def _parse_complaint(data: object) -> None | OpenedFacts:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                complaint_type_0 = OpenedFacts.from_dict(data)

                return complaint_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpenedFacts, data)

        complaint = _parse_complaint(d.pop("complaint"))

        def _parse_contact(data: object) -> None | OpenedContact:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contact_type_0 = OpenedContact.from_dict(data)

                return contact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpenedContact, data)

        contact = _parse_contact(d.pop("contact"))

        def _parse_vulnerability(data: object) -> list[Vulnerability] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                vulnerability_type_0 = []
                _vulnerability_type_0 = data
                for vulnerability_type_0_item_data in _vulnerability_type_0:
                    vulnerability_type_0_item = Vulnerability(vulnerability_type_0_item_data)

                    vulnerability_type_0.append(vulnerability_type_0_item)

                return vulnerability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Vulnerability] | None, data)

        vulnerability = _parse_vulnerability(d.pop("vulnerability"))

        def _parse_result(data: object) -> None | OpenedOutcome:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = OpenedOutcome.from_dict(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpenedOutcome, data)

        result = _parse_result(d.pop("result"))

        opened_case = cls(
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
            opened=opened,
            summary=summary,
            tags=tags,
            complaint=complaint,
            contact=contact,
            vulnerability=vulnerability,
            result=result,
        )

        opened_case.additional_properties = d
        return opened_case

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
