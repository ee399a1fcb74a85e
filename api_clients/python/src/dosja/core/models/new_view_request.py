from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_column import CaseColumn
from ..models.case_order import CaseOrder
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.case_query_request import CaseQueryRequest


T = TypeVar("T", bound="NewViewRequest")


@_attrs_define
class NewViewRequest:
    """A view to keep.

    Attributes:
        name (str):
        filters (CaseQueryRequest): How a list or count of cases is narrowed. Repeat `state`, `stage`, `kind`,
            `severity` for several.
        partner (None | str | Unset): Slug of the partner to share it in; null: yours.
        columns (list[CaseColumn] | Unset):
        ordering (CaseOrder | Unset): * `-opened_at` - -opened_at
            * `opened_at` - opened_at
            * `due_at` - due_at
            * `-due_at` - -due_at Default: CaseOrder.OPENED_AT_DESCENDING.
        board (bool | Unset): Shown as a board by stage. Default: False.
    """

    name: str
    filters: CaseQueryRequest
    partner: None | str | Unset = UNSET
    columns: list[CaseColumn] | Unset = UNSET
    ordering: CaseOrder | Unset = CaseOrder.OPENED_AT_DESCENDING
    board: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        filters = self.filters.to_dict()

        partner: None | str | Unset
        if isinstance(self.partner, Unset):
            partner = UNSET
        else:
            partner = self.partner

        columns: list[str] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = []
            for columns_item_data in self.columns:
                columns_item = columns_item_data.value
                columns.append(columns_item)

        ordering: str | Unset = UNSET
        if not isinstance(self.ordering, Unset):
            ordering = self.ordering.value

        board = self.board

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "filters": filters,
            }
        )
        if partner is not UNSET:
            field_dict["partner"] = partner
        if columns is not UNSET:
            field_dict["columns"] = columns
        if ordering is not UNSET:
            field_dict["ordering"] = ordering
        if board is not UNSET:
            field_dict["board"] = board

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_query_request import CaseQueryRequest  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        filters = CaseQueryRequest.from_dict(d.pop("filters"))

        def _parse_partner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        partner = _parse_partner(d.pop("partner", UNSET))

        _columns = d.pop("columns", UNSET)
        columns: list[CaseColumn] | Unset = UNSET
        if _columns is not UNSET:
            columns = []
            for columns_item_data in _columns:
                columns_item = CaseColumn(columns_item_data)

                columns.append(columns_item)

        _ordering = d.pop("ordering", UNSET)
        ordering: CaseOrder | Unset
        if isinstance(_ordering, Unset):
            ordering = UNSET
        else:
            ordering = CaseOrder(_ordering)

        board = d.pop("board", UNSET)

        new_view_request = cls(
            name=name,
            filters=filters,
            partner=partner,
            columns=columns,
            ordering=ordering,
            board=board,
        )

        new_view_request.additional_properties = d
        return new_view_request

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
