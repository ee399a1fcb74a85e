from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.case_stage import CaseStage
from ..models.case_state import CaseState
from ..models.severity import Severity
from ..types import UNSET, Unset

T = TypeVar("T", bound="CaseQueryRequest")


@_attrs_define
class CaseQueryRequest:
    """How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`, `severity` for several.

    Attributes:
        state (list[CaseState] | Unset):
        stage (list[CaseStage] | Unset):
        kind (list[CaseKind] | Unset):
        severity (list[Severity] | Unset):
        category (str | Unset): Code of a category; with all below it.
        institution (str | Unset): Code of an institution.
        place (str | Unset): Code of a place; with all within it.
        assignee (str | Unset): Id of a member of staff, `me`, or `nobody`.
        overdue (bool | None | Unset):
        opened_from (datetime.date | Unset): Received on this day or later (UTC).
        opened_to (datetime.date | Unset): Received on this day or earlier (UTC).
        owner (str | Unset): Slug of the partner.
        tag (str | Unset):
        search (str | Unset): Beginnings of words, in any script, of cases you may read.
    """

    state: list[CaseState] | Unset = UNSET
    stage: list[CaseStage] | Unset = UNSET
    kind: list[CaseKind] | Unset = UNSET
    severity: list[Severity] | Unset = UNSET
    category: str | Unset = UNSET
    institution: str | Unset = UNSET
    place: str | Unset = UNSET
    assignee: str | Unset = UNSET
    overdue: bool | None | Unset = UNSET
    opened_from: datetime.date | Unset = UNSET
    opened_to: datetime.date | Unset = UNSET
    owner: str | Unset = UNSET
    tag: str | Unset = UNSET
    search: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state: list[str] | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = []
            for state_item_data in self.state:
                state_item = state_item_data.value
                state.append(state_item)

        stage: list[str] | Unset = UNSET
        if not isinstance(self.stage, Unset):
            stage = []
            for stage_item_data in self.stage:
                stage_item = stage_item_data.value
                stage.append(stage_item)

        kind: list[str] | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = []
            for kind_item_data in self.kind:
                kind_item = kind_item_data.value
                kind.append(kind_item)

        severity: list[int] | Unset = UNSET
        if not isinstance(self.severity, Unset):
            severity = []
            for severity_item_data in self.severity:
                severity_item = severity_item_data.value
                severity.append(severity_item)

        category = self.category

        institution = self.institution

        place = self.place

        assignee = self.assignee

        overdue: bool | None | Unset
        if isinstance(self.overdue, Unset):
            overdue = UNSET
        else:
            overdue = self.overdue

        opened_from: str | Unset = UNSET
        if not isinstance(self.opened_from, Unset):
            opened_from = self.opened_from.isoformat()

        opened_to: str | Unset = UNSET
        if not isinstance(self.opened_to, Unset):
            opened_to = self.opened_to.isoformat()

        owner = self.owner

        tag = self.tag

        search = self.search

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if state is not UNSET:
            field_dict["state"] = state
        if stage is not UNSET:
            field_dict["stage"] = stage
        if kind is not UNSET:
            field_dict["kind"] = kind
        if severity is not UNSET:
            field_dict["severity"] = severity
        if category is not UNSET:
            field_dict["category"] = category
        if institution is not UNSET:
            field_dict["institution"] = institution
        if place is not UNSET:
            field_dict["place"] = place
        if assignee is not UNSET:
            field_dict["assignee"] = assignee
        if overdue is not UNSET:
            field_dict["overdue"] = overdue
        if opened_from is not UNSET:
            field_dict["opened_from"] = opened_from
        if opened_to is not UNSET:
            field_dict["opened_to"] = opened_to
        if owner is not UNSET:
            field_dict["owner"] = owner
        if tag is not UNSET:
            field_dict["tag"] = tag
        if search is not UNSET:
            field_dict["search"] = search

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _state = d.pop("state", UNSET)
        state: list[CaseState] | Unset = UNSET
        if _state is not UNSET:
            state = []
            for state_item_data in _state:
                state_item = CaseState(state_item_data)

                state.append(state_item)

        _stage = d.pop("stage", UNSET)
        stage: list[CaseStage] | Unset = UNSET
        if _stage is not UNSET:
            stage = []
            for stage_item_data in _stage:
                stage_item = CaseStage(stage_item_data)

                stage.append(stage_item)

        _kind = d.pop("kind", UNSET)
        kind: list[CaseKind] | Unset = UNSET
        if _kind is not UNSET:
            kind = []
            for kind_item_data in _kind:
                kind_item = CaseKind(kind_item_data)

                kind.append(kind_item)

        _severity = d.pop("severity", UNSET)
        severity: list[Severity] | Unset = UNSET
        if _severity is not UNSET:
            severity = []
            for severity_item_data in _severity:
                severity_item = Severity(severity_item_data)

                severity.append(severity_item)

        category = d.pop("category", UNSET)

        institution = d.pop("institution", UNSET)

        place = d.pop("place", UNSET)

        assignee = d.pop("assignee", UNSET)

        def _parse_overdue(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        overdue = _parse_overdue(d.pop("overdue", UNSET))

        _opened_from = d.pop("opened_from", UNSET)
        opened_from: datetime.date | Unset
        if isinstance(_opened_from, Unset):
            opened_from = UNSET
        else:
            opened_from = datetime.date.fromisoformat(_opened_from)

        _opened_to = d.pop("opened_to", UNSET)
        opened_to: datetime.date | Unset
        if isinstance(_opened_to, Unset):
            opened_to = UNSET
        else:
            opened_to = datetime.date.fromisoformat(_opened_to)

        owner = d.pop("owner", UNSET)

        tag = d.pop("tag", UNSET)

        search = d.pop("search", UNSET)

        case_query_request = cls(
            state=state,
            stage=stage,
            kind=kind,
            severity=severity,
            category=category,
            institution=institution,
            place=place,
            assignee=assignee,
            overdue=overdue,
            opened_from=opened_from,
            opened_to=opened_to,
            owner=owner,
            tag=tag,
            search=search,
        )

        case_query_request.additional_properties = d
        return case_query_request

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
