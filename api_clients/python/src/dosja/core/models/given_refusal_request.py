from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_refusal import ErasureRefusal
from ..types import UNSET, Unset

T = TypeVar("T", bound="GivenRefusalRequest")


@_attrs_define
class GivenRefusalRequest:
    """Why it is refused. The complainant reads both.

    Attributes:
        refusal (ErasureRefusal): * `hold` - We have to keep your file for now
            * `legal_duty` - The law obliges us to keep it
            * `legal_claim` - It is needed to pursue or defend a legal claim
            * `protection` - It protects you or somebody else from reprisal
            * `running` - Work on it has not ended; withdraw the complaint first
            * `not_author` - We are not sure that it was you who asked
        words (str | Unset):  Default: ''.
    """

    refusal: ErasureRefusal
    words: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        refusal = self.refusal.value

        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "refusal": refusal,
            }
        )
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        refusal = ErasureRefusal(d.pop("refusal"))

        words = d.pop("words", UNSET)

        given_refusal_request = cls(
            refusal=refusal,
            words=words,
        )

        given_refusal_request.additional_properties = d
        return given_refusal_request

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
