from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_delivery_problem import WebhookDeliveryProblem

T = TypeVar("T", bound="WebhookTry")


@_attrs_define
class WebhookTry:
    """How one try went.

    Attributes:
        at (datetime.datetime):
        status (int | None): The number of the answer, if one came.
        problem (None | WebhookDeliveryProblem):
        milliseconds (int):
    """

    at: datetime.datetime
    status: int | None
    problem: None | WebhookDeliveryProblem
    milliseconds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        status: int | None
        status = self.status

        problem: None | str
        if isinstance(self.problem, WebhookDeliveryProblem):
            problem = self.problem.value
        else:
            problem = self.problem

        milliseconds = self.milliseconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "status": status,
                "problem": problem,
                "milliseconds": milliseconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))

        def _parse_problem(data: object) -> None | WebhookDeliveryProblem:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_type_0 = WebhookDeliveryProblem(data)

                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WebhookDeliveryProblem, data)

        problem = _parse_problem(d.pop("problem"))

        milliseconds = d.pop("milliseconds")

        webhook_try = cls(
            at=at,
            status=status,
            problem=problem,
            milliseconds=milliseconds,
        )

        webhook_try.additional_properties = d
        return webhook_try

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
