from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_kind import TaskKind

T = TypeVar("T", bound="NextTask")


@_attrs_define
class NextTask:
    """The first thing that your team has to do.

    Attributes:
        kind (TaskKind): * `acknowledge` - Tell the complainant that the complaint has arrived
            * `referral_due` - An institution's term ends soon
            * `overdue` - An institution's term has passed without an answer
            * `answer_arrived` - Look at an institution's answer
            * `complainant_wrote` - Read what the complainant wrote
            * `satisfaction_due` - Ask the complainant about the outcome
            * `reopening_asked` - Decide whether to take a case up again
            * `hearing` - A hearing takes place
            * `approval_wanted` - A letter waits for a second pair of eyes
            * `delivery_failed` - A letter did not arrive
            * `delivery_unclear` - Find out whether a letter left
            * `partner_offer` - Another partner asks you to help a person
            * `partner_answered` - Read what another partner answered
            * `transfer_offer` - Another partner offers you a case for good
            * `appeal_window` - The time to appeal ends soon
            * `share_ends` - A share with another partner ends soon
            * `webhook_off` - News for a program do not arrive: its webhook was switched off
            * `erasure_soon` - A case will be erased soon
            * `erasure_asked` - A complainant asks for erasure
            * `by_hand` - Written by a colleague
        due_on (datetime.date):
    """

    kind: TaskKind
    due_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        due_on = self.due_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "due_on": due_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = TaskKind(d.pop("kind"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        next_task = cls(
            kind=kind,
            due_on=due_on,
        )

        next_task.additional_properties = d
        return next_task

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
