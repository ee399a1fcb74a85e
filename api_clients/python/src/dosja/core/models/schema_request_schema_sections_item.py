from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.schema_request_schema_sections_item_intro import SchemaRequestSchemaSectionsItemIntro
    from ..models.schema_request_schema_sections_item_notes_item import (
        SchemaRequestSchemaSectionsItemNotesItem,
    )
    from ..models.schema_request_schema_sections_item_questions_item import (
        SchemaRequestSchemaSectionsItemQuestionsItem,
    )
    from ..models.schema_request_schema_sections_item_title import SchemaRequestSchemaSectionsItemTitle
    from ..models.schema_request_schema_sections_item_when import SchemaRequestSchemaSectionsItemWhen


T = TypeVar("T", bound="SchemaRequestSchemaSectionsItem")


@_attrs_define
class SchemaRequestSchemaSectionsItem:
    """
    Attributes:
        name (str):
        title (SchemaRequestSchemaSectionsItemTitle):
        questions (list[SchemaRequestSchemaSectionsItemQuestionsItem]):
        intro (SchemaRequestSchemaSectionsItemIntro | Unset):
        notes (list[SchemaRequestSchemaSectionsItemNotesItem] | Unset):
        when (SchemaRequestSchemaSectionsItemWhen | Unset):
    """

    name: str
    title: SchemaRequestSchemaSectionsItemTitle
    questions: list[SchemaRequestSchemaSectionsItemQuestionsItem]
    intro: SchemaRequestSchemaSectionsItemIntro | Unset = UNSET
    notes: list[SchemaRequestSchemaSectionsItemNotesItem] | Unset = UNSET
    when: SchemaRequestSchemaSectionsItemWhen | Unset = UNSET
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
        from ..models.schema_request_schema_sections_item_intro import SchemaRequestSchemaSectionsItemIntro  # noqa: PLC0415
        from ..models.schema_request_schema_sections_item_notes_item import (
            SchemaRequestSchemaSectionsItemNotesItem,  # noqa: PLC0415
        )
        from ..models.schema_request_schema_sections_item_questions_item import (
            SchemaRequestSchemaSectionsItemQuestionsItem,  # noqa: PLC0415
        )
        from ..models.schema_request_schema_sections_item_title import SchemaRequestSchemaSectionsItemTitle  # noqa: PLC0415
        from ..models.schema_request_schema_sections_item_when import SchemaRequestSchemaSectionsItemWhen  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        title = SchemaRequestSchemaSectionsItemTitle.from_dict(d.pop("title"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = SchemaRequestSchemaSectionsItemQuestionsItem.from_dict(questions_item_data)

            questions.append(questions_item)

        _intro = d.pop("intro", UNSET)
        intro: SchemaRequestSchemaSectionsItemIntro | Unset
        if isinstance(_intro, Unset):
            intro = UNSET
        else:
            intro = SchemaRequestSchemaSectionsItemIntro.from_dict(_intro)

        _notes = d.pop("notes", UNSET)
        notes: list[SchemaRequestSchemaSectionsItemNotesItem] | Unset = UNSET
        if _notes is not UNSET:
            notes = []
            for notes_item_data in _notes:
                notes_item = SchemaRequestSchemaSectionsItemNotesItem.from_dict(notes_item_data)

                notes.append(notes_item)

        _when = d.pop("when", UNSET)
        when: SchemaRequestSchemaSectionsItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = SchemaRequestSchemaSectionsItemWhen.from_dict(_when)

        schema_request_schema_sections_item = cls(
            name=name,
            title=title,
            questions=questions,
            intro=intro,
            notes=notes,
            when=when,
        )

        schema_request_schema_sections_item.additional_properties = d
        return schema_request_schema_sections_item

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
