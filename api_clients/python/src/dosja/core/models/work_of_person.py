from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WorkOfPerson")


@_attrs_define
class WorkOfPerson:
    """How much lies with a person, in numbers: some of these cases may not be for your eyes.

    Attributes:
        cases (int): Cases that the person works and that have not ended.
        tasks (int): Open tasks.
        named (int): Restricted cases on which the person is named.
    """

    cases: int
    tasks: int
    named: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cases = self.cases

        tasks = self.tasks

        named = self.named

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cases": cases,
                "tasks": tasks,
                "named": named,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cases = d.pop("cases")

        tasks = d.pop("tasks")

        named = d.pop("named")

        work_of_person = cls(
            cases=cases,
            tasks=tasks,
            named=named,
        )

        work_of_person.additional_properties = d
        return work_of_person

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
