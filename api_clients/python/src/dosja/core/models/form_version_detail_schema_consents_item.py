from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_version_detail_schema_consents_item_hint import FormVersionDetailSchemaConsentsItemHint
    from ..models.form_version_detail_schema_consents_item_hints import (
        FormVersionDetailSchemaConsentsItemHints,
    )
    from ..models.form_version_detail_schema_consents_item_text import FormVersionDetailSchemaConsentsItemText


T = TypeVar("T", bound="FormVersionDetailSchemaConsentsItem")


@_attrs_define
class FormVersionDetailSchemaConsentsItem:
    """
    Attributes:
        purpose (str): processing, referral, publication
        version (str):
        text (FormVersionDetailSchemaConsentsItemText):
        hint (FormVersionDetailSchemaConsentsItemHint | Unset):
        hints (FormVersionDetailSchemaConsentsItemHints | Unset):
        required (bool | Unset):
    """

    purpose: str
    version: str
    text: FormVersionDetailSchemaConsentsItemText
    hint: FormVersionDetailSchemaConsentsItemHint | Unset = UNSET
    hints: FormVersionDetailSchemaConsentsItemHints | Unset = UNSET
    required: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        purpose = self.purpose

        version = self.version

        text = self.text.to_dict()

        hint: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hint, Unset):
            hint = self.hint.to_dict()

        hints: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hints, Unset):
            hints = self.hints.to_dict()

        required = self.required

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "purpose": purpose,
                "version": version,
                "text": text,
            }
        )
        if hint is not UNSET:
            field_dict["hint"] = hint
        if hints is not UNSET:
            field_dict["hints"] = hints
        if required is not UNSET:
            field_dict["required"] = required

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.form_version_detail_schema_consents_item_hint import (
            FormVersionDetailSchemaConsentsItemHint,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_consents_item_hints import (
            FormVersionDetailSchemaConsentsItemHints,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_consents_item_text import (
            FormVersionDetailSchemaConsentsItemText,  # noqa: PLC0415
        )

        d = dict(src_dict)
        purpose = d.pop("purpose")

        version = d.pop("version")

        text = FormVersionDetailSchemaConsentsItemText.from_dict(d.pop("text"))

        _hint = d.pop("hint", UNSET)
        hint: FormVersionDetailSchemaConsentsItemHint | Unset
        if isinstance(_hint, Unset):
            hint = UNSET
        else:
            hint = FormVersionDetailSchemaConsentsItemHint.from_dict(_hint)

        _hints = d.pop("hints", UNSET)
        hints: FormVersionDetailSchemaConsentsItemHints | Unset
        if isinstance(_hints, Unset):
            hints = UNSET
        else:
            hints = FormVersionDetailSchemaConsentsItemHints.from_dict(_hints)

        required = d.pop("required", UNSET)

        form_version_detail_schema_consents_item = cls(
            purpose=purpose,
            version=version,
            text=text,
            hint=hint,
            hints=hints,
            required=required,
        )

        form_version_detail_schema_consents_item.additional_properties = d
        return form_version_detail_schema_consents_item

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
