from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_mail import InvitationMail

T = TypeVar("T", bound="PasswordLink")


@_attrs_define
class PasswordLink:
    """A link for another password. No other answer holds it: afterwards only its digest is known here.

    Attributes:
        link (None | str): To be handed over to that person and nobody else; null where it goes by mail.
        mail (InvitationMail): * `by_hand` - The link is handed over by whoever invites
            * `waiting` - The mail waits to leave
            * `sent` - The mail left
            * `refused` - The mail was refused
        expires_at (datetime.datetime):
    """

    link: None | str
    mail: InvitationMail
    expires_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        link: None | str
        link = self.link

        mail = self.mail.value

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "link": link,
                "mail": mail,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))

        mail = InvitationMail(d.pop("mail"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        password_link = cls(
            link=link,
            mail=mail,
            expires_at=expires_at,
        )

        password_link.additional_properties = d
        return password_link

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
