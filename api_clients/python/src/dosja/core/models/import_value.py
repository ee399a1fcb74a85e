from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_target_choice import ImportTargetChoice


T = TypeVar("T", bound="ImportValue")


@_attrs_define
class ImportValue:
    """A value of a column.

    Attributes:
        value (str):
        count (int):
        understood (None | str): The code that is called exactly this.
        suggestions (list[ImportTargetChoice]):
    """

    value: str
    count: int
    understood: None | str
    suggestions: list[ImportTargetChoice]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        count = self.count

        understood: None | str
        understood = self.understood

        suggestions = []
        for suggestions_item_data in self.suggestions:
            suggestions_item = suggestions_item_data.to_dict()
            suggestions.append(suggestions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "value": value,
                "count": count,
                "understood": understood,
                "suggestions": suggestions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_target_choice import ImportTargetChoice  # noqa: PLC0415

        d = dict(src_dict)
        value = d.pop("value")

        count = d.pop("count")

        def _parse_understood(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        understood = _parse_understood(d.pop("understood"))

        suggestions = []
        _suggestions = d.pop("suggestions")
        for suggestions_item_data in _suggestions:
            suggestions_item = ImportTargetChoice.from_dict(suggestions_item_data)

            suggestions.append(suggestions_item)

        import_value = cls(
            value=value,
            count=count,
            understood=understood,
            suggestions=suggestions,
        )

        import_value.additional_properties = d
        return import_value

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
