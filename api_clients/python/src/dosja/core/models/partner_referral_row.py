from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decline_reason import DeclineReason
from ..models.language import Language
from ..models.partner_referral_state import PartnerReferralState
from ..models.referral_direction import ReferralDirection
from ..models.service_outcome import ServiceOutcome
from ..models.shared_field import SharedField
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="PartnerReferralRow")


@_attrs_define
class PartnerReferralRow:
    """A referral in a list, to whichever side.

    Attributes:
        from_partner (str):
        to_partner (str):
        need (Entry): A place, institution or category: its stable code, its name in your language.
        place (Entry | None):
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        urgency (Urgency): * `routine` - Within weeks
            * `soon` - Within days
            * `urgent` - Today or tomorrow
        fields (list[SharedField]): What of the case the acceptance opens.
        expires_at (datetime.datetime):
        id (UUID):
        direction (ReferralDirection):
        case (None | UUID): null while the case is not open to you.
        state (PartnerReferralState): * `offered` - Offered
            * `accepted` - Accepted
            * `declined` - Declined
            * `expired` - Expired
            * `recalled` - Recalled
            * `in_service` - In service
            * `completed` - Completed
            * `not_completed` - Not completed
        offered_at (datetime.datetime):
        decided_at (datetime.datetime | None):
        decline_reason (DeclineReason | None):
        started_at (datetime.datetime | None):
        ended_at (datetime.datetime | None):
        service_outcome (None | ServiceOutcome):
        version (int):
    """

    from_partner: str
    to_partner: str
    need: Entry
    place: Entry | None
    language: Language
    urgency: Urgency
    fields: list[SharedField]
    expires_at: datetime.datetime
    id: UUID
    direction: ReferralDirection
    case: None | UUID
    state: PartnerReferralState
    offered_at: datetime.datetime
    decided_at: datetime.datetime | None
    decline_reason: DeclineReason | None
    started_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    service_outcome: None | ServiceOutcome
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        from_partner = self.from_partner

        to_partner = self.to_partner

        need = self.need.to_dict()

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        language = self.language.value

        urgency = self.urgency.value

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.value
            fields.append(fields_item)

        expires_at = self.expires_at.isoformat()

        id = str(self.id)

        direction = self.direction.value

        case: None | str
        if isinstance(self.case, UUID):
            case = str(self.case)
        else:
            case = self.case

        state = self.state.value

        offered_at = self.offered_at.isoformat()

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

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        service_outcome: None | str
        if isinstance(self.service_outcome, ServiceOutcome):
            service_outcome = self.service_outcome.value
        else:
            service_outcome = self.service_outcome

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from_partner": from_partner,
                "to_partner": to_partner,
                "need": need,
                "place": place,
                "language": language,
                "urgency": urgency,
                "fields": fields,
                "expires_at": expires_at,
                "id": id,
                "direction": direction,
                "case": case,
                "state": state,
                "offered_at": offered_at,
                "decided_at": decided_at,
                "decline_reason": decline_reason,
                "started_at": started_at,
                "ended_at": ended_at,
                "service_outcome": service_outcome,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        from_partner = d.pop("from_partner")

        to_partner = d.pop("to_partner")

        need = Entry.from_dict(d.pop("need"))

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

        language = Language(d.pop("language"))

        urgency = Urgency(d.pop("urgency"))

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = SharedField(fields_item_data)

            fields.append(fields_item)

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        direction = ReferralDirection(d.pop("direction"))

        def _parse_case(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_type_0 = UUID(data)

                return case_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        case = _parse_case(d.pop("case"))

        state = PartnerReferralState(d.pop("state"))

        offered_at = datetime.datetime.fromisoformat(d.pop("offered_at"))

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

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

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

        def _parse_service_outcome(data: object) -> None | ServiceOutcome:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_outcome_type_0 = ServiceOutcome(data)

                return service_outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ServiceOutcome, data)

        service_outcome = _parse_service_outcome(d.pop("service_outcome"))

        version = d.pop("version")

        partner_referral_row = cls(
            from_partner=from_partner,
            to_partner=to_partner,
            need=need,
            place=place,
            language=language,
            urgency=urgency,
            fields=fields,
            expires_at=expires_at,
            id=id,
            direction=direction,
            case=case,
            state=state,
            offered_at=offered_at,
            decided_at=decided_at,
            decline_reason=decline_reason,
            started_at=started_at,
            ended_at=ended_at,
            service_outcome=service_outcome,
            version=version,
        )

        partner_referral_row.additional_properties = d
        return partner_referral_row

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
