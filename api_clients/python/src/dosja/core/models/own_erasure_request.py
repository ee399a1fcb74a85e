from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.erasure_refusal import ErasureRefusal
from ..models.erasure_request_state import ErasureRequestState
from ..models.hold_reason import HoldReason

T = TypeVar("T", bound="OwnErasureRequest")


@_attrs_define
class OwnErasureRequest:
    """What you asked for, and what became of it.

    Attributes:
        state (ErasureRequestState): * `open` - Waits for a decision
            * `granted` - Granted
            * `refused` - Refused
        asked_at (datetime.datetime):
        refusal (ErasureRefusal | None): Why we keep your file.

            * `hold` - We have to keep your file for now
            * `legal_duty` - The law obliges us to keep it
            * `legal_claim` - It is needed to pursue or defend a legal claim
            * `protection` - It protects you or somebody else from reprisal
            * `running` - Work on it has not ended; withdraw the complaint first
            * `not_author` - We are not sure that it was you who asked
        refusal_label (str):
        hold_reason (HoldReason | None): Of a legal hold: its reason.

            * `court` - Court proceedings need the file
            * `authority` - An authority asked us to keep it
            * `against_us` - A complaint about our own work
            * `reprisal` - The complainant may need it against reprisal
            * `audit` - An audit of the funding needs it
            * `other` - Another reason
        hold_until (datetime.date | None): Of a legal hold: its last day.
        words (None | str): What the organisation wrote to that.
    """

    state: ErasureRequestState
    asked_at: datetime.datetime
    refusal: ErasureRefusal | None
    refusal_label: str
    hold_reason: HoldReason | None
    hold_until: datetime.date | None
    words: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        asked_at = self.asked_at.isoformat()

        refusal: None | str
        if isinstance(self.refusal, ErasureRefusal):
            refusal = self.refusal.value
        else:
            refusal = self.refusal

        refusal_label = self.refusal_label

        hold_reason: None | str
        if isinstance(self.hold_reason, HoldReason):
            hold_reason = self.hold_reason.value
        else:
            hold_reason = self.hold_reason

        hold_until: None | str
        if isinstance(self.hold_until, datetime.date):
            hold_until = self.hold_until.isoformat()
        else:
            hold_until = self.hold_until

        words: None | str
        words = self.words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "asked_at": asked_at,
                "refusal": refusal,
                "refusal_label": refusal_label,
                "hold_reason": hold_reason,
                "hold_until": hold_until,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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

        refusal_label = d.pop("refusal_label")

        def _parse_hold_reason(data: object) -> HoldReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hold_reason_type_0 = HoldReason(data)

                return hold_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HoldReason | None, data)

        hold_reason = _parse_hold_reason(d.pop("hold_reason"))

        def _parse_hold_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hold_until_type_0 = datetime.date.fromisoformat(data)

                return hold_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        hold_until = _parse_hold_until(d.pop("hold_until"))

        def _parse_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        words = _parse_words(d.pop("words"))

        own_erasure_request = cls(
            state=state,
            asked_at=asked_at,
            refusal=refusal,
            refusal_label=refusal_label,
            hold_reason=hold_reason,
            hold_until=hold_until,
            words=words,
        )

        own_erasure_request.additional_properties = d
        return own_erasure_request

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
