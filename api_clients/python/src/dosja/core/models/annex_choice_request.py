from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.hidden_place_request import HiddenPlaceRequest


T = TypeVar("T", bound="AnnexChoiceRequest")


@_attrs_define
class AnnexChoiceRequest:
    """Whether the complainant's own words go along, and what is blacked out of them.

    Attributes:
        include (bool):
        hidden (list[HiddenPlaceRequest] | Unset):
    """

    include: bool
    hidden: list[HiddenPlaceRequest] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        include = self.include

        hidden: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.hidden, Unset):
            hidden = []
            for hidden_item_data in self.hidden:
                hidden_item = hidden_item_data.to_dict()
                hidden.append(hidden_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "include": include,
            }
        )
        if hidden is not UNSET:
            field_dict["hidden"] = hidden

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hidden_place_request import HiddenPlaceRequest  # noqa: PLC0415

        d = dict(src_dict)
        include = d.pop("include")

        _hidden = d.pop("hidden", UNSET)
        hidden: list[HiddenPlaceRequest] | Unset = UNSET
        if _hidden is not UNSET:
            hidden = []
            for hidden_item_data in _hidden:
                hidden_item = HiddenPlaceRequest.from_dict(hidden_item_data)

                hidden.append(hidden_item)

        annex_choice_request = cls(
            include=include,
            hidden=hidden,
        )

        annex_choice_request.additional_properties = d
        return annex_choice_request

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
