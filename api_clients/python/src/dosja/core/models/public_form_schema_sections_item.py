from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.public_form_schema_sections_item_intro import PublicFormSchemaSectionsItemIntro
    from ..models.public_form_schema_sections_item_notes_item import PublicFormSchemaSectionsItemNotesItem
    from ..models.public_form_schema_sections_item_questions_item import (
        PublicFormSchemaSectionsItemQuestionsItem,
    )
    from ..models.public_form_schema_sections_item_title import PublicFormSchemaSectionsItemTitle
    from ..models.public_form_schema_sections_item_when import PublicFormSchemaSectionsItemWhen


T = TypeVar("T", bound="PublicFormSchemaSectionsItem")


@_attrs_define
class PublicFormSchemaSectionsItem:
    """
    Attributes:
        name (str):
        title (PublicFormSchemaSectionsItemTitle):
        questions (list[PublicFormSchemaSectionsItemQuestionsItem]):
        intro (PublicFormSchemaSectionsItemIntro | Unset):
        notes (list[PublicFormSchemaSectionsItemNotesItem] | Unset):
        when (PublicFormSchemaSectionsItemWhen | Unset):
    """

    name: str
    title: PublicFormSchemaSectionsItemTitle
    questions: list[PublicFormSchemaSectionsItemQuestionsItem]
    intro: PublicFormSchemaSectionsItemIntro | Unset = UNSET
    notes: list[PublicFormSchemaSectionsItemNotesItem] | Unset = UNSET
    when: PublicFormSchemaSectionsItemWhen | Unset = UNSET
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
        from ..models.public_form_schema_sections_item_intro import PublicFormSchemaSectionsItemIntro  # noqa: PLC0415
        from ..models.public_form_schema_sections_item_notes_item import PublicFormSchemaSectionsItemNotesItem  # noqa: PLC0415
        from ..models.public_form_schema_sections_item_questions_item import (
            PublicFormSchemaSectionsItemQuestionsItem,  # noqa: PLC0415
        )
        from ..models.public_form_schema_sections_item_title import PublicFormSchemaSectionsItemTitle  # noqa: PLC0415
        from ..models.public_form_schema_sections_item_when import PublicFormSchemaSectionsItemWhen  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        title = PublicFormSchemaSectionsItemTitle.from_dict(d.pop("title"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = PublicFormSchemaSectionsItemQuestionsItem.from_dict(questions_item_data)

            questions.append(questions_item)

        _intro = d.pop("intro", UNSET)
        intro: PublicFormSchemaSectionsItemIntro | Unset
        if isinstance(_intro, Unset):
            intro = UNSET
        else:
            intro = PublicFormSchemaSectionsItemIntro.from_dict(_intro)

        _notes = d.pop("notes", UNSET)
        notes: list[PublicFormSchemaSectionsItemNotesItem] | Unset = UNSET
        if _notes is not UNSET:
            notes = []
            for notes_item_data in _notes:
                notes_item = PublicFormSchemaSectionsItemNotesItem.from_dict(notes_item_data)

                notes.append(notes_item)

        _when = d.pop("when", UNSET)
        when: PublicFormSchemaSectionsItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = PublicFormSchemaSectionsItemWhen.from_dict(_when)

        public_form_schema_sections_item = cls(
            name=name,
            title=title,
            questions=questions,
            intro=intro,
            notes=notes,
            when=when,
        )

        public_form_schema_sections_item.additional_properties = d
        return public_form_schema_sections_item

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
