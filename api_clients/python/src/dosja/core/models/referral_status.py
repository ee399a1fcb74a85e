from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answer_assessment import AnswerAssessment
from ..models.blank_enum import BlankEnum
from ..models.fate_at_institution import FateAtInstitution
from ..models.pause_reason import PauseReason
from ..models.silence import Silence

T = TypeVar("T", bound="ReferralStatus")


@_attrs_define
class ReferralStatus:
    """An institution that has the complaint.

    Attributes:
        institution (str):
        sent_on (datetime.date):
        due_on (datetime.date | None): Until when it must answer, while it has not.
        answered_on (datetime.date | None):
        overdue (bool):
        fate (FateAtInstitution): * `waiting` - An answer is awaited
            * `not_delivered` - The letter did not arrive
            * `answered` - It answered
            * `silent` - It did not answer in time
            * `passed_on` - It passed the complaint on
        escalated (bool): It is the higher body, to which the complaint was taken.
        passed_on_to_it (bool): Another institution passed the complaint on to it.
        registered_on (datetime.date | None):
        protocol_number (str): Under which it is registered there; may be empty.
        has_term (bool): Whether a law that we know sets a day for its answer.
        asked_for_time_on (datetime.date | None): When it told that it needs longer.
        stands_since (datetime.date | None): Since when its time stands still.
        stands_because (None | PauseReason):
        has_a_question (bool):
        assessment (AnswerAssessment | BlankEnum): What its answer is worth.

            * `full` - Answers in full
            * `partial` - Answers in part
            * `refused` - Refuses
            * `non_answer` - Is no answer
            * `deemed_refused` - No answer, which counts as a refusal
            * `deemed_granted` - No answer, which counts as an approval
        silence (BlankEnum | Silence): What the law makes of no answer, where verified.

            * `refusal` - Silence counts as a refusal
            * `approval` - Silence counts as an approval
            * `nothing` - Silence changes nothing
            * `unknown` - Not verified
    """

    institution: str
    sent_on: datetime.date
    due_on: datetime.date | None
    answered_on: datetime.date | None
    overdue: bool
    fate: FateAtInstitution
    escalated: bool
    passed_on_to_it: bool
    registered_on: datetime.date | None
    protocol_number: str
    has_term: bool
    asked_for_time_on: datetime.date | None
    stands_since: datetime.date | None
    stands_because: None | PauseReason
    has_a_question: bool
    assessment: AnswerAssessment | BlankEnum
    silence: BlankEnum | Silence
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = self.institution

        sent_on = self.sent_on.isoformat()

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        overdue = self.overdue

        fate = self.fate.value

        escalated = self.escalated

        passed_on_to_it = self.passed_on_to_it

        registered_on: None | str
        if isinstance(self.registered_on, datetime.date):
            registered_on = self.registered_on.isoformat()
        else:
            registered_on = self.registered_on

        protocol_number = self.protocol_number

        has_term = self.has_term

        asked_for_time_on: None | str
        if isinstance(self.asked_for_time_on, datetime.date):
            asked_for_time_on = self.asked_for_time_on.isoformat()
        else:
            asked_for_time_on = self.asked_for_time_on

        stands_since: None | str
        if isinstance(self.stands_since, datetime.date):
            stands_since = self.stands_since.isoformat()
        else:
            stands_since = self.stands_since

        stands_because: None | str
        if isinstance(self.stands_because, PauseReason):
            stands_because = self.stands_because.value
        else:
            stands_because = self.stands_because

        has_a_question = self.has_a_question

        assessment: str
        if isinstance(self.assessment, AnswerAssessment):
            assessment = self.assessment.value
        else:
            assessment = self.assessment.value

        silence: str
        if isinstance(self.silence, Silence):
            silence = self.silence.value
        else:
            silence = self.silence.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "sent_on": sent_on,
                "due_on": due_on,
                "answered_on": answered_on,
                "overdue": overdue,
                "fate": fate,
                "escalated": escalated,
                "passed_on_to_it": passed_on_to_it,
                "registered_on": registered_on,
                "protocol_number": protocol_number,
                "has_term": has_term,
                "asked_for_time_on": asked_for_time_on,
                "stands_since": stands_since,
                "stands_because": stands_because,
                "has_a_question": has_a_question,
                "assessment": assessment,
                "silence": silence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = d.pop("institution")

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        def _parse_answered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_on_type_0 = datetime.date.fromisoformat(data)

                return answered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answered_on = _parse_answered_on(d.pop("answered_on"))

        overdue = d.pop("overdue")

        fate = FateAtInstitution(d.pop("fate"))

        escalated = d.pop("escalated")

        passed_on_to_it = d.pop("passed_on_to_it")

        def _parse_registered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registered_on_type_0 = datetime.date.fromisoformat(data)

                return registered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        registered_on = _parse_registered_on(d.pop("registered_on"))

        protocol_number = d.pop("protocol_number")

        has_term = d.pop("has_term")

        def _parse_asked_for_time_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_for_time_on_type_0 = datetime.date.fromisoformat(data)

                return asked_for_time_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        asked_for_time_on = _parse_asked_for_time_on(d.pop("asked_for_time_on"))

        def _parse_stands_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stands_since_type_0 = datetime.date.fromisoformat(data)

                return stands_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        stands_since = _parse_stands_since(d.pop("stands_since"))

        def _parse_stands_because(data: object) -> None | PauseReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stands_because_type_0 = PauseReason(data)

                return stands_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PauseReason, data)

        stands_because = _parse_stands_because(d.pop("stands_because"))

        has_a_question = d.pop("has_a_question")

        def _parse_assessment(data: object) -> AnswerAssessment | BlankEnum:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assessment_type_0 = AnswerAssessment(data)

                return assessment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            assessment_type_1 = BlankEnum(data)

            return assessment_type_1

        assessment = _parse_assessment(d.pop("assessment"))

        def _parse_silence(data: object) -> BlankEnum | Silence:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                silence_type_0 = Silence(data)

                return silence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            silence_type_1 = BlankEnum(data)

            return silence_type_1

        silence = _parse_silence(d.pop("silence"))

        referral_status = cls(
            institution=institution,
            sent_on=sent_on,
            due_on=due_on,
            answered_on=answered_on,
            overdue=overdue,
            fate=fate,
            escalated=escalated,
            passed_on_to_it=passed_on_to_it,
            registered_on=registered_on,
            protocol_number=protocol_number,
            has_term=has_term,
            asked_for_time_on=asked_for_time_on,
            stands_since=stands_since,
            stands_because=stands_because,
            has_a_question=has_a_question,
            assessment=assessment,
            silence=silence,
        )

        referral_status.additional_properties = d
        return referral_status

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
