from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.institution_kind import InstitutionKind
from ..models.institution_level import InstitutionLevel
from ..models.language import Language

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.used_channel import UsedChannel
    from ..models.why_suggested import WhySuggested


T = TypeVar("T", bound="InstitutionSuggestion")


@_attrs_define
class InstitutionSuggestion:
    """An institution to which the case can go.

    Attributes:
        institution (Entry | None):
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
        place (Entry | None):
        why (list[WhySuggested]): Empty for one that you named yourself.
        languages (list[Language]): In which it takes letters.
        takes_anonymous (bool | None): null: not known.
        consent (None | UUID): The complainant's running consent for exactly this body; null: ask first.
        lies_there (None | UUID): A referral of this case that goes, or went, to this body.
        channels (list[UsedChannel]): Open today, the surest first.
    """

    institution: Entry | None
    kind: InstitutionKind
    level: InstitutionLevel
    place: Entry | None
    why: list[WhySuggested]
    languages: list[Language]
    takes_anonymous: bool | None
    consent: None | UUID
    lies_there: None | UUID
    channels: list[UsedChannel]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        kind = self.kind.value

        level = self.level.value

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        why = []
        for why_item_data in self.why:
            why_item = why_item_data.to_dict()
            why.append(why_item)

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.value
            languages.append(languages_item)

        takes_anonymous: bool | None
        takes_anonymous = self.takes_anonymous

        consent: None | str
        if isinstance(self.consent, UUID):
            consent = str(self.consent)
        else:
            consent = self.consent

        lies_there: None | str
        if isinstance(self.lies_there, UUID):
            lies_there = str(self.lies_there)
        else:
            lies_there = self.lies_there

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "kind": kind,
                "level": level,
                "place": place,
                "why": why,
                "languages": languages,
                "takes_anonymous": takes_anonymous,
                "consent": consent,
                "lies_there": lies_there,
                "channels": channels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.used_channel import UsedChannel  # noqa: PLC0415
        from ..models.why_suggested import WhySuggested  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_institution(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_type_0 = Entry.from_dict(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        institution = _parse_institution(d.pop("institution"))

        kind = InstitutionKind(d.pop("kind"))

        level = InstitutionLevel(d.pop("level"))

        def _parse_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Entry.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        place = _parse_place(d.pop("place"))

        why = []
        _why = d.pop("why")
        for why_item_data in _why:
            why_item = WhySuggested.from_dict(why_item_data)

            why.append(why_item)

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = Language(languages_item_data)

            languages.append(languages_item)

        def _parse_takes_anonymous(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        takes_anonymous = _parse_takes_anonymous(d.pop("takes_anonymous"))

        def _parse_consent(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                consent_type_0 = UUID(data)

                return consent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        consent = _parse_consent(d.pop("consent"))

        def _parse_lies_there(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lies_there_type_0 = UUID(data)

                return lies_there_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        lies_there = _parse_lies_there(d.pop("lies_there"))

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in _channels:
            channels_item = UsedChannel.from_dict(channels_item_data)

            channels.append(channels_item)

        institution_suggestion = cls(
            institution=institution,
            kind=kind,
            level=level,
            place=place,
            why=why,
            languages=languages,
            takes_anonymous=takes_anonymous,
            consent=consent,
            lies_there=lies_there,
            channels=channels,
        )

        institution_suggestion.additional_properties = d
        return institution_suggestion

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
