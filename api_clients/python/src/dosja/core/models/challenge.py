from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.challenge_parameters import ChallengeParameters


T = TypeVar("T", bound="Challenge")


@_attrs_define
class Challenge:
    """A puzzle for a proof of work, in the format of altcha, version 2.

    Attributes:
        parameters (ChallengeParameters): The puzzle, signed: sent back unchanged.
        signature (str):
    """

    parameters: ChallengeParameters
    signature: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters.to_dict()

        signature = self.signature

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "parameters": parameters,
                "signature": signature,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.challenge_parameters import ChallengeParameters  # noqa: PLC0415

        d = dict(src_dict)
        parameters = ChallengeParameters.from_dict(d.pop("parameters"))

        signature = d.pop("signature")

        challenge = cls(
            parameters=parameters,
            signature=signature,
        )

        challenge.additional_properties = d
        return challenge

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
