from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_field import ImportField

T = TypeVar("T", bound="ImportConstant")


@_attrs_define
class ImportConstant:
    """The same for all rows in which nothing else stands.

    Attributes:
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
        value (str):
    """

    field: ImportField
    value: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field.value

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field = ImportField(d.pop("field"))

        value = d.pop("value")

        import_constant = cls(
            field=field,
            value=value,
        )

        import_constant.additional_properties = d
        return import_constant

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
