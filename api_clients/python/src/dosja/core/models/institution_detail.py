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

if TYPE_CHECKING:
    from ..models.channel import Channel
    from ..models.institution_detail_names import InstitutionDetailNames


T = TypeVar("T", bound="InstitutionDetail")


@_attrs_define
class InstitutionDetail:
    """A public body with all its channels, the ended ones too.

    Attributes:
        code (str):
        kind (InstitutionKind): * `ombudsman` - Ombudsperson
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
        level (InstitutionLevel): * `local` - Local
            * `regional` - Regional
            * `central` - Central
        country (PartnerCountry): * `AL` - Albania
            * `XK` - Kosovo
            * `GE` - Georgia
            * `RS` - Serbia
        names (InstitutionDetailNames):
        name (str):
        parent (None | str):
        place (None | str): Where it sits.
        areas (list[str]): Places for which it is competent.
        languages (list[Language]):
        accepts_anonymous (bool | None):
        website (str): An address, or empty.
        valid_from (datetime.date | None):
        valid_until (datetime.date | None):
        successor (None | str):
        source (str):
        verified_on (datetime.date | None):
        version (int):
        channels (list[Channel]):
    """

    code: str
    kind: InstitutionKind
    level: InstitutionLevel
    country: PartnerCountry
    names: InstitutionDetailNames
    name: str
    parent: None | str
    place: None | str
    areas: list[str]
    languages: list[Language]
    accepts_anonymous: bool | None
    website: str
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    successor: None | str
    source: str
    verified_on: datetime.date | None
    version: int
    channels: list[Channel]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        kind = self.kind.value

        level = self.level.value

        country = self.country.value

        names = self.names.to_dict()

        name = self.name

        parent: None | str
        parent = self.parent

        place: None | str
        place = self.place

        areas = self.areas

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.value
            languages.append(languages_item)

        accepts_anonymous: bool | None
        accepts_anonymous = self.accepts_anonymous

        website = self.website

        valid_from: None | str
        if isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        successor: None | str
        successor = self.successor

        source = self.source

        verified_on: None | str
        if isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        version = self.version

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "kind": kind,
                "level": level,
                "country": country,
                "names": names,
                "name": name,
                "parent": parent,
                "place": place,
                "areas": areas,
                "languages": languages,
                "accepts_anonymous": accepts_anonymous,
                "website": website,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "successor": successor,
                "source": source,
                "verified_on": verified_on,
                "version": version,
                "channels": channels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel import Channel  # noqa: PLC0415
        from ..models.institution_detail_names import InstitutionDetailNames  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        kind = InstitutionKind(d.pop("kind"))

        level = InstitutionLevel(d.pop("level"))

        country = PartnerCountry(d.pop("country"))

        names = InstitutionDetailNames.from_dict(d.pop("names"))

        name = d.pop("name")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        def _parse_place(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        place = _parse_place(d.pop("place"))

        areas = cast(list[str], d.pop("areas"))

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = Language(languages_item_data)

            languages.append(languages_item)

        def _parse_accepts_anonymous(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        accepts_anonymous = _parse_accepts_anonymous(d.pop("accepts_anonymous"))

        website = d.pop("website")

        def _parse_valid_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_from = _parse_valid_from(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        def _parse_successor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        successor = _parse_successor(d.pop("successor"))

        source = d.pop("source")

        def _parse_verified_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        verified_on = _parse_verified_on(d.pop("verified_on"))

        version = d.pop("version")

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = Channel.from_dict(channels_item_data)

            channels.append(channels_item)

        institution_detail = cls(
            code=code,
            kind=kind,
            level=level,
            country=country,
            names=names,
            name=name,
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
            version=version,
            channels=channels,
        )

        institution_detail.additional_properties = d
        return institution_detail

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
