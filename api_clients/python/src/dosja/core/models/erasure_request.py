from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_decision import ErasureDecision
from ..models.erasure_refusal import ErasureRefusal
from ..models.erasure_request_state import ErasureRequestState

if TYPE_CHECKING:
    from ..models.person import Person


T = TypeVar("T", bound="ErasureRequest")


@_attrs_define
class ErasureRequest:
    """A complainant asks that everything be erased.

    Attributes:
        id (UUID):
        case (UUID):
        reference (str):
        state (ErasureRequestState): * `open` - Waits for a decision
            * `granted` - Granted
            * `refused` - Refused
        asked_at (datetime.datetime):
        refusal (ErasureRefusal | None):
        words (None | str): What the complainant was told beside it.
        decided_by (None | Person):
        decided_at (datetime.datetime | None):
        allowed_actions (list[ErasureDecision]):
        version (int):
    """

    id: UUID
    case: UUID
    reference: str
    state: ErasureRequestState
    asked_at: datetime.datetime
    refusal: ErasureRefusal | None
    words: None | str
    decided_by: None | Person
    decided_at: datetime.datetime | None
    allowed_actions: list[ErasureDecision]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        case = str(self.case)

        reference = self.reference

        state = self.state.value

        asked_at = self.asked_at.isoformat()

        refusal: None | str
        if isinstance(self.refusal, ErasureRefusal):
            refusal = self.refusal.value
        else:
            refusal = self.refusal

        words: None | str
        words = self.words

        decided_by: dict[str, Any] | None
        if isinstance(self.decided_by, Person):
            decided_by = self.decided_by.to_dict()
        else:
            decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "reference": reference,
                "state": state,
                "asked_at": asked_at,
                "refusal": refusal,
                "words": words,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "allowed_actions": allowed_actions,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = UUID(d.pop("case"))

        reference = d.pop("reference")

        state = ErasureRequestState(d.pop("state"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        def _parse_refusal(data: object) -> ErasureRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refusal_type_0 = ErasureRefusal(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ErasureRefusal | None, data)

        refusal = _parse_refusal(d.pop("refusal"))

        def _parse_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        words = _parse_words(d.pop("words"))

        def _parse_decided_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decided_by_type_0 = Person.from_dict(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = ErasureDecision(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        version = d.pop("version")

        erasure_request = cls(
            id=id,
            case=case,
            reference=reference,
            state=state,
            asked_at=asked_at,
            refusal=refusal,
            words=words,
            decided_by=decided_by,
            decided_at=decided_at,
            allowed_actions=allowed_actions,
            version=version,
        )

        erasure_request.additional_properties = d
        return erasure_request

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
