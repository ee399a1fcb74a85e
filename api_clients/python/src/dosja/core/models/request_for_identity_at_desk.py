from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.identity_field import IdentityField
from ..models.identity_request_reason import IdentityRequestReason
from ..models.identity_request_state import IdentityRequestState

if TYPE_CHECKING:
    from ..models.allowed_action import AllowedAction
    from ..models.person import Person


T = TypeVar("T", bound="RequestForIdentityAtDesk")


@_attrs_define
class RequestForIdentityAtDesk:
    """A request, as those see it who decide: what they need for that and nothing of the complaint.

    Attributes:
        id (UUID):
        state (IdentityRequestState): * `requested` - Waits for a custodian
            * `approved` - Approved
            * `declined` - Declined
            * `withdrawn` - Taken back
            * `expired` - Time is over
            * `ended` - Ended early
        reason (IdentityRequestReason): * `contact` - To reach the complainant
            * `referral` - To send the complaint with its author's name
            * `service` - To arrange help for the complainant
            * `danger` - Danger to life or liberty
            * `court_order` - A court or an authority demands it by law
            * `own_data` - The complainant asked for what is kept about them
        wanted (list[IdentityField]):
        minutes (int):
        sealed (bool): Only a custodian's key opens it: it is unsealed before it is approved.
        reader_key (str): To whom a sealed one is sealed again; empty for others.
        text (None | str): For who asked and those who decide; null for others, and where it was erased.
        requester (None | Person):
        requested_at (datetime.datetime):
        decided_by (None | Person):
        decided_at (datetime.datetime | None):
        answer (None | str): What the custodian said; null like `text`.
        delayed (bool): The only custodian approved it, so it opens a day later.
        opens_at (datetime.datetime | None):
        expires_at (datetime.datetime): Last moment to decide, then to read first, then to read.
        first_read_at (datetime.datetime | None):
        readings (int):
        ended_at (datetime.datetime | None):
        version (int):
        allowed_actions (list[AllowedAction]):
        partner (str):
        case (None | UUID): Id, where the case is open to you anyway.
        reference (None | str): Null for who only keeps the partner and does not see the case.
        kind (CaseKind | None):
    """

    id: UUID
    state: IdentityRequestState
    reason: IdentityRequestReason
    wanted: list[IdentityField]
    minutes: int
    sealed: bool
    reader_key: str
    text: None | str
    requester: None | Person
    requested_at: datetime.datetime
    decided_by: None | Person
    decided_at: datetime.datetime | None
    answer: None | str
    delayed: bool
    opens_at: datetime.datetime | None
    expires_at: datetime.datetime
    first_read_at: datetime.datetime | None
    readings: int
    ended_at: datetime.datetime | None
    version: int
    allowed_actions: list[AllowedAction]
    partner: str
    case: None | UUID
    reference: None | str
    kind: CaseKind | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        state = self.state.value

        reason = self.reason.value

        wanted = []
        for wanted_item_data in self.wanted:
            wanted_item = wanted_item_data.value
            wanted.append(wanted_item)

        minutes = self.minutes

        sealed = self.sealed

        reader_key = self.reader_key

        text: None | str
        text = self.text

        requester: dict[str, Any] | None
        if isinstance(self.requester, Person):
            requester = self.requester.to_dict()
        else:
            requester = self.requester

        requested_at = self.requested_at.isoformat()

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

        answer: None | str
        answer = self.answer

        delayed = self.delayed

        opens_at: None | str
        if isinstance(self.opens_at, datetime.datetime):
            opens_at = self.opens_at.isoformat()
        else:
            opens_at = self.opens_at

        expires_at = self.expires_at.isoformat()

        first_read_at: None | str
        if isinstance(self.first_read_at, datetime.datetime):
            first_read_at = self.first_read_at.isoformat()
        else:
            first_read_at = self.first_read_at

        readings = self.readings

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        version = self.version

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.to_dict()
            allowed_actions.append(allowed_actions_item)

        partner = self.partner

        case: None | str
        if isinstance(self.case, UUID):
            case = str(self.case)
        else:
            case = self.case

        reference: None | str
        reference = self.reference

        kind: None | str
        if isinstance(self.kind, CaseKind):
            kind = self.kind.value
        else:
            kind = self.kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "reason": reason,
                "wanted": wanted,
                "minutes": minutes,
                "sealed": sealed,
                "reader_key": reader_key,
                "text": text,
                "requester": requester,
                "requested_at": requested_at,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "answer": answer,
                "delayed": delayed,
                "opens_at": opens_at,
                "expires_at": expires_at,
                "first_read_at": first_read_at,
                "readings": readings,
                "ended_at": ended_at,
                "version": version,
                "allowed_actions": allowed_actions,
                "partner": partner,
                "case": case,
                "reference": reference,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed_action import AllowedAction  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = IdentityRequestState(d.pop("state"))

        reason = IdentityRequestReason(d.pop("reason"))

        wanted = []
        _wanted = d.pop("wanted")
        for wanted_item_data in _wanted:
            wanted_item = IdentityField(wanted_item_data)

            wanted.append(wanted_item)

        minutes = d.pop("minutes")

        sealed = d.pop("sealed")

        reader_key = d.pop("reader_key")

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        def _parse_requester(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                requester_type_0 = Person.from_dict(data)

                return requester_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        requester = _parse_requester(d.pop("requester"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

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

        def _parse_answer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answer = _parse_answer(d.pop("answer"))

        delayed = d.pop("delayed")

        def _parse_opens_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opens_at_type_0 = datetime.datetime.fromisoformat(data)

                return opens_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        opens_at = _parse_opens_at(d.pop("opens_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_first_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_read_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_read_at = _parse_first_read_at(d.pop("first_read_at"))

        readings = d.pop("readings")

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

        version = d.pop("version")

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = AllowedAction.from_dict(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        partner = d.pop("partner")

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

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        def _parse_kind(data: object) -> CaseKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = CaseKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CaseKind | None, data)

        kind = _parse_kind(d.pop("kind"))

        request_for_identity_at_desk = cls(
            id=id,
            state=state,
            reason=reason,
            wanted=wanted,
            minutes=minutes,
            sealed=sealed,
            reader_key=reader_key,
            text=text,
            requester=requester,
            requested_at=requested_at,
            decided_by=decided_by,
            decided_at=decided_at,
            answer=answer,
            delayed=delayed,
            opens_at=opens_at,
            expires_at=expires_at,
            first_read_at=first_read_at,
            readings=readings,
            ended_at=ended_at,
            version=version,
            allowed_actions=allowed_actions,
            partner=partner,
            case=case,
            reference=reference,
            kind=kind,
        )

        request_for_identity_at_desk.additional_properties = d
        return request_for_identity_at_desk

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
