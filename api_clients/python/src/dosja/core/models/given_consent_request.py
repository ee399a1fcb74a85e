from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_manner import ConsentManner
from ..models.consent_purpose import ConsentPurpose
from ..types import UNSET, Unset

T = TypeVar("T", bound="GivenConsentRequest")


@_attrs_define
class GivenConsentRequest:
    """What the complainant agrees to: `referral` names an institution, `sharing` a partner, others nobody.

    Attributes:
        purpose (ConsentPurpose): * `processing` - Working on the complaint
            * `referral` - Sending it to an institution
            * `sharing` - Sharing it with a partner NGO
            * `publication` - Telling the public, without names
        text_version (str): Which wording the complainant agreed to, such as `2026-03`.
        institution (None | str | Unset): Code of the institution that may receive the complaint.
        partner (None | str | Unset): Slug of the partner that may see it.
        manner (ConsentManner | Unset): * `written` - In writing
            * `oral` - By word of mouth Default: ConsentManner.WRITTEN.
    """

    purpose: ConsentPurpose
    text_version: str
    institution: None | str | Unset = UNSET
    partner: None | str | Unset = UNSET
    manner: ConsentManner | Unset = ConsentManner.WRITTEN
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        purpose = self.purpose.value

        text_version = self.text_version

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        else:
            institution = self.institution

        partner: None | str | Unset
        if isinstance(self.partner, Unset):
            partner = UNSET
        else:
            partner = self.partner

        manner: str | Unset = UNSET
        if not isinstance(self.manner, Unset):
            manner = self.manner.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "purpose": purpose,
                "text_version": text_version,
            }
        )
        if institution is not UNSET:
            field_dict["institution"] = institution
        if partner is not UNSET:
            field_dict["partner"] = partner
        if manner is not UNSET:
            field_dict["manner"] = manner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        purpose = ConsentPurpose(d.pop("purpose"))

        text_version = d.pop("text_version")

        def _parse_institution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        def _parse_partner(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        partner = _parse_partner(d.pop("partner", UNSET))

        _manner = d.pop("manner", UNSET)
        manner: ConsentManner | Unset
        if isinstance(_manner, Unset):
            manner = UNSET
        else:
            manner = ConsentManner(_manner)

        given_consent_request = cls(
            purpose=purpose,
            text_version=text_version,
            institution=institution,
            partner=partner,
            manner=manner,
        )

        given_consent_request.additional_properties = d
        return given_consent_request

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
