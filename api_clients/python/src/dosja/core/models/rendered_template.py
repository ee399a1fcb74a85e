from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

T = TypeVar("T", bound="RenderedTemplate")


@_attrs_define
class RenderedTemplate:
    """A template, filled in for this case.

    Attributes:
        code (str):
        name (str): In your language.
        text (str): To be read over before it is sent: what is missing is in braces.
        asks (bool): Send it with `asks`.
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        complainant_language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        missing (list[str]): Placeholders left to fill in.
    """

    code: str
    name: str
    text: str
    asks: bool
    language: Language
    complainant_language: Language
    missing: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        text = self.text

        asks = self.asks

        language = self.language.value

        complainant_language = self.complainant_language.value

        missing = self.missing

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "name": name,
                "text": text,
                "asks": asks,
                "language": language,
                "complainant_language": complainant_language,
                "missing": missing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        text = d.pop("text")

        asks = d.pop("asks")

        language = Language(d.pop("language"))

        complainant_language = Language(d.pop("complainant_language"))

        missing = cast(list[str], d.pop("missing"))

        rendered_template = cls(
            code=code,
            name=name,
            text=text,
            asks=asks,
            language=language,
            complainant_language=complainant_language,
            missing=missing,
        )

        rendered_template.additional_properties = d
        return rendered_template

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
