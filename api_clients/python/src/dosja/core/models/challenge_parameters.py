from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.challenge_parameters_data import ChallengeParametersData


T = TypeVar("T", bound="ChallengeParameters")


@_attrs_define
class ChallengeParameters:
    """The puzzle, signed: sent back unchanged.

    Attributes:
        algorithm (str):
        cost (int): Iterations of one try.
        key_length (int):
        key_prefix (str): What the derived key begins with, in hex.
        key_signature (str):
        nonce (str):
        salt (str):
        expires_at (int): Seconds since 1970.
        data (ChallengeParametersData):
    """

    algorithm: str
    cost: int
    key_length: int
    key_prefix: str
    key_signature: str
    nonce: str
    salt: str
    expires_at: int
    data: ChallengeParametersData
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        algorithm = self.algorithm

        cost = self.cost

        key_length = self.key_length

        key_prefix = self.key_prefix

        key_signature = self.key_signature

        nonce = self.nonce

        salt = self.salt

        expires_at = self.expires_at

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "algorithm": algorithm,
                "cost": cost,
                "keyLength": key_length,
                "keyPrefix": key_prefix,
                "keySignature": key_signature,
                "nonce": nonce,
                "salt": salt,
                "expiresAt": expires_at,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.challenge_parameters_data import ChallengeParametersData  # noqa: PLC0415

        d = dict(src_dict)
        algorithm = d.pop("algorithm")

        cost = d.pop("cost")

        key_length = d.pop("keyLength")

        key_prefix = d.pop("keyPrefix")

        key_signature = d.pop("keySignature")

        nonce = d.pop("nonce")

        salt = d.pop("salt")

        expires_at = d.pop("expiresAt")

        data = ChallengeParametersData.from_dict(d.pop("data"))

        challenge_parameters = cls(
            algorithm=algorithm,
            cost=cost,
            key_length=key_length,
            key_prefix=key_prefix,
            key_signature=key_signature,
            nonce=nonce,
            salt=salt,
            expires_at=expires_at,
            data=data,
        )

        challenge_parameters.additional_properties = d
        return challenge_parameters

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
