from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.deadline_rule import DeadlineRule


T = TypeVar("T", bound="TermOutlook")


@_attrs_define
class TermOutlook:
    """A legal term, and its end if the letter left today.

    Attributes:
        rule (DeadlineRule): A legal term. One with `verified: false` is not to be shown as law; `notice` says why.
        is_suggested (bool): The likeliest one for such a case; you decide.
        due_at (datetime.date | None): null: beyond the calendar that is known.
        explanation (None | str): How it was worked out.
    """

    rule: DeadlineRule
    is_suggested: bool
    due_at: datetime.date | None
    explanation: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rule = self.rule.to_dict()

        is_suggested = self.is_suggested

        due_at: None | str
        if isinstance(self.due_at, datetime.date):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        explanation: None | str
        explanation = self.explanation

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule": rule,
                "is_suggested": is_suggested,
                "due_at": due_at,
                "explanation": explanation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deadline_rule import DeadlineRule  # noqa: PLC0415

        d = dict(src_dict)
        rule = DeadlineRule.from_dict(d.pop("rule"))

        is_suggested = d.pop("is_suggested")

        def _parse_due_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.date.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        def _parse_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explanation = _parse_explanation(d.pop("explanation"))

        term_outlook = cls(
            rule=rule,
            is_suggested=is_suggested,
            due_at=due_at,
            explanation=explanation,
        )

        term_outlook.additional_properties = d
        return term_outlook

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
