from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeadJob")


@_attrs_define
class DeadJob:
    """A job that failed each time. Its arguments are in no answer: they lead to cases and persons.

    Attributes:
        id (UUID):
        task (str):
        attempts (int):
        error (str): The class of the last failure.
        created_at (datetime.datetime):
        given_up_at (datetime.datetime):
    """

    id: UUID
    task: str
    attempts: int
    error: str
    created_at: datetime.datetime
    given_up_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        task = self.task

        attempts = self.attempts

        error = self.error

        created_at = self.created_at.isoformat()

        given_up_at = self.given_up_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "task": task,
                "attempts": attempts,
                "error": error,
                "created_at": created_at,
                "given_up_at": given_up_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        task = d.pop("task")

        attempts = d.pop("attempts")

        error = d.pop("error")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        given_up_at = datetime.datetime.fromisoformat(d.pop("given_up_at"))

        dead_job = cls(
            id=id,
            task=task,
            attempts=attempts,
            error=error,
            created_at=created_at,
            given_up_at=given_up_at,
        )

        dead_job.additional_properties = d
        return dead_job

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
