from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.decline_reason import DeclineReason
from ..models.transfer_state import TransferState

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="TransferDetail")


@_attrs_define
class TransferDetail:
    """The same, with what was said.

    Attributes:
        id (UUID):
        case (UUID):
        from_partner (str):
        to_partner (str):
        state (TransferState): * `offered` - Offered
            * `accepted` - Accepted
            * `declined` - Declined
            * `recalled` - Recalled
            * `expired` - Expired
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        category (Entry | None):
        place (Entry | None):
        offered_at (datetime.datetime):
        expires_at (datetime.datetime | None): Until then it may be accepted; null for offers of old.
        decided_at (datetime.datetime | None):
        decline_reason (DeclineReason | None):
        version (int):
        decline_words (None | str):
    """

    id: UUID
    case: UUID
    from_partner: str
    to_partner: str
    state: TransferState
    kind: CaseKind
    category: Entry | None
    place: Entry | None
    offered_at: datetime.datetime
    expires_at: datetime.datetime | None
    decided_at: datetime.datetime | None
    decline_reason: DeclineReason | None
    version: int
    decline_words: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        case = str(self.case)

        from_partner = self.from_partner

        to_partner = self.to_partner

        state = self.state.value

        kind = self.kind.value

        category: dict[str, Any] | None
        if isinstance(self.category, Entry):
            category = self.category.to_dict()
        else:
            category = self.category

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        offered_at = self.offered_at.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decline_reason: None | str
        if isinstance(self.decline_reason, DeclineReason):
            decline_reason = self.decline_reason.value
        else:
            decline_reason = self.decline_reason

        version = self.version

        decline_words: None | str
        decline_words = self.decline_words

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "from_partner": from_partner,
                "to_partner": to_partner,
                "state": state,
                "kind": kind,
                "category": category,
                "place": place,
                "offered_at": offered_at,
                "expires_at": expires_at,
                "decided_at": decided_at,
                "decline_reason": decline_reason,
                "version": version,
                "decline_words": decline_words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = UUID(d.pop("case"))

        from_partner = d.pop("from_partner")

        to_partner = d.pop("to_partner")

        state = TransferState(d.pop("state"))

        kind = CaseKind(d.pop("kind"))

        def _parse_category(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                category_type_0 = Entry.from_dict(data)

                return category_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        category = _parse_category(d.pop("category"))

        def _parse_place(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Entry.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        place = _parse_place(d.pop("place"))

        offered_at = datetime.datetime.fromisoformat(d.pop("offered_at"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

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

        def _parse_decline_reason(data: object) -> DeclineReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decline_reason_type_0 = DeclineReason(data)

                return decline_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeclineReason | None, data)

        decline_reason = _parse_decline_reason(d.pop("decline_reason"))

        version = d.pop("version")

        def _parse_decline_words(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decline_words = _parse_decline_words(d.pop("decline_words"))

        transfer_detail = cls(
            id=id,
            case=case,
            from_partner=from_partner,
            to_partner=to_partner,
            state=state,
            kind=kind,
            category=category,
            place=place,
            offered_at=offered_at,
            expires_at=expires_at,
            decided_at=decided_at,
            decline_reason=decline_reason,
            version=version,
            decline_words=decline_words,
        )

        transfer_detail.additional_properties = d
        return transfer_detail

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
