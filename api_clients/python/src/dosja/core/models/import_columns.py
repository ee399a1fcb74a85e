from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.import_column import ImportColumn
    from ..models.import_mapping import ImportMapping
    from ..models.import_target import ImportTarget


T = TypeVar("T", bound="ImportColumns")


@_attrs_define
class ImportColumns:
    """What was read, what it looks like, what was said of it, and what it can become.

    Attributes:
        sheets (list[str]):
        sheet (int):
        header_row (int):
        encoding (str):
        delimiter (str):
        columns (list[ImportColumn]):
        mapping (ImportMapping): Which column is what.
        targets (list[ImportTarget]):
    """

    sheets: list[str]
    sheet: int
    header_row: int
    encoding: str
    delimiter: str
    columns: list[ImportColumn]
    mapping: ImportMapping
    targets: list[ImportTarget]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sheets = self.sheets

        sheet = self.sheet

        header_row = self.header_row

        encoding = self.encoding

        delimiter = self.delimiter

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        mapping = self.mapping.to_dict()

        targets = []
        for targets_item_data in self.targets:
            targets_item = targets_item_data.to_dict()
            targets.append(targets_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sheets": sheets,
                "sheet": sheet,
                "header_row": header_row,
                "encoding": encoding,
                "delimiter": delimiter,
                "columns": columns,
                "mapping": mapping,
                "targets": targets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_column import ImportColumn  # noqa: PLC0415
        from ..models.import_mapping import ImportMapping  # noqa: PLC0415
        from ..models.import_target import ImportTarget  # noqa: PLC0415

        d = dict(src_dict)
        sheets = cast(list[str], d.pop("sheets"))

        sheet = d.pop("sheet")

        header_row = d.pop("header_row")

        encoding = d.pop("encoding")

        delimiter = d.pop("delimiter")

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = ImportColumn.from_dict(columns_item_data)

            columns.append(columns_item)

        mapping = ImportMapping.from_dict(d.pop("mapping"))

        targets = []
        _targets = d.pop("targets")
        for targets_item_data in _targets:
            targets_item = ImportTarget.from_dict(targets_item_data)

            targets.append(targets_item)

        import_columns = cls(
            sheets=sheets,
            sheet=sheet,
            header_row=header_row,
            encoding=encoding,
            delimiter=delimiter,
            columns=columns,
            mapping=mapping,
            targets=targets,
        )

        import_columns.additional_properties = d
        return import_columns

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
