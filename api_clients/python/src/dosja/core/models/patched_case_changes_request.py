from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.severity import Severity
from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchedCaseChangesRequest")


@_attrs_define
class PatchedCaseChangesRequest:
    """What may be corrected on a case; send only what changes.

    Attributes:
        kind (CaseKind | Unset): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        severity (Severity | Unset): * `1` - Low
            * `2` - Normal
            * `3` - High
            * `4` - Urgent: life, health or liberty
        category (None | str | Unset):
        institution (None | str | Unset):
        place (None | str | Unset):
        summary (str | Unset): Your own words, without names: it is searched.
    """

    kind: CaseKind | Unset = UNSET
    severity: Severity | Unset = UNSET
    category: None | str | Unset = UNSET
    institution: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    summary: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        severity: int | Unset = UNSET
        if not isinstance(self.severity, Unset):
            severity = self.severity.value

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        else:
            institution = self.institution

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        summary = self.summary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
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
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _kind = d.pop("kind", UNSET)
        kind: CaseKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = CaseKind(_kind)

        _severity = d.pop("severity", UNSET)
        severity: Severity | Unset
        if isinstance(_severity, Unset):
            severity = UNSET
        else:
            severity = Severity(_severity)

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_institution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        summary = d.pop("summary", UNSET)

        patched_case_changes_request = cls(
            kind=kind,
            severity=severity,
            category=category,
            institution=institution,
            place=place,
            summary=summary,
        )

        patched_case_changes_request.additional_properties = d
        return patched_case_changes_request

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
