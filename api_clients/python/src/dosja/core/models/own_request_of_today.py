from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_request_state import IdentityRequestState

if TYPE_CHECKING:
    from ..models.case_of_task import CaseOfTask


T = TypeVar("T", bound="OwnRequestOfToday")


@_attrs_define
class OwnRequestOfToday:
    """A request of yours to read an identity, on which somebody decided. Ids and codes alone.

    Attributes:
        id (UUID):
        state (IdentityRequestState): * `requested` - Waits for a custodian
            * `approved` - Approved
            * `declined` - Declined
            * `withdrawn` - Taken back
            * `expired` - Time is over
            * `ended` - Ended early
        case (CaseOfTask): The case on which it is to be done.
    """

    id: UUID
    state: IdentityRequestState
    case: CaseOfTask
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        state = self.state.value

        case = self.case.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "case": case,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_of_task import CaseOfTask  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = IdentityRequestState(d.pop("state"))

        case = CaseOfTask.from_dict(d.pop("case"))

        own_request_of_today = cls(
            id=id,
            state=state,
            case=case,
        )

        own_request_of_today.additional_properties = d
        return own_request_of_today

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
