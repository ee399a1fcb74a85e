from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_category_request_labels import NewCategoryRequestLabels


T = TypeVar("T", bound="NewCategoryRequest")


@_attrs_define
class NewCategoryRequest:
    """A new term. Code and place in the tree can never change.

    Attributes:
        code (str):
        parent (None | str): Code; null for a root.
        kinds (list[CaseKind]):
        labels (NewCategoryRequestLabels):
        position (int | Unset):  Default: 0.
        is_sensitive (bool | Unset): Of cases of this term, and of terms below it, the public is never told anything.
            Default: False.
    """

    code: str
    parent: None | str
    kinds: list[CaseKind]
    labels: NewCategoryRequestLabels
    position: int | Unset = 0
    is_sensitive: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        parent: None | str
        parent = self.parent

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        labels = self.labels.to_dict()

        position = self.position

        is_sensitive = self.is_sensitive

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "parent": parent,
                "kinds": kinds,
                "labels": labels,
            }
        )
        if position is not UNSET:
            field_dict["position"] = position
        if is_sensitive is not UNSET:
            field_dict["is_sensitive"] = is_sensitive

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_category_request_labels import NewCategoryRequestLabels  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = CaseKind(kinds_item_data)

            kinds.append(kinds_item)

        labels = NewCategoryRequestLabels.from_dict(d.pop("labels"))

        position = d.pop("position", UNSET)

        is_sensitive = d.pop("is_sensitive", UNSET)

        new_category_request = cls(
            code=code,
            parent=parent,
            kinds=kinds,
            labels=labels,
            position=position,
            is_sensitive=is_sensitive,
        )

        new_category_request.additional_properties = d
        return new_category_request

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
