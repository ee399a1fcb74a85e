from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_day_order import ImportDayOrder
from ..models.import_field import ImportField

T = TypeVar("T", bound="ImportColumn")


@_attrs_define
class ImportColumn:
    """A column of the file, with its first cells.

    Attributes:
        column (int):
        name (str):
        samples (list[str]):
        filled (int): In how many rows something stands.
        has_values (bool): Few enough different values to give each a meaning.
        suggestion (ImportField | None):
        order (ImportDayOrder | None):
    """

    column: int
    name: str
    samples: list[str]
    filled: int
    has_values: bool
    suggestion: ImportField | None
    order: ImportDayOrder | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        name = self.name

        samples = self.samples

        filled = self.filled

        has_values = self.has_values

        suggestion: None | str
        if isinstance(self.suggestion, ImportField):
            suggestion = self.suggestion.value
        else:
            suggestion = self.suggestion

        order: None | str
        if isinstance(self.order, ImportDayOrder):
            order = self.order.value
        else:
            order = self.order

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "column": column,
                "name": name,
                "samples": samples,
                "filled": filled,
                "has_values": has_values,
                "suggestion": suggestion,
                "order": order,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        name = d.pop("name")

        samples = cast(list[str], d.pop("samples"))

        filled = d.pop("filled")

        has_values = d.pop("has_values")

        def _parse_suggestion(data: object) -> ImportField | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                suggestion_type_0 = ImportField(data)

                return suggestion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportField | None, data)

        suggestion = _parse_suggestion(d.pop("suggestion"))

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

        import_column = cls(
            column=column,
            name=name,
            samples=samples,
            filled=filled,
            has_values=has_values,
            suggestion=suggestion,
            order=order,
        )

        import_column.additional_properties = d
        return import_column

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
