from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.schema_request_schema_consents_item import SchemaRequestSchemaConsentsItem
    from ..models.schema_request_schema_sections_item import SchemaRequestSchemaSectionsItem


T = TypeVar("T", bound="SchemaRequestSchema")


@_attrs_define
class SchemaRequestSchema:
    """What a form asks, in which order and under which conditions: see docs/forms.md.

    Attributes:
        languages (list[str]):
        kinds (list[str]):
        consents (list[SchemaRequestSchemaConsentsItem]):
        sections (list[SchemaRequestSchemaSectionsItem]):
        categories (list[str] | None | Unset):
        places (list[str] | None | Unset):
    """

    languages: list[str]
    kinds: list[str]
    consents: list[SchemaRequestSchemaConsentsItem]
    sections: list[SchemaRequestSchemaSectionsItem]
    categories: list[str] | None | Unset = UNSET
    places: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        languages = self.languages

        kinds = self.kinds

        consents = []
        for consents_item_data in self.consents:
            consents_item = consents_item_data.to_dict()
            consents.append(consents_item)

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        categories: list[str] | None | Unset
        if isinstance(self.categories, Unset):
            categories = UNSET
        elif isinstance(self.categories, list):
            categories = self.categories

        else:
            categories = self.categories

        places: list[str] | None | Unset
        if isinstance(self.places, Unset):
            places = UNSET
        elif isinstance(self.places, list):
            places = self.places

        else:
            places = self.places

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "languages": languages,
                "kinds": kinds,
                "consents": consents,
                "sections": sections,
            }
        )
        if categories is not UNSET:
            field_dict["categories"] = categories
        if places is not UNSET:
            field_dict["places"] = places

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.schema_request_schema_consents_item import SchemaRequestSchemaConsentsItem  # noqa: PLC0415
        from ..models.schema_request_schema_sections_item import SchemaRequestSchemaSectionsItem  # noqa: PLC0415

        d = dict(src_dict)
        languages = cast(list[str], d.pop("languages"))

        kinds = cast(list[str], d.pop("kinds"))

        consents = []
        _consents = d.pop("consents")
        for consents_item_data in _consents:
            consents_item = SchemaRequestSchemaConsentsItem.from_dict(consents_item_data)

            consents.append(consents_item)

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = SchemaRequestSchemaSectionsItem.from_dict(sections_item_data)

            sections.append(sections_item)

        def _parse_categories(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                categories_type_0 = cast(list[str], data)

                return categories_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        categories = _parse_categories(d.pop("categories", UNSET))

        def _parse_places(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                places_type_0 = cast(list[str], data)

                return places_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        places = _parse_places(d.pop("places", UNSET))

        schema_request_schema = cls(
            languages=languages,
            kinds=kinds,
            consents=consents,
            sections=sections,
            categories=categories,
            places=places,
        )

        schema_request_schema.additional_properties = d
        return schema_request_schema

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
