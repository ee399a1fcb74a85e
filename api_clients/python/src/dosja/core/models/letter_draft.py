from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LetterDraft")


@_attrs_define
class LetterDraft:
    """What a letter can start from; nothing of it is kept.

    Attributes:
        language (str):
        subject (str):
        letter (str):
        left_out (list[str]): Placeholders without a value; their lines were left out.
        is_own (bool): From your own template.
    """

    language: str
    subject: str
    letter: str
    left_out: list[str]
    is_own: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        subject = self.subject

        letter = self.letter

        left_out = self.left_out

        is_own = self.is_own

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "subject": subject,
                "letter": letter,
                "left_out": left_out,
                "is_own": is_own,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = d.pop("language")

        subject = d.pop("subject")

        letter = d.pop("letter")

        left_out = cast(list[str], d.pop("left_out"))

        is_own = d.pop("is_own")

        letter_draft = cls(
            language=language,
            subject=subject,
            letter=letter,
            left_out=left_out,
            is_own=is_own,
        )

        letter_draft.additional_properties = d
        return letter_draft

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
