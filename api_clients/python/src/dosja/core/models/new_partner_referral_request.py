from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.shared_field import SharedField
from ..models.urgency import Urgency
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPartnerReferralRequest")


@_attrs_define
class NewPartnerReferralRequest:
    """What is asked of whom, and what it will read if it accepts.

    Attributes:
        partner (str): Slug of the partner that is asked.
        need (str): Code of a need of the directory.
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        fields (list[SharedField]): What of the case opens when it is accepted.
        place (None | str | Unset): The area; as wide as is safe.
        urgency (Urgency | Unset): * `routine` - Within weeks
            * `soon` - Within days
            * `urgent` - Today or tomorrow Default: Urgency.ROUTINE.
        note (str | Unset): Read after acceptance. Default: ''.
        override_reason (str | Unset): A coordinator's reason to refer without the complainant's consent. Default: ''.
        expires_at (datetime.datetime | None | Unset): Without it, in 14 days; at most 90.
    """

    partner: str
    need: str
    language: Language
    fields: list[SharedField]
    place: None | str | Unset = UNSET
    urgency: Urgency | Unset = Urgency.ROUTINE
    note: str | Unset = ""
    override_reason: str | Unset = ""
    expires_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        partner = self.partner

        need = self.need

        language = self.language.value

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.value
            fields.append(fields_item)

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        urgency: str | Unset = UNSET
        if not isinstance(self.urgency, Unset):
            urgency = self.urgency.value

        note = self.note

        override_reason = self.override_reason

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "partner": partner,
                "need": need,
                "language": language,
                "fields": fields,
            }
        )
        if place is not UNSET:
            field_dict["place"] = place
        if urgency is not UNSET:
            field_dict["urgency"] = urgency
        if note is not UNSET:
            field_dict["note"] = note
        if override_reason is not UNSET:
            field_dict["override_reason"] = override_reason
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        partner = d.pop("partner")

        need = d.pop("need")

        language = Language(d.pop("language"))

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = SharedField(fields_item_data)

            fields.append(fields_item)

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        _urgency = d.pop("urgency", UNSET)
        urgency: Urgency | Unset
        if isinstance(_urgency, Unset):
            urgency = UNSET
        else:
            urgency = Urgency(_urgency)

        note = d.pop("note", UNSET)

        override_reason = d.pop("override_reason", UNSET)

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        new_partner_referral_request = cls(
            partner=partner,
            need=need,
            language=language,
            fields=fields,
            place=place,
            urgency=urgency,
            note=note,
            override_reason=override_reason,
            expires_at=expires_at,
        )

        new_partner_referral_request.additional_properties = d
        return new_partner_referral_request

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
