from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_state import CaseState

T = TypeVar("T", bound="MergedCase")


@_attrs_define
class MergedCase:
    """One of the two.

    Attributes:
        id (UUID):
        reference (str):
        state (CaseState): * `received` - Received
            * `triage` - In triage
            * `awaiting_complainant` - Waiting for the complainant
            * `open` - Open
            * `referred` - Referred
            * `response_review` - Answer under review
            * `escalated` - Escalated
            * `resolved` - Resolved
            * `closed` - Closed
            * `reopened` - Reopened
            * `inadmissible` - Inadmissible
            * `duplicate` - Duplicate
            * `withdrawn` - Withdrawn
            * `transferred` - Transferred
    """

    id: UUID
    reference: str
    state: CaseState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        reference = self.reference

        state = self.state.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        state = CaseState(d.pop("state"))

        merged_case = cls(
            id=id,
            reference=reference,
            state=state,
        )

        merged_case.additional_properties = d
        return merged_case

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
