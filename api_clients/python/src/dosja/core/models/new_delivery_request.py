from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_channel import ReferralChannel
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewDeliveryRequest")


@_attrs_define
class NewDeliveryRequest:
    """By which way. A mail leaves at once.

    Attributes:
        channel (ReferralChannel): * `email` - E-mail
            * `post` - Registered post
            * `portal` - The institution's portal
            * `in_person` - Handed over in person
        institution_channel (None | Unset | UUID): Of the directory; without one, the surest.
    """

    channel: ReferralChannel
    institution_channel: None | Unset | UUID = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.value

        institution_channel: None | str | Unset
        if isinstance(self.institution_channel, Unset):
            institution_channel = UNSET
        elif isinstance(self.institution_channel, UUID):
            institution_channel = str(self.institution_channel)
        else:
            institution_channel = self.institution_channel

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
            }
        )
        if institution_channel is not UNSET:
            field_dict["institution_channel"] = institution_channel

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = ReferralChannel(d.pop("channel"))

        def _parse_institution_channel(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                institution_channel_type_0 = UUID(data)

                return institution_channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        institution_channel = _parse_institution_channel(d.pop("institution_channel", UNSET))

        new_delivery_request = cls(
            channel=channel,
            institution_channel=institution_channel,
        )

        new_delivery_request.additional_properties = d
        return new_delivery_request

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
