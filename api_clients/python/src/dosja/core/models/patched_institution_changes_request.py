from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.institution_kind import InstitutionKind
from ..models.institution_level import InstitutionLevel
from ..models.language import Language
from ..models.partner_country import PartnerCountry
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patched_institution_changes_request_names import PatchedInstitutionChangesRequestNames


T = TypeVar("T", bound="PatchedInstitutionChangesRequest")


@_attrs_define
class PatchedInstitutionChangesRequest:
    """What may change of an institution; other rows are named by code.

    Attributes:
        kind (InstitutionKind | Unset): * `ombudsman` - Ombudsperson
            * `anti_corruption` - Anti-corruption body
            * `information_commissioner` - Information commissioner
            * `judicial_council` - Judicial council
            * `judicial_inspection` - Judicial inspection
            * `court` - Court
            * `prosecution` - Prosecution
            * `ministry` - Ministry
            * `agency` - Agency
            * `inspectorate` - Inspectorate
            * `police` - Police
            * `municipality` - Municipality
            * `health` - Health service
            * `social_services` - Social services
            * `education` - Education
            * `utility` - Public utility
            * `other` - Other
        level (InstitutionLevel | Unset): * `local` - Local
            * `regional` - Regional
            * `central` - Central
        country (PartnerCountry | Unset): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        names (PatchedInstitutionChangesRequestNames | Unset):
        parent (None | str | Unset):
        place (None | str | Unset):
        areas (list[str] | Unset):
        languages (list[Language] | Unset):
        accepts_anonymous (bool | None | Unset): null where it is not known.
        website (str | Unset):
        valid_from (datetime.date | None | Unset):
        valid_until (datetime.date | None | Unset):
        successor (None | str | Unset):
        source (str | Unset):
        verified_on (datetime.date | None | Unset):
    """

    kind: InstitutionKind | Unset = UNSET
    level: InstitutionLevel | Unset = UNSET
    country: PartnerCountry | Unset = UNSET
    names: PatchedInstitutionChangesRequestNames | Unset = UNSET
    parent: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    areas: list[str] | Unset = UNSET
    languages: list[Language] | Unset = UNSET
    accepts_anonymous: bool | None | Unset = UNSET
    website: str | Unset = UNSET
    valid_from: datetime.date | None | Unset = UNSET
    valid_until: datetime.date | None | Unset = UNSET
    successor: None | str | Unset = UNSET
    source: str | Unset = UNSET
    verified_on: datetime.date | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        level: str | Unset = UNSET
        if not isinstance(self.level, Unset):
            level = self.level.value

        country: str | Unset = UNSET
        if not isinstance(self.country, Unset):
            country = self.country.value

        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        areas: list[str] | Unset = UNSET
        if not isinstance(self.areas, Unset):
            areas = self.areas

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = []
            for languages_item_data in self.languages:
                languages_item = languages_item_data.value
                languages.append(languages_item)

        accepts_anonymous: bool | None | Unset
        if isinstance(self.accepts_anonymous, Unset):
            accepts_anonymous = UNSET
        else:
            accepts_anonymous = self.accepts_anonymous

        website: str | Unset
        if isinstance(self.website, Unset):
            website = UNSET
        else:
            website = self.website

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        successor: None | str | Unset
        if isinstance(self.successor, Unset):
            successor = UNSET
        else:
            successor = self.successor

        source = self.source

        verified_on: None | str | Unset
        if isinstance(self.verified_on, Unset):
            verified_on = UNSET
        elif isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if kind is not UNSET:
            field_dict["kind"] = kind
        if level is not UNSET:
            field_dict["level"] = level
        if country is not UNSET:
            field_dict["country"] = country
        if names is not UNSET:
            field_dict["names"] = names
        if parent is not UNSET:
            field_dict["parent"] = parent
        if place is not UNSET:
            field_dict["place"] = place
        if areas is not UNSET:
            field_dict["areas"] = areas
        if languages is not UNSET:
            field_dict["languages"] = languages
        if accepts_anonymous is not UNSET:
            field_dict["accepts_anonymous"] = accepts_anonymous
        if website is not UNSET:
            field_dict["website"] = website
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until
        if successor is not UNSET:
            field_dict["successor"] = successor
        if source is not UNSET:
            field_dict["source"] = source
        if verified_on is not UNSET:
            field_dict["verified_on"] = verified_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patched_institution_changes_request_names import PatchedInstitutionChangesRequestNames  # noqa: PLC0415

        d = dict(src_dict)
        _kind = d.pop("kind", UNSET)
        kind: InstitutionKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = InstitutionKind(_kind)

        _level = d.pop("level", UNSET)
        level: InstitutionLevel | Unset
        if isinstance(_level, Unset):
            level = UNSET
        else:
            level = InstitutionLevel(_level)

        _country = d.pop("country", UNSET)
        country: PartnerCountry | Unset
        if isinstance(_country, Unset):
            country = UNSET
        else:
            country = PartnerCountry(_country)

        _names = d.pop("names", UNSET)
        names: PatchedInstitutionChangesRequestNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = PatchedInstitutionChangesRequestNames.from_dict(_names)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        areas = cast(list[str], d.pop("areas", UNSET))

        _languages = d.pop("languages", UNSET)
        languages: list[Language] | Unset = UNSET
        if _languages is not UNSET:
            languages = []
            for languages_item_data in _languages:
                languages_item = Language(languages_item_data)

                languages.append(languages_item)

        def _parse_accepts_anonymous(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        accepts_anonymous = _parse_accepts_anonymous(d.pop("accepts_anonymous", UNSET))

        def _parse_website(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        website = _parse_website(d.pop("website", UNSET))

        def _parse_valid_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        def _parse_valid_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))

        def _parse_successor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        successor = _parse_successor(d.pop("successor", UNSET))

        source = d.pop("source", UNSET)

        def _parse_verified_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        verified_on = _parse_verified_on(d.pop("verified_on", UNSET))

        patched_institution_changes_request = cls(
            kind=kind,
            level=level,
            country=country,
            names=names,
            parent=parent,
            place=place,
            areas=areas,
            languages=languages,
            accepts_anonymous=accepts_anonymous,
            website=website,
            valid_from=valid_from,
            valid_until=valid_until,
            successor=successor,
            source=source,
            verified_on=verified_on,
        )

        patched_institution_changes_request.additional_properties = d
        return patched_institution_changes_request

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
