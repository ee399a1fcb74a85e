from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.retention_policy_erased_item import RetentionPolicyErasedItem
    from ..models.retention_rule import RetentionRule


T = TypeVar("T", bound="RetentionPolicy")


@_attrs_define
class RetentionPolicy:
    """A partner's rules. Where there are none, nothing is ever erased by itself.

    Attributes:
        rules (list[RetentionRule]):
        erases (bool): False without rules: nothing is erased by itself.
        suggested (list[RetentionRule]): What a network like ours begins with.
        lowest_months (int):
        highest_months (int):
        notice_days (int):
        erased (list[RetentionPolicyErasedItem]): How many cases were erased in which year; null for a number from 1 to
            4.
        version (int):
    """

    rules: list[RetentionRule]
    erases: bool
    suggested: list[RetentionRule]
    lowest_months: int
    highest_months: int
    notice_days: int
    erased: list[RetentionPolicyErasedItem]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        erases = self.erases

        suggested = []
        for suggested_item_data in self.suggested:
            suggested_item = suggested_item_data.to_dict()
            suggested.append(suggested_item)

        lowest_months = self.lowest_months

        highest_months = self.highest_months

        notice_days = self.notice_days

        erased = []
        for erased_item_data in self.erased:
            erased_item = erased_item_data.to_dict()
            erased.append(erased_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rules": rules,
                "erases": erases,
                "suggested": suggested,
                "lowest_months": lowest_months,
                "highest_months": highest_months,
                "notice_days": notice_days,
                "erased": erased,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.retention_policy_erased_item import RetentionPolicyErasedItem  # noqa: PLC0415
        from ..models.retention_rule import RetentionRule  # noqa: PLC0415

        d = dict(src_dict)
        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = RetentionRule.from_dict(rules_item_data)

            rules.append(rules_item)

        erases = d.pop("erases")

        suggested = []
        _suggested = d.pop("suggested")
        for suggested_item_data in _suggested:
            suggested_item = RetentionRule.from_dict(suggested_item_data)

            suggested.append(suggested_item)

        lowest_months = d.pop("lowest_months")

        highest_months = d.pop("highest_months")

        notice_days = d.pop("notice_days")

        erased = []
        _erased = d.pop("erased")
        for erased_item_data in _erased:
            erased_item = RetentionPolicyErasedItem.from_dict(erased_item_data)

            erased.append(erased_item)

        version = d.pop("version")

        retention_policy = cls(
            rules=rules,
            erases=erases,
            suggested=suggested,
            lowest_months=lowest_months,
            highest_months=highest_months,
            notice_days=notice_days,
            erased=erased,
            version=version,
        )

        retention_policy.additional_properties = d
        return retention_policy

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
