from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_stage import CaseStage

T = TypeVar("T", bound="StageReached")


@_attrs_define
class StageReached:
    """A stage, and the day on which it was last reached.

    Attributes:
        stage (CaseStage): * `intake` - Intake
            * `referral` - Referral
            * `follow_up` - Follow-up
            * `resolution` - Resolution
            * `ended` - Ended otherwise
        on (datetime.date):
    """

    stage: CaseStage
    on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        stage = self.stage.value

        on = self.on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "stage": stage,
                "on": on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        stage = CaseStage(d.pop("stage"))

        on = datetime.date.fromisoformat(d.pop("on"))

        stage_reached = cls(
            stage=stage,
            on=on,
        )

        stage_reached.additional_properties = d
        return stage_reached

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
