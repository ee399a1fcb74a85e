from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.allowed_action import AllowedAction
    from ..models.key_custodian import KeyCustodian
    from ..models.sealing_key import SealingKey


T = TypeVar("T", bound="SealedIdentities")


@_attrs_define
class SealedIdentities:
    """Whether identities are sealed, to which key, and who opens it.

    Attributes:
        on (bool):
        key (None | SealingKey):
        keys (int): The one in use and those before it.
        custodians (list[KeyCustodian]):
        allowed_actions (list[AllowedAction]):
    """

    on: bool
    key: None | SealingKey
    keys: int
    custodians: list[KeyCustodian]
    allowed_actions: list[AllowedAction]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sealing_key import SealingKey  # noqa: PLC0415

        on = self.on

        key: dict[str, Any] | None
        if isinstance(self.key, SealingKey):
            key = self.key.to_dict()
        else:
            key = self.key

        keys = self.keys

        custodians = []
        for custodians_item_data in self.custodians:
            custodians_item = custodians_item_data.to_dict()
            custodians.append(custodians_item)

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.to_dict()
            allowed_actions.append(allowed_actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "key": key,
                "keys": keys,
                "custodians": custodians,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed_action import AllowedAction  # noqa: PLC0415
        from ..models.key_custodian import KeyCustodian  # noqa: PLC0415
        from ..models.sealing_key import SealingKey  # noqa: PLC0415

        d = dict(src_dict)
        on = d.pop("on")

        def _parse_key(data: object) -> None | SealingKey:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                key_type_0 = SealingKey.from_dict(data)

                return key_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SealingKey, data)

        key = _parse_key(d.pop("key"))

        keys = d.pop("keys")

        custodians = []
        _custodians = d.pop("custodians")
        for custodians_item_data in _custodians:
            custodians_item = KeyCustodian.from_dict(custodians_item_data)

            custodians.append(custodians_item)

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = AllowedAction.from_dict(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        sealed_identities = cls(
            on=on,
            key=key,
            keys=keys,
            custodians=custodians,
            allowed_actions=allowed_actions,
        )

        sealed_identities.additional_properties = d
        return sealed_identities

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
