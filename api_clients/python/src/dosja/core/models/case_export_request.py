from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_column import CaseColumn
from ..models.case_order import CaseOrder
from ..models.export_format import ExportFormat
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.case_query_request import CaseQueryRequest


T = TypeVar("T", bound="CaseExportRequest")


@_attrs_define
class CaseExportRequest:
    """What is to leave. With `cases`, of the list only these.

    Attributes:
        format_ (ExportFormat): * `csv` - csv
            * `xlsx` - xlsx
            * `jsonl` - jsonl
        columns (list[CaseColumn]):
        filters (CaseQueryRequest | Unset): How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`,
            `severity` for several.
        ordering (CaseOrder | Unset): * `-opened_at` - -opened_at
            * `opened_at` - opened_at
            * `due_at` - due_at
            * `-due_at` - -due_at Default: CaseOrder.OPENED_AT_DESCENDING.
        cases (list[UUID] | Unset):
    """

    format_: ExportFormat
    columns: list[CaseColumn]
    filters: CaseQueryRequest | Unset = UNSET
    ordering: CaseOrder | Unset = CaseOrder.OPENED_AT_DESCENDING
    cases: list[UUID] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_.value

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.value
            columns.append(columns_item)

        filters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filters, Unset):
            filters = self.filters.to_dict()

        ordering: str | Unset = UNSET
        if not isinstance(self.ordering, Unset):
            ordering = self.ordering.value

        cases: list[str] | Unset = UNSET
        if not isinstance(self.cases, Unset):
            cases = []
            for cases_item_data in self.cases:
                cases_item = str(cases_item_data)
                cases.append(cases_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "format": format_,
                "columns": columns,
            }
        )
        if filters is not UNSET:
            field_dict["filters"] = filters
        if ordering is not UNSET:
            field_dict["ordering"] = ordering
        if cases is not UNSET:
            field_dict["cases"] = cases

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_query_request import CaseQueryRequest  # noqa: PLC0415

        d = dict(src_dict)
        format_ = ExportFormat(d.pop("format"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = CaseColumn(columns_item_data)

            columns.append(columns_item)

        _filters = d.pop("filters", UNSET)
        filters: CaseQueryRequest | Unset
        if isinstance(_filters, Unset):
            filters = UNSET
        else:
            filters = CaseQueryRequest.from_dict(_filters)

        _ordering = d.pop("ordering", UNSET)
        ordering: CaseOrder | Unset
        if isinstance(_ordering, Unset):
            ordering = UNSET
        else:
            ordering = CaseOrder(_ordering)

        _cases = d.pop("cases", UNSET)
        cases: list[UUID] | Unset = UNSET
        if _cases is not UNSET:
            cases = []
            for cases_item_data in _cases:
                cases_item = UUID(cases_item_data)

                cases.append(cases_item)

        case_export_request = cls(
            format_=format_,
            columns=columns,
            filters=filters,
            ordering=ordering,
            cases=cases,
        )

        case_export_request.additional_properties = d
        return case_export_request

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
