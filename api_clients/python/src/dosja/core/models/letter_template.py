from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.language import Language

T = TypeVar("T", bound="LetterTemplate")


@_attrs_define
class LetterTemplate:
    """The template in force, and the shipped one beside it.

    Attributes:
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        subject (str):
        text (str):
        is_own (bool): False: the shipped words are in force.
        shipped_subject (str):
        shipped_text (str):
        version (int): As in the ETag; 0 while there was none of your own.
    """

    kind: CaseKind
    language: Language
    subject: str
    text: str
    is_own: bool
    shipped_subject: str
    shipped_text: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        language = self.language.value

        subject = self.subject

        text = self.text

        is_own = self.is_own

        shipped_subject = self.shipped_subject

        shipped_text = self.shipped_text

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "language": language,
                "subject": subject,
                "text": text,
                "is_own": is_own,
                "shipped_subject": shipped_subject,
                "shipped_text": shipped_text,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = CaseKind(d.pop("kind"))

        language = Language(d.pop("language"))

        subject = d.pop("subject")

        text = d.pop("text")

        is_own = d.pop("is_own")

        shipped_subject = d.pop("shipped_subject")

        shipped_text = d.pop("shipped_text")

        version = d.pop("version")

        letter_template = cls(
            kind=kind,
            language=language,
            subject=subject,
            text=text,
            is_own=is_own,
            shipped_subject=shipped_subject,
            shipped_text=shipped_text,
            version=version,
        )

        letter_template.additional_properties = d
        return letter_template

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
