from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission import Permission
from ..models.role import Role
from ..models.scope import Scope

T = TypeVar("T", bound="RoleRights")


@_attrs_define
class RoleRights:
    """A role, and what whoever holds it may do in that partner.

    Attributes:
        role (Role): * `intake_officer` - Intake officer
            * `caseworker` - Caseworker
            * `legal_adviser` - Legal adviser
            * `coordinator` - Coordinator
            * `custodian` - Custodian of identities
            * `observer` - Observer
            * `field_researcher` - Field researcher
        permissions (list[Permission]):
        scopes (list[Scope]): What a program in this role can be given; none: the role is for people.
    """

    role: Role
    permissions: list[Permission]
    scopes: list[Scope]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role = self.role.value

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.value
            scopes.append(scopes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "permissions": permissions,
                "scopes": scopes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = Role(d.pop("role"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = Scope(scopes_item_data)

            scopes.append(scopes_item)

        role_rights = cls(
            role=role,
            permissions=permissions,
            scopes=scopes,
        )

        role_rights.additional_properties = d
        return role_rights

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
