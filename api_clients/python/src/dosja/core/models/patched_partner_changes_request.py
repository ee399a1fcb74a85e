from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..types import UNSET, Unset

T = TypeVar("T", bound="PatchedPartnerChangesRequest")


@_attrs_define
class PatchedPartnerChangesRequest:
    """Coordinators change `contact`, `website`, `embedding_origins` and `second_factor_required`, the
    platform administrator all.

        Attributes:
            contact (str | Unset): Where citizens reach the partner.
            website (str | Unset):
            embedding_origins (list[str] | Unset): Sites that may show the form inside their pages, such as
                https://www.example.org.
            second_factor_required (bool | Unset): Whether people who work here need a second step at the sign-in. Where the
                installation demands it, false changes nothing.
            name (str | Unset):
            languages (list[Language] | Unset):
            time_zone (str | Unset):
            is_active (bool | Unset): false suspends the partner, at once.
    """

    contact: str | Unset = UNSET
    website: str | Unset = UNSET
    embedding_origins: list[str] | Unset = UNSET
    second_factor_required: bool | Unset = UNSET
    name: str | Unset = UNSET
    languages: list[Language] | Unset = UNSET
    time_zone: str | Unset = UNSET
    is_active: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contact = self.contact

        website: str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        embedding_origins: list[str] | Unset = UNSET
        if not isinstance(self.embedding_origins, Unset):
            embedding_origins = self.embedding_origins

        second_factor_required = self.second_factor_required

        name = self.name

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item = languages_item_data.value
                languages.append(languages_item)

        time_zone = self.time_zone

        is_active = self.is_active

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if contact is not UNSET:
            field_dict["contact"] = contact
        if website is not UNSET:
            field_dict["website"] = website
        if embedding_origins is not UNSET:
            field_dict["embedding_origins"] = embedding_origins
        if second_factor_required is not UNSET:
            field_dict["second_factor_required"] = second_factor_required
        if name is not UNSET:
            field_dict["name"] = name
        if languages is not UNSET:
            field_dict["languages"] = languages
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone
        if is_active is not UNSET:
            field_dict["is_active"] = is_active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contact = d.pop("contact", UNSET)

        def _parse_website(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        website = _parse_website(d.pop("website", UNSET))

        embedding_origins = cast(list[str], d.pop("embedding_origins", UNSET))

        second_factor_required = d.pop("second_factor_required", UNSET)

        name = d.pop("name", UNSET)

        _languages = d.pop("languages", UNSET)
        languages: list[Language] | Unset = UNSET
        if _languages is not UNSET:
            languages = []
            for languages_item_data in _languages:
                languages_item = Language(languages_item_data)

                languages.append(languages_item)

        time_zone = d.pop("time_zone", UNSET)

        is_active = d.pop("is_active", UNSET)

        patched_partner_changes_request = cls(
            contact=contact,
            website=website,
            embedding_origins=embedding_origins,
            second_factor_required=second_factor_required,
            name=name,
            languages=languages,
            time_zone=time_zone,
            is_active=is_active,
        )

        patched_partner_changes_request.additional_properties = d
        return patched_partner_changes_request

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
