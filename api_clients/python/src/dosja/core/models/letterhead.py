from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.letterhead_functions import LetterheadFunctions
    from ..models.letterhead_names import LetterheadNames
    from ..models.letterhead_places import LetterheadPlaces


T = TypeVar("T", bound="Letterhead")


@_attrs_define
class Letterhead:
    """What the partner's letters carry. Where `names` is empty, the partner's name stands.

    Attributes:
        names (LetterheadNames):
        address_lines (list[str]):
        registration_number (str):
        phone (str):
        email (str):
        website (str):
        places (LetterheadPlaces):
        signatory (str):
        functions (LetterheadFunctions):
        version (int): As in the ETag; 0 while nothing was said.
    """

    names: LetterheadNames
    address_lines: list[str]
    registration_number: str
    phone: str
    email: str
    website: str
    places: LetterheadPlaces
    signatory: str
    functions: LetterheadFunctions
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        names = self.names.to_dict()

        address_lines = self.address_lines

        registration_number = self.registration_number

        phone = self.phone

        email = self.email

        website = self.website

        places = self.places.to_dict()

        signatory = self.signatory

        functions = self.functions.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "names": names,
                "address_lines": address_lines,
                "registration_number": registration_number,
                "phone": phone,
                "email": email,
                "website": website,
                "places": places,
                "signatory": signatory,
                "functions": functions,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.letterhead_functions import LetterheadFunctions  # noqa: PLC0415
        from ..models.letterhead_names import LetterheadNames  # noqa: PLC0415
        from ..models.letterhead_places import LetterheadPlaces  # noqa: PLC0415

        d = dict(src_dict)
        names = LetterheadNames.from_dict(d.pop("names"))

        address_lines = cast(list[str], d.pop("address_lines"))

        registration_number = d.pop("registration_number")

        phone = d.pop("phone")

        email = d.pop("email")

        website = d.pop("website")

        places = LetterheadPlaces.from_dict(d.pop("places"))

        signatory = d.pop("signatory")

        functions = LetterheadFunctions.from_dict(d.pop("functions"))

        version = d.pop("version")

        letterhead = cls(
            names=names,
            address_lines=address_lines,
            registration_number=registration_number,
            phone=phone,
            email=email,
            website=website,
            places=places,
            signatory=signatory,
            functions=functions,
            version=version,
        )

        letterhead.additional_properties = d
        return letterhead

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
