from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind

if TYPE_CHECKING:
    from ..models.category_labels import CategoryLabels


T = TypeVar("T", bound="Category")


@_attrs_define
class Category:
    """A term of the tree of what complaints are about.

    Attributes:
        code (str):
        labels (CategoryLabels):
        label (str):
        parent (None | str):
        ancestors (list[str]): Codes from the root down, without its own.
        kinds (list[CaseKind]):
        position (int):
        is_active (bool):
        is_sensitive (bool):
        version (int):
    """

    code: str
    labels: CategoryLabels
    label: str
    parent: None | str
    ancestors: list[str]
    kinds: list[CaseKind]
    position: int
    is_active: bool
    is_sensitive: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        labels = self.labels.to_dict()

        label = self.label

        parent: None | str
        parent = self.parent

        ancestors = self.ancestors

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        position = self.position

        is_active = self.is_active

        is_sensitive = self.is_sensitive

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "labels": labels,
                "label": label,
                "parent": parent,
                "ancestors": ancestors,
                "kinds": kinds,
                "position": position,
                "is_active": is_active,
                "is_sensitive": is_sensitive,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_labels import CategoryLabels  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        labels = CategoryLabels.from_dict(d.pop("labels"))

        label = d.pop("label")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        ancestors = cast(list[str], d.pop("ancestors"))

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = CaseKind(kinds_item_data)

            kinds.append(kinds_item)

        position = d.pop("position")

        is_active = d.pop("is_active")

        is_sensitive = d.pop("is_sensitive")

        version = d.pop("version")

        category = cls(
            code=code,
            labels=labels,
            label=label,
            parent=parent,
            ancestors=ancestors,
            kinds=kinds,
            position=position,
            is_active=is_active,
            is_sensitive=is_sensitive,
            version=version,
        )

        category.additional_properties = d
        return category

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
