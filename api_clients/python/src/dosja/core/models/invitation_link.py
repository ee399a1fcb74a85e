from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_mail import InvitationMail
from ..models.invitation_state import InvitationState
from ..models.language import Language
from ..models.role import Role

T = TypeVar("T", bound="InvitationLink")


@_attrs_define
class InvitationLink:
    """The only answer that holds the link: afterwards only its digest is known here.

    Attributes:
        id (UUID):
        email (str):
        name (str):
        roles (list[Role]):
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        state (InvitationState): * `open` - Waits to be taken up
            * `expired` - Has run out
            * `accepted` - Taken up
            * `withdrawn` - Withdrawn
        mail (InvitationMail): * `by_hand` - The link is handed over by whoever invites
            * `waiting` - The mail waits to leave
            * `sent` - The mail left
            * `refused` - The mail was refused
        made_at (datetime.datetime):
        expires_at (datetime.datetime):
        accepted_at (datetime.datetime | None):
        version (int):
        link (None | str): To be handed over to that person and nobody else; null where it goes by mail.
    """

    id: UUID
    email: str
    name: str
    roles: list[Role]
    language: Language
    state: InvitationState
    mail: InvitationMail
    made_at: datetime.datetime
    expires_at: datetime.datetime
    accepted_at: datetime.datetime | None
    version: int
    link: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        email = self.email

        name = self.name

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        language = self.language.value

        state = self.state.value

        mail = self.mail.value

        made_at = self.made_at.isoformat()

        expires_at = self.expires_at.isoformat()

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        version = self.version

        link: None | str
        link = self.link

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "email": email,
                "name": name,
                "roles": roles,
                "language": language,
                "state": state,
                "mail": mail,
                "made_at": made_at,
                "expires_at": expires_at,
                "accepted_at": accepted_at,
                "version": version,
                "link": link,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        email = d.pop("email")

        name = d.pop("name")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Role(roles_item_data)

            roles.append(roles_item)

        language = Language(d.pop("language"))

        state = InvitationState(d.pop("state"))

        mail = InvitationMail(d.pop("mail"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        version = d.pop("version")

        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))

        invitation_link = cls(
            id=id,
            email=email,
            name=name,
            roles=roles,
            language=language,
            state=state,
            mail=mail,
            made_at=made_at,
            expires_at=expires_at,
            accepted_at=accepted_at,
            version=version,
            link=link,
        )

        invitation_link.additional_properties = d
        return invitation_link

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
