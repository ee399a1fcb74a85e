from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_delimiter import ImportDelimiter
from ..models.import_encoding import ImportEncoding
from ..types import UNSET, Unset

T = TypeVar("T", bound="ImportReadingRequest")


@_attrs_define
class ImportReadingRequest:
    """How the file is to be read; what is left out is found out from the file.

    Attributes:
        sheet (int | Unset):
        header_row (int | Unset):
        encoding (ImportEncoding | Unset): * `utf-8` - utf-8
            * `utf-16` - utf-16
            * `cp1250` - cp1250
            * `cp1251` - cp1251
            * `cp1252` - cp1252
        delimiter (ImportDelimiter | Unset): * `,` - ,
            * `;` - ;
            * `	` -
            * `|` - |
    """

    sheet: int | Unset = UNSET
    header_row: int | Unset = UNSET
    encoding: ImportEncoding | Unset = UNSET
    delimiter: ImportDelimiter | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sheet = self.sheet

        header_row = self.header_row

        encoding: str | Unset = UNSET
        if not isinstance(self.encoding, Unset):
            encoding = self.encoding.value

        delimiter: str | Unset = UNSET
        if not isinstance(self.delimiter, Unset):
            delimiter = self.delimiter.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sheet is not UNSET:
            field_dict["sheet"] = sheet
        if header_row is not UNSET:
            field_dict["header_row"] = header_row
        if encoding is not UNSET:
            field_dict["encoding"] = encoding
        if delimiter is not UNSET:
            field_dict["delimiter"] = delimiter

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sheet = d.pop("sheet", UNSET)

        header_row = d.pop("header_row", UNSET)

        _encoding = d.pop("encoding", UNSET)
        encoding: ImportEncoding | Unset
        if isinstance(_encoding, Unset):
            encoding = UNSET
        else:
            encoding = ImportEncoding(_encoding)

        _delimiter = d.pop("delimiter", UNSET)
        delimiter: ImportDelimiter | Unset
        if isinstance(_delimiter, Unset):
            delimiter = UNSET
        else:
            delimiter = ImportDelimiter(_delimiter)

        import_reading_request = cls(
            sheet=sheet,
            header_row=header_row,
            encoding=encoding,
            delimiter=delimiter,
        )

        import_reading_request.additional_properties = d
        return import_reading_request

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
