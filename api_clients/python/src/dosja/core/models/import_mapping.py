from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_constant import ImportConstant
    from ..models.import_mapped_column import ImportMappedColumn


T = TypeVar("T", bound="ImportMapping")


@_attrs_define
class ImportMapping:
    """Which column is what.

    Attributes:
        columns (list[ImportMappedColumn]):
        constants (list[ImportConstant]):
    """

    columns: list[ImportMappedColumn]
    constants: list[ImportConstant]
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
        from ..models.import_constant import ImportConstant  # noqa: PLC0415
        from ..models.import_mapped_column import ImportMappedColumn  # noqa: PLC0415

        d = dict(src_dict)
        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = ImportMappedColumn.from_dict(columns_item_data)

            columns.append(columns_item)

        constants = []
        _constants = d.pop("constants")
        for constants_item_data in _constants:
            constants_item = ImportConstant.from_dict(constants_item_data)

            constants.append(constants_item)

        import_mapping = cls(
            columns=columns,
            constants=constants,
        )

        import_mapping.additional_properties = d
        return import_mapping

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
