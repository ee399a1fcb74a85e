from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_manner import ConsentManner
from ..models.consent_purpose import ConsentPurpose
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="Consent")


@_attrs_define
class Consent:
    """What the complainant agreed to.

    Attributes:
        id (UUID):
        purpose (ConsentPurpose): * `processing` - Working on the complaint
            * `referral` - Sending it to an institution
            * `sharing` - Sharing it with a partner NGO
            * `publication` - Telling the public, without names
        institution (Entry | None):
        manner (ConsentManner): * `written` - In writing
            * `oral` - By word of mouth
        language (str):
        text_version (str):
        given_at (datetime.datetime):
        withdrawn_at (datetime.datetime | None):
        partner (None | str | Unset):
    """

    id: UUID
    purpose: ConsentPurpose
    institution: Entry | None
    manner: ConsentManner
    language: str
    text_version: str
    given_at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    partner: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        purpose = self.purpose.value

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        manner = self.manner.value

        language = self.language

        text_version = self.text_version

        given_at = self.given_at.isoformat()

        withdrawn_at: None | str
        if isinstance(self.withdrawn_at, datetime.datetime):
            withdrawn_at = self.withdrawn_at.isoformat()
        else:
            withdrawn_at = self.withdrawn_at

        partner: None | str | Unset
        if isinstance(self.partner, Unset):
            partner = UNSET
        else:
            partner = self.partner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "purpose": purpose,
                "institution": institution,
                "manner": manner,
                "language": language,
                "text_version": text_version,
                "given_at": given_at,
                "withdrawn_at": withdrawn_at,
            }
        )
        if partner is not UNSET:
            field_dict["partner"] = partner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        purpose = ConsentPurpose(d.pop("purpose"))

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

        manner = ConsentManner(d.pop("manner"))

        language = d.pop("language")

        text_version = d.pop("text_version")

        given_at = datetime.datetime.fromisoformat(d.pop("given_at"))

        def _parse_withdrawn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withdrawn_at_type_0 = datetime.datetime.fromisoformat(data)

                return withdrawn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at"))

        def _parse_partner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        partner = _parse_partner(d.pop("partner", UNSET))

        consent = cls(
            id=id,
            purpose=purpose,
            institution=institution,
            manner=manner,
            language=language,
            text_version=text_version,
            given_at=given_at,
            withdrawn_at=withdrawn_at,
            partner=partner,
        )

        consent.additional_properties = d
        return consent

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
