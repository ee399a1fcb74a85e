from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.role import Role

T = TypeVar("T", bound="CaseColleague")


@_attrs_define
class CaseColleague:
    """Somebody who reads cases in the partner that owns this one.

    Attributes:
        id (UUID):
        name (str):
        roles (list[Role]):
        works (bool): Works cases: of those named on a restricted one, one must.
        assignable (bool): May be given this case now.
        conflict (bool): Has a conflict of interest in this case.
        named (bool): Is named on it while it is restricted.
    """

    id: UUID
    name: str
    roles: list[Role]
    works: bool
    assignable: bool
    conflict: bool
    named: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        works = self.works

        assignable = self.assignable

        conflict = self.conflict

        named = self.named

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "roles": roles,
                "works": works,
                "assignable": assignable,
                "conflict": conflict,
                "named": named,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Role(roles_item_data)

            roles.append(roles_item)

        works = d.pop("works")

        assignable = d.pop("assignable")

        conflict = d.pop("conflict")

        named = d.pop("named")

        case_colleague = cls(
            id=id,
            name=name,
            roles=roles,
            works=works,
            assignable=assignable,
            conflict=conflict,
            named=named,
        )

        case_colleague.additional_properties = d
        return case_colleague

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
