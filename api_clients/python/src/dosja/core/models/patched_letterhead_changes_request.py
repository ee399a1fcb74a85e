from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patched_letterhead_changes_request_functions import PatchedLetterheadChangesRequestFunctions
    from ..models.patched_letterhead_changes_request_names import PatchedLetterheadChangesRequestNames
    from ..models.patched_letterhead_changes_request_places import PatchedLetterheadChangesRequestPlaces


T = TypeVar("T", bound="PatchedLetterheadChangesRequest")


@_attrs_define
class PatchedLetterheadChangesRequest:
    """What changes on the letterhead; send only that.

    Attributes:
        names (PatchedLetterheadChangesRequestNames | Unset): The organisation's name in its languages.
        address_lines (list[str] | Unset):
        registration_number (str | Unset):
        phone (str | Unset):
        email (str | Unset):
        website (str | Unset):
        places (PatchedLetterheadChangesRequestPlaces | Unset): Where letters are written, such as `Tiranë`.
        signatory (str | Unset):
        functions (PatchedLetterheadChangesRequestFunctions | Unset): The function of the person who signs.
    """

    names: PatchedLetterheadChangesRequestNames | Unset = UNSET
    address_lines: list[str] | Unset = UNSET
    registration_number: str | Unset = UNSET
    phone: str | Unset = UNSET
    email: str | Unset = UNSET
    website: str | Unset = UNSET
    places: PatchedLetterheadChangesRequestPlaces | Unset = UNSET
    signatory: str | Unset = UNSET
    functions: PatchedLetterheadChangesRequestFunctions | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        address_lines: list[str] | Unset = UNSET
        if not isinstance(self.address_lines, Unset):
            address_lines = self.address_lines

        registration_number = self.registration_number

        phone = self.phone

        email: str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        website: str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        places: dict[str, Any] | Unset = UNSET
        if not isinstance(self.places, Unset):
            places = self.places.to_dict()

        signatory = self.signatory

        functions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.functions, Unset):
            functions = self.functions.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if names is not UNSET:
            field_dict["names"] = names
        if address_lines is not UNSET:
            field_dict["address_lines"] = address_lines
        if registration_number is not UNSET:
            field_dict["registration_number"] = registration_number
        if phone is not UNSET:
            field_dict["phone"] = phone
        if email is not UNSET:
            field_dict["email"] = email
        if website is not UNSET:
            field_dict["website"] = website
        if places is not UNSET:
            field_dict["places"] = places
        if signatory is not UNSET:
            field_dict["signatory"] = signatory
        if functions is not UNSET:
            field_dict["functions"] = functions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patched_letterhead_changes_request_functions import (
            PatchedLetterheadChangesRequestFunctions,  # noqa: PLC0415
        )
        from ..models.patched_letterhead_changes_request_names import PatchedLetterheadChangesRequestNames  # noqa: PLC0415
        from ..models.patched_letterhead_changes_request_places import PatchedLetterheadChangesRequestPlaces  # noqa: PLC0415

        d = dict(src_dict)
        _names = d.pop("names", UNSET)
        names: PatchedLetterheadChangesRequestNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = PatchedLetterheadChangesRequestNames.from_dict(_names)

        address_lines = cast(list[str], d.pop("address_lines", UNSET))

        registration_number = d.pop("registration_number", UNSET)

        phone = d.pop("phone", UNSET)

        def _parse_email(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_website(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        website = _parse_website(d.pop("website", UNSET))

        _places = d.pop("places", UNSET)
        places: PatchedLetterheadChangesRequestPlaces | Unset
        if isinstance(_places, Unset):
            places = UNSET
        else:
            places = PatchedLetterheadChangesRequestPlaces.from_dict(_places)

        signatory = d.pop("signatory", UNSET)

        _functions = d.pop("functions", UNSET)
        functions: PatchedLetterheadChangesRequestFunctions | Unset
        if isinstance(_functions, Unset):
            functions = UNSET
        else:
            functions = PatchedLetterheadChangesRequestFunctions.from_dict(_functions)

        patched_letterhead_changes_request = cls(
            names=names,
            address_lines=address_lines,
            registration_number=registration_number,
            phone=phone,
            email=email,
            website=website,
            places=places,
            signatory=signatory,
            functions=functions,
        )

        patched_letterhead_changes_request.additional_properties = d
        return patched_letterhead_changes_request

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
