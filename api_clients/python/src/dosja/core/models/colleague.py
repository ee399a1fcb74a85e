from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.role import Role

T = TypeVar("T", bound="Colleague")


@_attrs_define
class Colleague:
    """A person who works in a partner. `version` rises with every role that comes or goes there.

    Attributes:
        user_id (UUID):
        email (str):
        name (str):
        roles (list[Role]):
        since (datetime.datetime):
        has_password (bool): Whether this person ever chose one; without, nobody can sign in: invite.
        has_second_factor (bool): Whether the person has an app or a passkey for the second step.
        version (int):
    """

    user_id: UUID
    email: str
    name: str
    roles: list[Role]
    since: datetime.datetime
    has_password: bool
    has_second_factor: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_id = str(self.user_id)

        email = self.email

        name = self.name

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        since = self.since.isoformat()

        has_password = self.has_password

        has_second_factor = self.has_second_factor

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "email": email,
                "name": name,
                "roles": roles,
                "since": since,
                "has_password": has_password,
                "has_second_factor": has_second_factor,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_id = UUID(d.pop("user_id"))

        email = d.pop("email")

        name = d.pop("name")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Role(roles_item_data)

            roles.append(roles_item)

        since = datetime.datetime.fromisoformat(d.pop("since"))

        has_password = d.pop("has_password")

        has_second_factor = d.pop("has_second_factor")

        version = d.pop("version")

        colleague = cls(
            user_id=user_id,
            email=email,
            name=name,
            roles=roles,
            since=since,
            has_password=has_password,
            has_second_factor=has_second_factor,
            version=version,
        )

        colleague.additional_properties = d
        return colleague

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
