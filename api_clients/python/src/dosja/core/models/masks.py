from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.masked_part import MaskedPart
    from ..models.masked_place import MaskedPlace


T = TypeVar("T", bound="Masks")


@_attrs_define
class Masks:
    """What is hidden, and of what.

    Attributes:
        places (list[MaskedPlace]):
        parts (list[MaskedPart]): All but messages, whose words are under `messages/`.
        version (int): As in the ETag; 0: nothing was ever hidden.
    """

    places: list[MaskedPlace]
    parts: list[MaskedPart]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        places = []
        for places_item_data in self.places:
            places_item = places_item_data.to_dict()
            places.append(places_item)

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "places": places,
                "parts": parts,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.masked_part import MaskedPart  # noqa: PLC0415
        from ..models.masked_place import MaskedPlace  # noqa: PLC0415

        d = dict(src_dict)
        places = []
        _places = d.pop("places")
        for places_item_data in _places:
            places_item = MaskedPlace.from_dict(places_item_data)

            places.append(places_item)

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = MaskedPart.from_dict(parts_item_data)

            parts.append(parts_item)

        version = d.pop("version")

        masks = cls(
            places=places,
            parts=parts,
            version=version,
        )

        masks.additional_properties = d
        return masks

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
