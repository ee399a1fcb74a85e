from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_stage import CaseStage
from ..models.case_state import CaseState
from ..models.receipt_action import ReceiptAction

if TYPE_CHECKING:
    from ..models.conversation_message import ConversationMessage
    from ..models.erasure_told import ErasureTold
    from ..models.identity_look import IdentityLook
    from ..models.notice_state import NoticeState
    from ..models.referral_status import ReferralStatus
    from ..models.replacement_notice import ReplacementNotice
    from ..models.satisfaction import Satisfaction
    from ..models.stage_reached import StageReached


T = TypeVar("T", bound="ReceiptStatus")


@_attrs_define
class ReceiptStatus:
    """Where a complaint stands, for the complainant, in the language asked for by Accept-Language.

    Attributes:
        reference (None | str): Null while nobody has looked at it yet.
        partner (str): Name of the organisation that works on it.
        received_at (datetime.datetime):
        stage (CaseStage): * `intake` - Intake
            * `referral` - Referral
            * `follow_up` - Follow-up
            * `resolution` - Resolution
            * `ended` - Ended otherwise
        stage_label (str):
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
        state_label (str):
        since (datetime.date): The day on which it came into this state.
        reached (list[StageReached]):
        what_happens_next (str):
        answer_awaited (bool): The partner waits for an answer.
        referrals (list[ReferralStatus]):
        handed_over_on (datetime.date | None): When it came to this organisation from another one.
        outcome (str): Code of the outcome; empty until there is one.
        outcome_label (str):
        outcome_text (str): The outcome, written for the complainant.
        advice (str): Where to turn, when the complaint cannot be taken further.
        object_until (datetime.date | None): Last day to object to the outcome.
        satisfaction (None | Satisfaction):
        identity_looks (list[IdentityLook]): Whoever had to do with your name and contacts; empty where nobody had.
        new_receipt (None | ReplacementNotice):
        allowed_actions (list[ReceiptAction]): What the holder of the receipt may do now.
        messages (list[ConversationMessage]):
        notices (NoticeState): How notices stand. The address is never told back.
        erasure (ErasureTold): The day on which your file will be erased, and what became of your own request.
    """

    reference: None | str
    partner: str
    received_at: datetime.datetime
    stage: CaseStage
    stage_label: str
    state: CaseState
    state_label: str
    since: datetime.date
    reached: list[StageReached]
    what_happens_next: str
    answer_awaited: bool
    referrals: list[ReferralStatus]
    handed_over_on: datetime.date | None
    outcome: str
    outcome_label: str
    outcome_text: str
    advice: str
    object_until: datetime.date | None
    satisfaction: None | Satisfaction
    identity_looks: list[IdentityLook]
    new_receipt: None | ReplacementNotice
    allowed_actions: list[ReceiptAction]
    messages: list[ConversationMessage]
    notices: NoticeState
    erasure: ErasureTold
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.replacement_notice import ReplacementNotice  # noqa: PLC0415
        from ..models.satisfaction import Satisfaction  # noqa: PLC0415

        reference: None | str
        reference = self.reference

        partner = self.partner

        received_at = self.received_at.isoformat()

        stage = self.stage.value

        stage_label = self.stage_label

        state = self.state.value

        state_label = self.state_label

        since = self.since.isoformat()

        reached = []
        for reached_item_data in self.reached:
            reached_item = reached_item_data.to_dict()
            reached.append(reached_item)

        what_happens_next = self.what_happens_next

        answer_awaited = self.answer_awaited

        referrals = []
        for referrals_item_data in self.referrals:
            referrals_item = referrals_item_data.to_dict()
            referrals.append(referrals_item)

        handed_over_on: None | str
        if isinstance(self.handed_over_on, datetime.date):
            handed_over_on = self.handed_over_on.isoformat()
        else:
            handed_over_on = self.handed_over_on

        outcome = self.outcome

        outcome_label = self.outcome_label

        outcome_text = self.outcome_text

        advice = self.advice

        object_until: None | str
        if isinstance(self.object_until, datetime.date):
            object_until = self.object_until.isoformat()
        else:
            object_until = self.object_until

        satisfaction: dict[str, Any] | None
        if isinstance(self.satisfaction, Satisfaction):
            satisfaction = self.satisfaction.to_dict()
        else:
            satisfaction = self.satisfaction

        identity_looks = []
        for identity_looks_item_data in self.identity_looks:
            identity_looks_item = identity_looks_item_data.to_dict()
            identity_looks.append(identity_looks_item)

        new_receipt: dict[str, Any] | None
        if isinstance(self.new_receipt, ReplacementNotice):
            new_receipt = self.new_receipt.to_dict()
        else:
            new_receipt = self.new_receipt

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.value
            allowed_actions.append(allowed_actions_item)

        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        notices = self.notices.to_dict()

        erasure = self.erasure.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reference": reference,
                "partner": partner,
                "received_at": received_at,
                "stage": stage,
                "stage_label": stage_label,
                "state": state,
                "state_label": state_label,
                "since": since,
                "reached": reached,
                "what_happens_next": what_happens_next,
                "answer_awaited": answer_awaited,
                "referrals": referrals,
                "handed_over_on": handed_over_on,
                "outcome": outcome,
                "outcome_label": outcome_label,
                "outcome_text": outcome_text,
                "advice": advice,
                "object_until": object_until,
                "satisfaction": satisfaction,
                "identity_looks": identity_looks,
                "new_receipt": new_receipt,
                "allowed_actions": allowed_actions,
                "messages": messages,
                "notices": notices,
                "erasure": erasure,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conversation_message import ConversationMessage  # noqa: PLC0415
        from ..models.erasure_told import ErasureTold  # noqa: PLC0415
        from ..models.identity_look import IdentityLook  # noqa: PLC0415
        from ..models.notice_state import NoticeState  # noqa: PLC0415
        from ..models.referral_status import ReferralStatus  # noqa: PLC0415
        from ..models.replacement_notice import ReplacementNotice  # noqa: PLC0415
        from ..models.satisfaction import Satisfaction  # noqa: PLC0415
        from ..models.stage_reached import StageReached  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        partner = d.pop("partner")

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        stage = CaseStage(d.pop("stage"))

        stage_label = d.pop("stage_label")

        state = CaseState(d.pop("state"))

        state_label = d.pop("state_label")

        since = datetime.date.fromisoformat(d.pop("since"))

        reached = []
        _reached = d.pop("reached")
        for reached_item_data in _reached:
            reached_item = StageReached.from_dict(reached_item_data)

            reached.append(reached_item)

        what_happens_next = d.pop("what_happens_next")

        answer_awaited = d.pop("answer_awaited")

        referrals = []
        _referrals = d.pop("referrals")
        for referrals_item_data in _referrals:
            referrals_item = ReferralStatus.from_dict(referrals_item_data)

            referrals.append(referrals_item)

        def _parse_handed_over_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handed_over_on_type_0 = datetime.date.fromisoformat(data)

                return handed_over_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        handed_over_on = _parse_handed_over_on(d.pop("handed_over_on"))

        outcome = d.pop("outcome")

        outcome_label = d.pop("outcome_label")

        outcome_text = d.pop("outcome_text")

        advice = d.pop("advice")

        def _parse_object_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                object_until_type_0 = datetime.date.fromisoformat(data)

                return object_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        object_until = _parse_object_until(d.pop("object_until"))

        def _parse_satisfaction(data: object) -> None | Satisfaction:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                satisfaction_type_0 = Satisfaction.from_dict(data)

                return satisfaction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Satisfaction, data)

        satisfaction = _parse_satisfaction(d.pop("satisfaction"))

        identity_looks = []
        _identity_looks = d.pop("identity_looks")
        for identity_looks_item_data in _identity_looks:
            identity_looks_item = IdentityLook.from_dict(identity_looks_item_data)

            identity_looks.append(identity_looks_item)

        def _parse_new_receipt(data: object) -> None | ReplacementNotice:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                new_receipt_type_0 = ReplacementNotice.from_dict(data)

                return new_receipt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReplacementNotice, data)

        new_receipt = _parse_new_receipt(d.pop("new_receipt"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = ReceiptAction(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = ConversationMessage.from_dict(messages_item_data)

            messages.append(messages_item)

        notices = NoticeState.from_dict(d.pop("notices"))

        erasure = ErasureTold.from_dict(d.pop("erasure"))

        receipt_status = cls(
            reference=reference,
            partner=partner,
            received_at=received_at,
            stage=stage,
            stage_label=stage_label,
            state=state,
            state_label=state_label,
            since=since,
            reached=reached,
            what_happens_next=what_happens_next,
            answer_awaited=answer_awaited,
            referrals=referrals,
            handed_over_on=handed_over_on,
            outcome=outcome,
            outcome_label=outcome_label,
            outcome_text=outcome_text,
            advice=advice,
            object_until=object_until,
            satisfaction=satisfaction,
            identity_looks=identity_looks,
            new_receipt=new_receipt,
            allowed_actions=allowed_actions,
            messages=messages,
            notices=notices,
            erasure=erasure,
        )

        receipt_status.additional_properties = d
        return receipt_status

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
