from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.constant_asked_request import ConstantAskedRequest
    from ..models.mapped_column_asked_request import MappedColumnAskedRequest


T = TypeVar("T", bound="MappingAskedRequest")


@_attrs_define
class MappingAskedRequest:
    """Which column is what. Columns that are not named are left out.

    Attributes:
        columns (list[MappedColumnAskedRequest]):
        constants (list[ConstantAskedRequest]):
    """

    columns: list[MappedColumnAskedRequest]
    constants: list[ConstantAskedRequest]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        constants = []
        for constants_item_data in self.constants:
            constants_item = constants_item_data.to_dict()
            constants.append(constants_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "columns": columns,
                "constants": constants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.constant_asked_request import ConstantAskedRequest  # noqa: PLC0415
        from ..models.mapped_column_asked_request import MappedColumnAskedRequest  # noqa: PLC0415

        d = dict(src_dict)
        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = MappedColumnAskedRequest.from_dict(columns_item_data)

            columns.append(columns_item)

        constants = []
        _constants = d.pop("constants")
        for constants_item_data in _constants:
            constants_item = ConstantAskedRequest.from_dict(constants_item_data)

            constants.append(constants_item)

        mapping_asked_request = cls(
            columns=columns,
            constants=constants,
        )

        mapping_asked_request.additional_properties = d
        return mapping_asked_request

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
