from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Refusal")


@_attrs_define
class Refusal:
    """A row, and the code of what is the matter with it.

    Attributes:
        table (str):
        row (int):
        where (str): The file, or the way to the object in the document.
        id (str): As far as one could be read.
        field (str):
        code (str):
    """

    table: str
    row: int
    where: str
    id: str
    field: str
    code: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        table = self.table

        row = self.row

        where = self.where

        id = self.id

        field = self.field

        code = self.code

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "table": table,
                "row": row,
                "where": where,
                "id": id,
                "field": field,
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        table = d.pop("table")

        row = d.pop("row")

        where = d.pop("where")

        id = d.pop("id")

        field = d.pop("field")

        code = d.pop("code")

        refusal = cls(
            table=table,
            row=row,
            where=where,
            id=id,
            field=field,
            code=code,
        )

        refusal.additional_properties = d
        return refusal

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
