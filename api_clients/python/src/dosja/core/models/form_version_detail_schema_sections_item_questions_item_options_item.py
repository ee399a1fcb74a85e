from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_version_detail_schema_sections_item_questions_item_options_item_hint import (
        FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from ..models.form_version_detail_schema_sections_item_questions_item_options_item_label import (
        FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )


T = TypeVar("T", bound="FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItem")


@_attrs_define
class FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItem:
    """
    Attributes:
        value (str):
        label (FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel):
        hint (FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint | Unset):
    """

    value: str
    label: FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel
    hint: FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint | Unset = UNSET
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
        from ..models.form_version_detail_schema_sections_item_questions_item_options_item_hint import (
            FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_questions_item_options_item_label import (
            FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel,  # noqa: PLC0415
        )

        d = dict(src_dict)
        value = d.pop("value")

        label = FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel.from_dict(d.pop("label"))

        _hint = d.pop("hint", UNSET)
        hint: FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint | Unset
        if isinstance(_hint, Unset):
            hint = UNSET
        else:
            hint = FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint.from_dict(_hint)

        form_version_detail_schema_sections_item_questions_item_options_item = cls(
            value=value,
            label=label,
            hint=hint,
        )

        form_version_detail_schema_sections_item_questions_item_options_item.additional_properties = d
        return form_version_detail_schema_sections_item_questions_item_options_item

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
