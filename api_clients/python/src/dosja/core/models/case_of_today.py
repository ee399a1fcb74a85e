from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.severity import Severity

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="CaseOfToday")


@_attrs_define
class CaseOfToday:
    """The case, with what one knows it by.

    Attributes:
        id (UUID):
        reference (str):
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        severity (Severity): * `1` - Low
            * `2` - Normal
            * `3` - High
            * `4` - Urgent: life, health or liberty
        category (Entry | None):
        summary (str): The partner's own words; may be empty.
    """

    id: UUID
    reference: str
    kind: CaseKind
    severity: Severity
    category: Entry | None
    summary: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        reference = self.reference

        kind = self.kind.value

        severity = self.severity.value

        category: dict[str, Any] | None
        if isinstance(self.category, Entry):
            category = self.category.to_dict()
        else:
            category = self.category

        summary = self.summary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "kind": kind,
                "severity": severity,
                "category": category,
                "summary": summary,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        kind = CaseKind(d.pop("kind"))

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

        summary = d.pop("summary")

        case_of_today = cls(
            id=id,
            reference=reference,
            kind=kind,
            severity=severity,
            category=category,
            summary=summary,
        )

        case_of_today.additional_properties = d
        return case_of_today

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
