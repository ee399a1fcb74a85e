from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_version_detail_schema_sections_item_intro import (
        FormVersionDetailSchemaSectionsItemIntro,
    )
    from ..models.form_version_detail_schema_sections_item_notes_item import (
        FormVersionDetailSchemaSectionsItemNotesItem,
    )
    from ..models.form_version_detail_schema_sections_item_questions_item import (
        FormVersionDetailSchemaSectionsItemQuestionsItem,
    )
    from ..models.form_version_detail_schema_sections_item_title import (
        FormVersionDetailSchemaSectionsItemTitle,
    )
    from ..models.form_version_detail_schema_sections_item_when import FormVersionDetailSchemaSectionsItemWhen


T = TypeVar("T", bound="FormVersionDetailSchemaSectionsItem")


@_attrs_define
class FormVersionDetailSchemaSectionsItem:
    """
    Attributes:
        name (str):
        title (FormVersionDetailSchemaSectionsItemTitle):
        questions (list[FormVersionDetailSchemaSectionsItemQuestionsItem]):
        intro (FormVersionDetailSchemaSectionsItemIntro | Unset):
        notes (list[FormVersionDetailSchemaSectionsItemNotesItem] | Unset):
        when (FormVersionDetailSchemaSectionsItemWhen | Unset):
    """

    name: str
    title: FormVersionDetailSchemaSectionsItemTitle
    questions: list[FormVersionDetailSchemaSectionsItemQuestionsItem]
    intro: FormVersionDetailSchemaSectionsItemIntro | Unset = UNSET
    notes: list[FormVersionDetailSchemaSectionsItemNotesItem] | Unset = UNSET
    when: FormVersionDetailSchemaSectionsItemWhen | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title.to_dict()

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        intro: dict[str, Any] | Unset = UNSET
        if not isinstance(self.intro, Unset):
            intro = self.intro.to_dict()

        notes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.notes, Unset):
            notes = []
            for notes_item_data in self.notes:
                notes_item = notes_item_data.to_dict()
                notes.append(notes_item)

        when: dict[str, Any] | Unset = UNSET
        if not isinstance(self.when, Unset):
            when = self.when.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "questions": questions,
            }
        )
        if intro is not UNSET:
            field_dict["intro"] = intro
        if notes is not UNSET:
            field_dict["notes"] = notes
        if when is not UNSET:
            field_dict["when"] = when

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.form_version_detail_schema_sections_item_intro import (
            FormVersionDetailSchemaSectionsItemIntro,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_notes_item import (
            FormVersionDetailSchemaSectionsItemNotesItem,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_questions_item import (
            FormVersionDetailSchemaSectionsItemQuestionsItem,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_title import (
            FormVersionDetailSchemaSectionsItemTitle,  # noqa: PLC0415
        )
        from ..models.form_version_detail_schema_sections_item_when import (
            FormVersionDetailSchemaSectionsItemWhen,  # noqa: PLC0415
        )

        d = dict(src_dict)
        name = d.pop("name")

        title = FormVersionDetailSchemaSectionsItemTitle.from_dict(d.pop("title"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = FormVersionDetailSchemaSectionsItemQuestionsItem.from_dict(questions_item_data)

            questions.append(questions_item)

        _intro = d.pop("intro", UNSET)
        intro: FormVersionDetailSchemaSectionsItemIntro | Unset
        if isinstance(_intro, Unset):
            intro = UNSET
        else:
            intro = FormVersionDetailSchemaSectionsItemIntro.from_dict(_intro)

        _notes = d.pop("notes", UNSET)
        notes: list[FormVersionDetailSchemaSectionsItemNotesItem] | Unset = UNSET
        if _notes is not UNSET:
            notes = []
            for notes_item_data in _notes:
                notes_item = FormVersionDetailSchemaSectionsItemNotesItem.from_dict(notes_item_data)

                notes.append(notes_item)

        _when = d.pop("when", UNSET)
        when: FormVersionDetailSchemaSectionsItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = FormVersionDetailSchemaSectionsItemWhen.from_dict(_when)

        form_version_detail_schema_sections_item = cls(
            name=name,
            title=title,
            questions=questions,
            intro=intro,
            notes=notes,
            when=when,
        )

        form_version_detail_schema_sections_item.additional_properties = d
        return form_version_detail_schema_sections_item

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
