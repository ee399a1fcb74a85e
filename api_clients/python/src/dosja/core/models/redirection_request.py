from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RedirectionRequest")


@_attrs_define
class RedirectionRequest:
    """To which body it was passed, and when.

    Attributes:
        institution (str):
        redirected_on (datetime.date):
        deadline_rule (None | str | Unset): Without it, the term by the same law; null: none.
    """

    institution: str
    redirected_on: datetime.date
    deadline_rule: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = self.institution

        redirected_on = self.redirected_on.isoformat()

        deadline_rule: None | str | Unset
        if isinstance(self.deadline_rule, Unset):
            deadline_rule = UNSET
        else:
            deadline_rule = self.deadline_rule

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "redirected_on": redirected_on,
            }
        )
        if deadline_rule is not UNSET:
            field_dict["deadline_rule"] = deadline_rule

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = d.pop("institution")

        redirected_on = datetime.date.fromisoformat(d.pop("redirected_on"))

        def _parse_deadline_rule(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deadline_rule = _parse_deadline_rule(d.pop("deadline_rule", UNSET))

        redirection_request = cls(
            institution=institution,
            redirected_on=redirected_on,
            deadline_rule=deadline_rule,
        )

        redirection_request.additional_properties = d
        return redirection_request

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
