from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.statistic_cell import StatisticCell


T = TypeVar("T", bound="StatisticLine")


@_attrs_define
class StatisticLine:
    """A row; its cells in the order of the columns.

    Attributes:
        code (str): A code of the API; empty where it is not known, and for the sum.
        label (str):
        depth (int): 0 at the top; a row is part of the last one less deep.
        cells (list[StatisticCell]):
    """

    code: str
    label: str
    depth: int
    cells: list[StatisticCell]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        label = self.label

        depth = self.depth

        cells = []
        for cells_item_data in self.cells:
            cells_item = cells_item_data.to_dict()
            cells.append(cells_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
                "depth": depth,
                "cells": cells,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.statistic_cell import StatisticCell  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        label = d.pop("label")

        depth = d.pop("depth")

        cells = []
        _cells = d.pop("cells")
        for cells_item_data in _cells:
            cells_item = StatisticCell.from_dict(cells_item_data)

            cells.append(cells_item)

        statistic_line = cls(
            code=code,
            label=label,
            depth=depth,
            cells=cells,
        )

        statistic_line.additional_properties = d
        return statistic_line

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
