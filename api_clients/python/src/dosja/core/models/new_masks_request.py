from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_masked_place_request import NewMaskedPlaceRequest


T = TypeVar("T", bound="NewMasksRequest")


@_attrs_define
class NewMasksRequest:
    """All that is to be hidden from now on; what is not named is shown again.

    Attributes:
        places (list[NewMaskedPlaceRequest]):
    """

    places: list[NewMaskedPlaceRequest]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        places = []
        for places_item_data in self.places:
            places_item = places_item_data.to_dict()
            places.append(places_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "places": places,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_masked_place_request import NewMaskedPlaceRequest  # noqa: PLC0415

        d = dict(src_dict)
        places = []
        _places = d.pop("places")
        for places_item_data in _places:
            places_item = NewMaskedPlaceRequest.from_dict(places_item_data)

            places.append(places_item)

        new_masks_request = cls(
            places=places,
        )

        new_masks_request.additional_properties = d
        return new_masks_request

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
