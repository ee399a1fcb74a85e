from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_state import CaseState

if TYPE_CHECKING:
    from ..models.merged_case import MergedCase
    from ..models.person import Person


T = TypeVar("T", bound="Merge")


@_attrs_define
class Merge:
    """A case that is, or was, a duplicate of another one.

    Attributes:
        id (UUID):
        kept (MergedCase): One of the two.
        duplicate (MergedCase): One of the two.
        state_before (CaseState): * `received` - Received
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
        merged_at (datetime.datetime):
        merged_by (None | Person):
        ended_at (datetime.datetime | None): When it was undone; null while it holds.
        ended_by (None | Person):
        may_undo (bool): Whether you may undo it now.
    """

    id: UUID
    kept: MergedCase
    duplicate: MergedCase
    state_before: CaseState
    merged_at: datetime.datetime
    merged_by: None | Person
    ended_at: datetime.datetime | None
    ended_by: None | Person
    may_undo: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        kept = self.kept.to_dict()

        duplicate = self.duplicate.to_dict()

        state_before = self.state_before.value

        merged_at = self.merged_at.isoformat()

        merged_by: dict[str, Any] | None
        if isinstance(self.merged_by, Person):
            merged_by = self.merged_by.to_dict()
        else:
            merged_by = self.merged_by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ended_by: dict[str, Any] | None
        if isinstance(self.ended_by, Person):
            ended_by = self.ended_by.to_dict()
        else:
            ended_by = self.ended_by

        may_undo = self.may_undo

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kept": kept,
                "duplicate": duplicate,
                "state_before": state_before,
                "merged_at": merged_at,
                "merged_by": merged_by,
                "ended_at": ended_at,
                "ended_by": ended_by,
                "may_undo": may_undo,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.merged_case import MergedCase  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kept = MergedCase.from_dict(d.pop("kept"))

        duplicate = MergedCase.from_dict(d.pop("duplicate"))

        state_before = CaseState(d.pop("state_before"))

        merged_at = datetime.datetime.fromisoformat(d.pop("merged_at"))

        def _parse_merged_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                merged_by_type_0 = Person.from_dict(data)

                return merged_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        merged_by = _parse_merged_by(d.pop("merged_by"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_ended_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ended_by_type_0 = Person.from_dict(data)

                return ended_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        ended_by = _parse_ended_by(d.pop("ended_by"))

        may_undo = d.pop("may_undo")

        merge = cls(
            id=id,
            kept=kept,
            duplicate=duplicate,
            state_before=state_before,
            merged_at=merged_at,
            merged_by=merged_by,
            ended_at=ended_at,
            ended_by=ended_by,
            may_undo=may_undo,
        )

        merge.additional_properties = d
        return merge

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
