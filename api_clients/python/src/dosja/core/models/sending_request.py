from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_channel import ReferralChannel
from ..types import UNSET, Unset

T = TypeVar("T", bound="SendingRequest")


@_attrs_define
class SendingRequest:
    """How and when it left.

    Attributes:
        channel (ReferralChannel): * `email` - E-mail
            * `post` - Registered post
            * `portal` - The institution's portal
            * `in_person` - Handed over in person
        sent_on (datetime.date):
        proof (str | Unset): Number of the postal receipt, say. Default: ''.
    """

    channel: ReferralChannel
    sent_on: datetime.date
    proof: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.value

        sent_on = self.sent_on.isoformat()

        proof = self.proof

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
                "sent_on": sent_on,
            }
        )
        if proof is not UNSET:
            field_dict["proof"] = proof

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = ReferralChannel(d.pop("channel"))

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        proof = d.pop("proof", UNSET)

        sending_request = cls(
            channel=channel,
            sent_on=sent_on,
            proof=proof,
        )

        sending_request.additional_properties = d
        return sending_request

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
