from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

T = TypeVar("T", bound="LetterPart")


@_attrs_define
class LetterPart:
    """The letter in one language.

    Attributes:
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        recipient (str):
        address_lines (list[str]):
        sender (str):
        signatory (str):
        subject (str):
        letter (str):
    """

    language: Language
    recipient: str
    address_lines: list[str]
    sender: str
    signatory: str
    subject: str
    letter: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language = self.language.value

        recipient = self.recipient

        address_lines = self.address_lines

        sender = self.sender

        signatory = self.signatory

        subject = self.subject

        letter = self.letter

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "recipient": recipient,
                "address_lines": address_lines,
                "sender": sender,
                "signatory": signatory,
                "subject": subject,
                "letter": letter,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        language = Language(d.pop("language"))

        recipient = d.pop("recipient")

        address_lines = cast(list[str], d.pop("address_lines"))

        sender = d.pop("sender")

        signatory = d.pop("signatory")

        subject = d.pop("subject")

        letter = d.pop("letter")

        letter_part = cls(
            language=language,
            recipient=recipient,
            address_lines=address_lines,
            sender=sender,
            signatory=signatory,
            subject=subject,
            letter=letter,
        )

        letter_part.additional_properties = d
        return letter_part

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
