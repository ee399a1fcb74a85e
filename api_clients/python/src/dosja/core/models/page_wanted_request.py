from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

if TYPE_CHECKING:
    from ..models.page_wanted_request_schema import PageWantedRequestSchema


T = TypeVar("T", bound="PageWantedRequest")


@_attrs_define
class PageWantedRequest:
    """A form, and which of its pages to draw in which of its languages.

    Attributes:
        schema (PageWantedRequestSchema): What a form asks, in which order and under which conditions: see
            docs/forms.md.
        section (str):
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
    """

    schema: PageWantedRequestSchema
    section: str
    language: Language
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema.to_dict()

        section = self.section

        language = self.language.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "schema": schema,
                "section": section,
                "language": language,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_wanted_request_schema import PageWantedRequestSchema  # noqa: PLC0415

        d = dict(src_dict)
        schema = PageWantedRequestSchema.from_dict(d.pop("schema"))

        section = d.pop("section")

        language = Language(d.pop("language"))

        page_wanted_request = cls(
            schema=schema,
            section=section,
            language=language,
        )

        page_wanted_request.additional_properties = d
        return page_wanted_request

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
