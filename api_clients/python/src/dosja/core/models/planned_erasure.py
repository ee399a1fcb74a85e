from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.erasure_because import ErasureBecause

T = TypeVar("T", bound="PlannedErasure")


@_attrs_define
class PlannedErasure:
    """A case that will be erased.

    Attributes:
        id (UUID):
        case (UUID):
        reference (str):
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        because (ErasureBecause): * `rule` - Its time of keeping is over
            * `request` - Its author asked for it
        due_on (datetime.date):
        announced_at (datetime.datetime):
    """

    id: UUID
    case: UUID
    reference: str
    kind: CaseKind
    because: ErasureBecause
    due_on: datetime.date
    announced_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        case = str(self.case)

        reference = self.reference

        kind = self.kind.value

        because = self.because.value

        due_on = self.due_on.isoformat()

        announced_at = self.announced_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "reference": reference,
                "kind": kind,
                "because": because,
                "due_on": due_on,
                "announced_at": announced_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = UUID(d.pop("case"))

        reference = d.pop("reference")

        kind = CaseKind(d.pop("kind"))

        because = ErasureBecause(d.pop("because"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        announced_at = datetime.datetime.fromisoformat(d.pop("announced_at"))

        planned_erasure = cls(
            id=id,
            case=case,
            reference=reference,
            kind=kind,
            because=because,
            due_on=due_on,
            announced_at=announced_at,
        )

        planned_erasure.additional_properties = d
        return planned_erasure

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
