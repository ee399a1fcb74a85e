from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.likeness import Likeness

T = TypeVar("T", bound="InCommon")


@_attrs_define
class InCommon:
    """One thing that two cases have in common.

    Attributes:
        code (Likeness): * `same_contact` - The complainants gave the same telephone number or e-mail address
            * `same_text` - Large parts of the complaints are alike, word for word
            * `same_words` - The summaries have words in common
            * `same_institution` - The same institution
            * `same_category` - The same category
            * `same_place` - The same place
            * `near_in_time` - They arrived within two weeks
        label (str): In your language.
    """

    code: Likeness
    label: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        label = self.label

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = Likeness(d.pop("code"))

        label = d.pop("label")

        in_common = cls(
            code=code,
            label=label,
        )

        in_common.additional_properties = d
        return in_common

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
