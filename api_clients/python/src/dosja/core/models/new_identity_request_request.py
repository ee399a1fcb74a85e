from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_field import IdentityField
from ..models.identity_request_reason import IdentityRequestReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewIdentityRequestRequest")


@_attrs_define
class NewIdentityRequestRequest:
    """Why you need to know who it is, what of it, and for how long. Ask for no more than you need.

    Attributes:
        reason (IdentityRequestReason): * `contact` - To reach the complainant
            * `referral` - To send the complaint with its author's name
            * `service` - To arrange help for the complainant
            * `danger` - Danger to life or liberty
            * `court_order` - A court or an authority demands it by law
            * `own_data` - The complainant asked for what is kept about them
        text (str): For the custodian, who sees no case.
        wanted (list[IdentityField]):
        minutes (int): Counted from the first reading.
        reader_key (str | Unset): Of a sealed identity: an age public key, made for this request alone. Default: ''.
    """

    reason: IdentityRequestReason
    text: str
    wanted: list[IdentityField]
    minutes: int
    reader_key: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        text = self.text

        wanted = []
        for wanted_item_data in self.wanted:
            wanted_item = wanted_item_data.value
            wanted.append(wanted_item)

        minutes = self.minutes

        reader_key = self.reader_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "text": text,
                "wanted": wanted,
                "minutes": minutes,
            }
        )
        if reader_key is not UNSET:
            field_dict["reader_key"] = reader_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = IdentityRequestReason(d.pop("reason"))

        text = d.pop("text")

        wanted = []
        _wanted = d.pop("wanted")
        for wanted_item_data in _wanted:
            wanted_item = IdentityField(wanted_item_data)

            wanted.append(wanted_item)

        minutes = d.pop("minutes")

        reader_key = d.pop("reader_key", UNSET)

        new_identity_request_request = cls(
            reason=reason,
            text=text,
            wanted=wanted,
            minutes=minutes,
            reader_key=reader_key,
        )

        new_identity_request_request.additional_properties = d
        return new_identity_request_request

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
