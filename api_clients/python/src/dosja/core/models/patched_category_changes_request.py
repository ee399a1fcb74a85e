from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patched_category_changes_request_labels import PatchedCategoryChangesRequestLabels


T = TypeVar("T", bound="PatchedCategoryChangesRequest")


@_attrs_define
class PatchedCategoryChangesRequest:
    """What may change of a category.

    Attributes:
        kinds (list[CaseKind] | Unset):
        labels (PatchedCategoryChangesRequestLabels | Unset):
        position (int | Unset):
        is_active (bool | Unset): false takes it out of use.
        is_sensitive (bool | Unset): Of cases of this term, and of terms below it, the public is never told anything.
    """

    kinds: list[CaseKind] | Unset = UNSET
    labels: PatchedCategoryChangesRequestLabels | Unset = UNSET
    position: int | Unset = UNSET
    is_active: bool | Unset = UNSET
    is_sensitive: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kinds: list[str] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = []
            for kinds_item_data in self.kinds:
                kinds_item = kinds_item_data.value
                kinds.append(kinds_item)

        labels: dict[str, Any] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = self.labels.to_dict()

        position = self.position

        is_active = self.is_active

        is_sensitive = self.is_sensitive

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if kinds is not UNSET:
            field_dict["kinds"] = kinds
        if labels is not UNSET:
            field_dict["labels"] = labels
        if position is not UNSET:
            field_dict["position"] = position
        if is_active is not UNSET:
            field_dict["is_active"] = is_active
        if is_sensitive is not UNSET:
            field_dict["is_sensitive"] = is_sensitive

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patched_category_changes_request_labels import PatchedCategoryChangesRequestLabels  # noqa: PLC0415

        d = dict(src_dict)
        _kinds = d.pop("kinds", UNSET)
        kinds: list[CaseKind] | Unset = UNSET
        if _kinds is not UNSET:
            kinds = []
            for kinds_item_data in _kinds:
                kinds_item = CaseKind(kinds_item_data)

                kinds.append(kinds_item)

        _labels = d.pop("labels", UNSET)
        labels: PatchedCategoryChangesRequestLabels | Unset
        if isinstance(_labels, Unset):
            labels = UNSET
        else:
            labels = PatchedCategoryChangesRequestLabels.from_dict(_labels)

        position = d.pop("position", UNSET)

        is_active = d.pop("is_active", UNSET)

        is_sensitive = d.pop("is_sensitive", UNSET)

        patched_category_changes_request = cls(
            kinds=kinds,
            labels=labels,
            position=position,
            is_active=is_active,
            is_sensitive=is_sensitive,
        )

        patched_category_changes_request.additional_properties = d
        return patched_category_changes_request

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
