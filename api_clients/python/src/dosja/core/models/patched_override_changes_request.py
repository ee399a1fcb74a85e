from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patched_override_changes_request_names import PatchedOverrideChangesRequestNames


T = TypeVar("T", bound="PatchedOverrideChangesRequest")


@_attrs_define
class PatchedOverrideChangesRequest:
    """What may be corrected; send only what changes.

    Attributes:
        working (bool | Unset):
        names (PatchedOverrideChangesRequestNames | Unset):
        source (str | Unset):
    """

    working: bool | Unset = UNSET
    names: PatchedOverrideChangesRequestNames | Unset = UNSET
    source: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        working = self.working

        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if working is not UNSET:
            field_dict["working"] = working
        if names is not UNSET:
            field_dict["names"] = names
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patched_override_changes_request_names import PatchedOverrideChangesRequestNames  # noqa: PLC0415

        d = dict(src_dict)
        working = d.pop("working", UNSET)

        _names = d.pop("names", UNSET)
        names: PatchedOverrideChangesRequestNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = PatchedOverrideChangesRequestNames.from_dict(_names)

        source = d.pop("source", UNSET)

        patched_override_changes_request = cls(
            working=working,
            names=names,
            source=source,
        )

        patched_override_changes_request.additional_properties = d
        return patched_override_changes_request

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
