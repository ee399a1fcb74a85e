from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OpenedOutcome")


@_attrs_define
class OpenedOutcome:
    """How it ended, in words.

    Attributes:
        outcome_text (None | str):
        impact (None | str):
        advice (None | str):
        value_recovered (None | str):
        value_currency (str):
    """

    outcome_text: None | str
    impact: None | str
    advice: None | str
    value_recovered: None | str
    value_currency: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome_text: None | str
        outcome_text = self.outcome_text

        impact: None | str
        impact = self.impact

        advice: None | str
        advice = self.advice

        value_recovered: None | str
        value_recovered = self.value_recovered

        value_currency = self.value_currency

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome_text": outcome_text,
                "impact": impact,
                "advice": advice,
                "value_recovered": value_recovered,
                "value_currency": value_currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_outcome_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outcome_text = _parse_outcome_text(d.pop("outcome_text"))

        def _parse_impact(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impact = _parse_impact(d.pop("impact"))

        def _parse_advice(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        advice = _parse_advice(d.pop("advice"))

        def _parse_value_recovered(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value_recovered = _parse_value_recovered(d.pop("value_recovered"))

        value_currency = d.pop("value_currency")

        opened_outcome = cls(
            outcome_text=outcome_text,
            impact=impact,
            advice=advice,
            value_recovered=value_recovered,
            value_currency=value_currency,
        )

        opened_outcome.additional_properties = d
        return opened_outcome

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
