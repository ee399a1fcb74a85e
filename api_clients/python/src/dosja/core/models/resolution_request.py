from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.currency import Currency
from ..models.resolution_outcome import ResolutionOutcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="ResolutionRequest")


@_attrs_define
class ResolutionRequest:
    """The outcome, and its words for the complainant.

    Attributes:
        outcome (ResolutionOutcome): * `remedied` - Remedied
            * `partly_remedied` - Partly remedied
            * `explanation` - Explanation or apology
            * `disciplinary_action` - Disciplinary action
            * `prosecution_referred` - Handed to the prosecution
            * `refund` - Money returned
            * `policy_change` - Rule or practice changed
            * `refused` - Refused
            * `unfounded` - Unfounded
            * `no_answer` - No answer
        outcome_text (str): Read by the complainant.
        impact (str | Unset):  Default: ''.
        value_recovered (None | str | Unset):
        value_currency (BlankEnum | Currency | Unset):  Default: BlankEnum.EMPTY.
        reason (str | Unset): Needed while an institution still has to answer. Default: ''.
    """

    outcome: ResolutionOutcome
    outcome_text: str
    impact: str | Unset = ""
    value_recovered: None | str | Unset = UNSET
    value_currency: BlankEnum | Currency | Unset = BlankEnum.EMPTY
    reason: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        outcome_text = self.outcome_text

        impact = self.impact

        value_recovered: None | str | Unset
        if isinstance(self.value_recovered, Unset):
            value_recovered = UNSET
        else:
            value_recovered = self.value_recovered

        value_currency: str | Unset
        if isinstance(self.value_currency, Unset):
            value_currency = UNSET
        elif isinstance(self.value_currency, Currency):
            value_currency = self.value_currency.value
        else:
            value_currency = self.value_currency.value

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
                "outcome_text": outcome_text,
            }
        )
        if impact is not UNSET:
            field_dict["impact"] = impact
        if value_recovered is not UNSET:
            field_dict["value_recovered"] = value_recovered
        if value_currency is not UNSET:
            field_dict["value_currency"] = value_currency
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = ResolutionOutcome(d.pop("outcome"))

        outcome_text = d.pop("outcome_text")

        impact = d.pop("impact", UNSET)

        def _parse_value_recovered(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        value_recovered = _parse_value_recovered(d.pop("value_recovered", UNSET))

        def _parse_value_currency(data: object) -> BlankEnum | Currency | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                value_currency_type_0 = Currency(data)

                return value_currency_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            value_currency_type_1 = BlankEnum(data)

            return value_currency_type_1

        value_currency = _parse_value_currency(d.pop("value_currency", UNSET))

        reason = d.pop("reason", UNSET)

        resolution_request = cls(
            outcome=outcome,
            outcome_text=outcome_text,
            impact=impact,
            value_recovered=value_recovered,
            value_currency=value_currency,
            reason=reason,
        )

        resolution_request.additional_properties = d
        return resolution_request

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
