from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.notice_channel import NoticeChannel
from ..types import UNSET, Unset

T = TypeVar("T", bound="NoticeWishRequest")


@_attrs_define
class NoticeWishRequest:
    """Where to send "there is news".

    Attributes:
        number (str):
        secret (str):
        channel (NoticeChannel): * `email` - E-mail
            * `sms` - Text message (SMS)
        address (str): An e-mail address, or a telephone number for text messages.
        proof (str | Unset): While the number rests (429): the solved `challenge`, instead of waiting.
        understood (bool | Unset): An anonymous complainant has read that an address can tell who they are. Default:
            False.
    """

    number: str
    secret: str
    channel: NoticeChannel
    address: str
    proof: str | Unset = UNSET
    understood: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        secret = self.secret

        channel = self.channel.value

        address = self.address

        proof = self.proof

        understood = self.understood

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "secret": secret,
                "channel": channel,
                "address": address,
            }
        )
        if proof is not UNSET:
            field_dict["proof"] = proof
        if understood is not UNSET:
            field_dict["understood"] = understood

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        secret = d.pop("secret")

        channel = NoticeChannel(d.pop("channel"))

        address = d.pop("address")

        proof = d.pop("proof", UNSET)

        understood = d.pop("understood", UNSET)

        notice_wish_request = cls(
            number=number,
            secret=secret,
            channel=channel,
            address=address,
            proof=proof,
            understood=understood,
        )

        notice_wish_request.additional_properties = d
        return notice_wish_request

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
