from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_day_order import ImportDayOrder
from ..models.import_field import ImportField

if TYPE_CHECKING:
    from ..models.import_meaning import ImportMeaning


T = TypeVar("T", bound="ImportMappedColumn")


@_attrs_define
class ImportMappedColumn:
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
        order (ImportDayOrder | None):
        prefix (str):
        meanings (list[ImportMeaning]):
    """

    column: int
    field: ImportField
    order: ImportDayOrder | None
    prefix: str
    meanings: list[ImportMeaning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        field = self.field.value

        order: None | str
        if isinstance(self.order, ImportDayOrder):
            order = self.order.value
        else:
            order = self.order

        prefix = self.prefix

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
                "order": order,
                "prefix": prefix,
                "meanings": meanings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_meaning import ImportMeaning  # noqa: PLC0415

        d = dict(src_dict)
        column = d.pop("column")

        field = ImportField(d.pop("field"))

        def _parse_order(data: object) -> ImportDayOrder | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_type_0 = ImportDayOrder(data)

                return order_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportDayOrder | None, data)

        order = _parse_order(d.pop("order"))

        prefix = d.pop("prefix")

        meanings = []
        _meanings = d.pop("meanings")
        for meanings_item_data in _meanings:
            meanings_item = ImportMeaning.from_dict(meanings_item_data)

            meanings.append(meanings_item)

        import_mapped_column = cls(
            column=column,
            field=field,
            order=order,
            prefix=prefix,
            meanings=meanings,
        )

        import_mapped_column.additional_properties = d
        return import_mapped_column

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
