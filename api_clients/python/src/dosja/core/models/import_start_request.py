from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ImportStartRequest")


@_attrs_define
class ImportStartRequest:
    """Whether rows in which something is wrong may be left out.

    Attributes:
        leave_out_faulty (bool | Unset):  Default: False.
    """

    leave_out_faulty: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        leave_out_faulty = self.leave_out_faulty

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if leave_out_faulty is not UNSET:
            field_dict["leave_out_faulty"] = leave_out_faulty

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        leave_out_faulty = d.pop("leave_out_faulty", UNSET)

        import_start_request = cls(
            leave_out_faulty=leave_out_faulty,
        )

        import_start_request.additional_properties = d
        return import_start_request

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
