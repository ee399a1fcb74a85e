from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.complainant_kind import ComplainantKind

if TYPE_CHECKING:
    from ..models.allowed_action import AllowedAction


T = TypeVar("T", bound="IdentityStanding")


@_attrs_define
class IdentityStanding:
    """What can be said of a complainant's identity without opening it.

    Attributes:
        complainant_kind (ComplainantKind): * `identified` - With my name
            * `confidential` - My name only for the NGO
            * `anonymous` - Without my name
        sealed (bool): It is sealed to custodians' keys: ask with a `reader_key` of your own.
        delayed (bool): There is one custodian at most: what is approved opens a day later.
        allowed_actions (list[AllowedAction]): `ask`: POST to `identity-requests/`. Empty where your role does not allow
            it.
    """

    complainant_kind: ComplainantKind
    sealed: bool
    delayed: bool
    allowed_actions: list[AllowedAction]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complainant_kind = self.complainant_kind.value

        sealed = self.sealed

        delayed = self.delayed

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.to_dict()
            allowed_actions.append(allowed_actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complainant_kind": complainant_kind,
                "sealed": sealed,
                "delayed": delayed,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed_action import AllowedAction  # noqa: PLC0415

        d = dict(src_dict)
        complainant_kind = ComplainantKind(d.pop("complainant_kind"))

        sealed = d.pop("sealed")

        delayed = d.pop("delayed")

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = AllowedAction.from_dict(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        identity_standing = cls(
            complainant_kind=complainant_kind,
            sealed=sealed,
            delayed=delayed,
            allowed_actions=allowed_actions,
        )

        identity_standing.additional_properties = d
        return identity_standing

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
