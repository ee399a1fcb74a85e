from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_ending import CaseEnding
from ..models.case_kind import CaseKind

T = TypeVar("T", bound="RetentionRule")


@_attrs_define
class RetentionRule:
    """So many months after it ended a case is erased.

    Attributes:
        kind (CaseKind | None): Null: of every kind.

            * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        ending (CaseEnding | None): Null: however it ended.

            * `remedied` - Remedied
            * `partly_remedied` - Partly remedied
            * `explanation` - Explanation or apology
            * `disciplinary_action` - Disciplinary action
            * `prosecution_referred` - Handed to the prosecution
            * `refund` - Money returned
            * `policy_change` - Rule or practice changed
            * `refused` - Refused
            * `unfounded` - Unfounded
            * `no_answer` - No answer
            * `withdrawn` - Withdrawn
            * `inadmissible` - Inadmissible
            * `duplicate` - Duplicate
            * `transferred` - Handed to another partner
        months (int):
    """

    kind: CaseKind | None
    ending: CaseEnding | None
    months: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: None | str
        if isinstance(self.kind, CaseKind):
            kind = self.kind.value
        else:
            kind = self.kind

        ending: None | str
        if isinstance(self.ending, CaseEnding):
            ending = self.ending.value
        else:
            ending = self.ending

        months = self.months

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "ending": ending,
                "months": months,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_kind(data: object) -> CaseKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = CaseKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseKind | None, data)

        kind = _parse_kind(d.pop("kind"))

        def _parse_ending(data: object) -> CaseEnding | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ending_type_0 = CaseEnding(data)

                return ending_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseEnding | None, data)

        ending = _parse_ending(d.pop("ending"))

        months = d.pop("months")

        retention_rule = cls(
            kind=kind,
            ending=ending,
            months=months,
        )

        retention_rule.additional_properties = d
        return retention_rule

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
