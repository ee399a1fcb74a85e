from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.page_wanted_request_schema_sections_item_intro import (
        PageWantedRequestSchemaSectionsItemIntro,
    )
    from ..models.page_wanted_request_schema_sections_item_notes_item import (
        PageWantedRequestSchemaSectionsItemNotesItem,
    )
    from ..models.page_wanted_request_schema_sections_item_questions_item import (
        PageWantedRequestSchemaSectionsItemQuestionsItem,
    )
    from ..models.page_wanted_request_schema_sections_item_title import (
        PageWantedRequestSchemaSectionsItemTitle,
    )
    from ..models.page_wanted_request_schema_sections_item_when import PageWantedRequestSchemaSectionsItemWhen


T = TypeVar("T", bound="PageWantedRequestSchemaSectionsItem")


@_attrs_define
class PageWantedRequestSchemaSectionsItem:
    """
    Attributes:
        name (str):
        title (PageWantedRequestSchemaSectionsItemTitle):
        questions (list[PageWantedRequestSchemaSectionsItemQuestionsItem]):
        intro (PageWantedRequestSchemaSectionsItemIntro | Unset):
        notes (list[PageWantedRequestSchemaSectionsItemNotesItem] | Unset):
        when (PageWantedRequestSchemaSectionsItemWhen | Unset):
    """

    name: str
    title: PageWantedRequestSchemaSectionsItemTitle
    questions: list[PageWantedRequestSchemaSectionsItemQuestionsItem]
    intro: PageWantedRequestSchemaSectionsItemIntro | Unset = UNSET
    notes: list[PageWantedRequestSchemaSectionsItemNotesItem] | Unset = UNSET
    when: PageWantedRequestSchemaSectionsItemWhen | Unset = UNSET
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
        from ..models.page_wanted_request_schema_sections_item_intro import (
            PageWantedRequestSchemaSectionsItemIntro,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_notes_item import (
            PageWantedRequestSchemaSectionsItemNotesItem,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_questions_item import (
            PageWantedRequestSchemaSectionsItemQuestionsItem,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_title import (
            PageWantedRequestSchemaSectionsItemTitle,  # noqa: PLC0415
        )
        from ..models.page_wanted_request_schema_sections_item_when import (
            PageWantedRequestSchemaSectionsItemWhen,  # noqa: PLC0415
        )

        d = dict(src_dict)
        name = d.pop("name")

        title = PageWantedRequestSchemaSectionsItemTitle.from_dict(d.pop("title"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = PageWantedRequestSchemaSectionsItemQuestionsItem.from_dict(questions_item_data)

            questions.append(questions_item)

        _intro = d.pop("intro", UNSET)
        intro: PageWantedRequestSchemaSectionsItemIntro | Unset
        if isinstance(_intro, Unset):
            intro = UNSET
        else:
            intro = PageWantedRequestSchemaSectionsItemIntro.from_dict(_intro)

        _notes = d.pop("notes", UNSET)
        notes: list[PageWantedRequestSchemaSectionsItemNotesItem] | Unset = UNSET
        if _notes is not UNSET:
            notes = []
            for notes_item_data in _notes:
                notes_item = PageWantedRequestSchemaSectionsItemNotesItem.from_dict(notes_item_data)

                notes.append(notes_item)

        _when = d.pop("when", UNSET)
        when: PageWantedRequestSchemaSectionsItemWhen | Unset
        if isinstance(_when, Unset):
            when = UNSET
        else:
            when = PageWantedRequestSchemaSectionsItemWhen.from_dict(_when)

        page_wanted_request_schema_sections_item = cls(
            name=name,
            title=title,
            questions=questions,
            intro=intro,
            notes=notes,
            when=when,
        )

        page_wanted_request_schema_sections_item.additional_properties = d
        return page_wanted_request_schema_sections_item

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
