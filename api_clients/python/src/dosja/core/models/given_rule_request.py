from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_ending import CaseEnding
from ..models.case_kind import CaseKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="GivenRuleRequest")


@_attrs_define
class GivenRuleRequest:
    """A rule; without kind or ending it is for all.

    Attributes:
        months (int):
        kind (CaseKind | None | Unset):
        ending (CaseEnding | None | Unset):
    """

    months: int
    kind: CaseKind | None | Unset = UNSET
    ending: CaseEnding | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        months = self.months

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, CaseKind):
            kind = self.kind.value
        else:
            kind = self.kind

        ending: None | str | Unset
        if isinstance(self.ending, Unset):
            ending = UNSET
        elif isinstance(self.ending, CaseEnding):
            ending = self.ending.value
        else:
            ending = self.ending

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "months": months,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if ending is not UNSET:
            field_dict["ending"] = ending

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        months = d.pop("months")

        def _parse_kind(data: object) -> CaseKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = CaseKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseKind | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        def _parse_ending(data: object) -> CaseEnding | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ending_type_0 = CaseEnding(data)

                return ending_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseEnding | None | Unset, data)

        ending = _parse_ending(d.pop("ending", UNSET))

        given_rule_request = cls(
            months=months,
            kind=kind,
            ending=ending,
        )

        given_rule_request.additional_properties = d
        return given_rule_request

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
