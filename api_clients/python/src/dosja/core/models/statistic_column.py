from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.measure import Measure

T = TypeVar("T", bound="StatisticColumn")


@_attrs_define
class StatisticColumn:
    """`code` of a stretch of time: `2026`, `2026-Q1` or `2026-03`; `all` for the whole period.

    Attributes:
        code (str):
        label (str):
        measure (Measure): * `count` - A number of things
            * `days` - Days
            * `percent` - Per cent
            * `score` - A score from 1 to 5
            * `amount` - Money
    """

    code: str
    label: str
    measure: Measure
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        label = self.label

        measure = self.measure.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
                "measure": measure,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        label = d.pop("label")

        measure = Measure(d.pop("measure"))

        statistic_column = cls(
            code=code,
            label=label,
            measure=measure,
        )

        statistic_column.additional_properties = d
        return statistic_column

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
