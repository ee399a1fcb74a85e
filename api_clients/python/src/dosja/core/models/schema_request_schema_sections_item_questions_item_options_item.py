from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.schema_request_schema_sections_item_questions_item_options_item_hint import (
        SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from ..models.schema_request_schema_sections_item_questions_item_options_item_label import (
        SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )


T = TypeVar("T", bound="SchemaRequestSchemaSectionsItemQuestionsItemOptionsItem")


@_attrs_define
class SchemaRequestSchemaSectionsItemQuestionsItemOptionsItem:
    """
    Attributes:
        value (str):
        label (SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel):
        hint (SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint | Unset):
    """

    value: str
    label: SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel
    hint: SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        label = self.label.to_dict()

        hint: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hint, Unset):
            hint = self.hint.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "value": value,
                "label": label,
            }
        )
        if hint is not UNSET:
            field_dict["hint"] = hint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.schema_request_schema_sections_item_questions_item_options_item_hint import (
            SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint,  # noqa: PLC0415
        )
        from ..models.schema_request_schema_sections_item_questions_item_options_item_label import (
            SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel,  # noqa: PLC0415
        )

        d = dict(src_dict)
        value = d.pop("value")

        label = SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel.from_dict(d.pop("label"))

        _hint = d.pop("hint", UNSET)
        hint: SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint | Unset
        if isinstance(_hint, Unset):
            hint = UNSET
        else:
            hint = SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint.from_dict(_hint)

        schema_request_schema_sections_item_questions_item_options_item = cls(
            value=value,
            label=label,
            hint=hint,
        )

        schema_request_schema_sections_item_questions_item_options_item.additional_properties = d
        return schema_request_schema_sections_item_questions_item_options_item

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
