from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.statistic import Statistic

T = TypeVar("T", bound="StatisticDefinition")


@_attrs_define
class StatisticDefinition:
    """A statistic that can be asked for, and what its numbers mean.

    Attributes:
        code (Statistic): * `cases-by-stage` - Cases by stage
            * `cases-by-kind` - Cases by kind
            * `cases-by-category` - Cases by category
            * `cases-by-place` - Cases by place
            * `cases-by-institution` - Cases by institution
            * `overdue` - Overdue cases
            * `outcomes` - Outcomes
            * `value-recovered` - Value recovered
            * `satisfaction` - Satisfaction
            * `safety` - Safety and trust
            * `response-times` - Response times of institutions
        title (str):
        definition (str):
    """

    code: Statistic
    title: str
    definition: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        title = self.title

        definition = self.definition

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "title": title,
                "definition": definition,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = Statistic(d.pop("code"))

        title = d.pop("title")

        definition = d.pop("definition")

        statistic_definition = cls(
            code=code,
            title=title,
            definition=definition,
        )

        statistic_definition.additional_properties = d
        return statistic_definition

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
