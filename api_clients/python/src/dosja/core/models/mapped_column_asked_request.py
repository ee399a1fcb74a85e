from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_day_order import ImportDayOrder
from ..models.import_field import ImportField
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.meaning_asked_request import MeaningAskedRequest


T = TypeVar("T", bound="MappedColumnAskedRequest")


@_attrs_define
class MappedColumnAskedRequest:
    """What a column is.

    Attributes:
        column (int):
        field (ImportField): * `external_id` - Number in the old file, by which a row is known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given
        order (ImportDayOrder | Unset): * `dmy` - dmy
            * `mdy` - mdy
            * `ymd` - ymd
        prefix (str | Unset): Of `external_id`: put before each number, where numbers begin anew in every file.
        meanings (list[MeaningAskedRequest] | Unset):
    """

    column: int
    field: ImportField
    order: ImportDayOrder | Unset = UNSET
    prefix: str | Unset = UNSET
    meanings: list[MeaningAskedRequest] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        field = self.field.value

        order: str | Unset = UNSET
        if not isinstance(self.order, Unset):
            order = self.order.value

        prefix = self.prefix

        meanings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.meanings, Unset):
            meanings = []
            for meanings_item_data in self.meanings:
                meanings_item = meanings_item_data.to_dict()
                meanings.append(meanings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "column": column,
                "field": field,
            }
        )
        if order is not UNSET:
            field_dict["order"] = order
        if prefix is not UNSET:
            field_dict["prefix"] = prefix
        if meanings is not UNSET:
            field_dict["meanings"] = meanings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.meaning_asked_request import MeaningAskedRequest  # noqa: PLC0415

        d = dict(src_dict)
        column = d.pop("column")

        field = ImportField(d.pop("field"))

        _order = d.pop("order", UNSET)
        order: ImportDayOrder | Unset
        if isinstance(_order, Unset):
            order = UNSET
        else:
            order = ImportDayOrder(_order)

        prefix = d.pop("prefix", UNSET)

        _meanings = d.pop("meanings", UNSET)
        meanings: list[MeaningAskedRequest] | Unset = UNSET
        if _meanings is not UNSET:
            meanings = []
            for meanings_item_data in _meanings:
                meanings_item = MeaningAskedRequest.from_dict(meanings_item_data)

                meanings.append(meanings_item)

        mapped_column_asked_request = cls(
            column=column,
            field=field,
            order=order,
            prefix=prefix,
            meanings=meanings,
        )

        mapped_column_asked_request.additional_properties = d
        return mapped_column_asked_request

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
