from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_account_problem import MailAccountProblem

T = TypeVar("T", bound="Side")


@_attrs_define
class Side:
    """How signing in went.

    Attributes:
        works (bool):
        problem (MailAccountProblem | None):
        message (None | str): The problem in your language.
    """

    works: bool
    problem: MailAccountProblem | None
    message: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        works = self.works

        problem: None | str
        if isinstance(self.problem, MailAccountProblem):
            problem = self.problem.value
        else:
            problem = self.problem

        message: None | str
        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "works": works,
                "problem": problem,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        works = d.pop("works")

        def _parse_problem(data: object) -> MailAccountProblem | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_type_0 = MailAccountProblem(data)

                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailAccountProblem | None, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        side = cls(
            works=works,
            problem=problem,
            message=message,
        )

        side.additional_properties = d
        return side

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
