from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_version_detail_schema_sections_item_notes_item_text import (
        FormVersionDetailSchemaSectionsItemNotesItemText,
    )
    from ..models.form_version_detail_schema_sections_item_notes_item_when import (
        FormVersionDetailSchemaSectionsItemNotesItemWhen,
    )


T = TypeVar("T", bound="FormVersionDetailSchemaSectionsItemNotesItem")


@_attrs_define
class FormVersionDetailSchemaSectionsItemNotesItem:
    """
    Attributes:
        text (FormVersionDetailSchemaSectionsItemNotesItemText):
        when (FormVersionDetailSchemaSectionsItemNotesItemWhen | Unset):
    """

    text: FormVersionDetailSchemaSectionsItemNotesItemText
    when: FormVersionDetailSchemaSectionsItemNotesItemWhen | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text.to_dict()

        when: dict[str, Any] | Unset = UNSET
        if not isinstance(self.when, Unset):
            when = self.when.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
            }
        )
        if when is not UNSET:
            field_dict["when"] = when

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.form_version_detail_schema_sections_item_notes_item_text import (
            FormVersionDetailSchemaSectionsItemNotesItemText,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_notes_item_when import (
            FormVersionDetailSchemaSectionsItemNotesItemWhen,  # noqa: PLC0415
        )

        d = dict(src_dict)
        text = FormVersionDetailSchemaSectionsItemNotesItemText.from_dict(d.pop("text"))

        _when = d.pop("when", UNSET)
        when: FormVersionDetailSchemaSectionsItemNotesItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = FormVersionDetailSchemaSectionsItemNotesItemWhen.from_dict(_when)

        form_version_detail_schema_sections_item_notes_item = cls(
            text=text,
            when=when,
        )

        form_version_detail_schema_sections_item_notes_item.additional_properties = d
        return form_version_detail_schema_sections_item_notes_item

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
