from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

if TYPE_CHECKING:
    from ..models.run import Run


T = TypeVar("T", bound="LeavingAnnex")


@_attrs_define
class LeavingAnnex:
    """The complainant's own words, as they leave.

    Attributes:
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        narrative (list[Run]):
        wish (list[Run]):
    """

    language: Language
    narrative: list[Run]
    wish: list[Run]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language = self.language.value

        narrative = []
        for narrative_item_data in self.narrative:
            narrative_item = narrative_item_data.to_dict()
            narrative.append(narrative_item)

        wish = []
        for wish_item_data in self.wish:
            wish_item = wish_item_data.to_dict()
            wish.append(wish_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "narrative": narrative,
                "wish": wish,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.run import Run  # noqa: PLC0415

        d = dict(src_dict)
        language = Language(d.pop("language"))

        narrative = []
        _narrative = d.pop("narrative")
        for narrative_item_data in _narrative:
            narrative_item = Run.from_dict(narrative_item_data)

            narrative.append(narrative_item)

        wish = []
        _wish = d.pop("wish")
        for wish_item_data in _wish:
            wish_item = Run.from_dict(wish_item_data)

            wish.append(wish_item)

        leaving_annex = cls(
            language=language,
            narrative=narrative,
            wish=wish,
        )

        leaving_annex.additional_properties = d
        return leaving_annex

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
