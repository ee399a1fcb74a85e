from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_column import CaseColumn
from ..models.case_order import CaseOrder
from ..models.export_format import ExportFormat
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.case_query_request import CaseQueryRequest


T = TypeVar("T", bound="NewExportRequest")


@_attrs_define
class NewExportRequest:
    """Which cases are to leave, in which order and form.

    Attributes:
        format_ (ExportFormat): * `csv` - csv
            * `xlsx` - xlsx
            * `jsonl` - jsonl
        columns (list[CaseColumn] | Unset): Left out: all of them.
        filters (CaseQueryRequest | Unset): How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`,
            `severity` for several.
        ordering (CaseOrder | Unset): * `-opened_at` - -opened_at
            * `opened_at` - opened_at
            * `due_at` - due_at
            * `-due_at` - -due_at Default: CaseOrder.OPENED_AT_DESCENDING.
    """

    format_: ExportFormat
    columns: list[CaseColumn] | Unset = UNSET
    filters: CaseQueryRequest | Unset = UNSET
    ordering: CaseOrder | Unset = CaseOrder.OPENED_AT_DESCENDING
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        format_ = self.format_.value

        columns: list[str] | Unset = UNSET
        if not isinstance(self.columns, Unset):
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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "format": format_,
            }
        )
        if columns is not UNSET:
            field_dict["columns"] = columns
        if filters is not UNSET:
            field_dict["filters"] = filters
        if ordering is not UNSET:
            field_dict["ordering"] = ordering

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_query_request import CaseQueryRequest  # noqa: PLC0415

        d = dict(src_dict)
        format_ = ExportFormat(d.pop("format"))

        _columns = d.pop("columns", UNSET)
        columns: list[CaseColumn] | Unset = UNSET
        if _columns is not UNSET:
            columns = []
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

        new_export_request = cls(
            format_=format_,
            columns=columns,
            filters=filters,
            ordering=ordering,
        )

        new_export_request.additional_properties = d
        return new_export_request

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
