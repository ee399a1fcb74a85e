from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_state import ReferralState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.allowed_action import AllowedAction
    from ..models.clarification import Clarification
    from ..models.clock_extension import ClockExtension
    from ..models.clock_pause import ClockPause
    from ..models.enclosure import Enclosure
    from ..models.entry import Entry
    from ..models.parallel_letter import ParallelLetter
    from ..models.person import Person


T = TypeVar("T", bound="Referral")


@_attrs_define
class Referral:
    """A referral in full.

    Attributes:
        id (UUID):
        case (UUID):
        reference (str):
        institution (Entry | None):
        state (ReferralState): * `draft` - Draft
            * `approval` - Waiting for approval
            * `queued` - Ready to be sent
            * `sent` - Sent
            * `delivery_failed` - Delivery failed
            * `registered` - Registered by the institution
            * `clarification` - Clarification asked
            * `redirected` - Redirected to another body
            * `answered` - Answered
            * `assessed` - Answer assessed
            * `closed` - Closed
            * `cancelled` - Cancelled before sending
        sent_on (datetime.date | None):
        due_at (datetime.date | None):
        overdue (bool):
        clock_stands_since (datetime.date | None): While the clock is paused there is no due date.
        answered_on (datetime.date | None):
        assessment (str):
        appeal_until (datetime.date | None): Last day for an appeal against the answer, or silence; null: not known.
        protocol_number (str):
        created_at (datetime.datetime):
        version (int):
        letter (str):
        letter_language (str): Empty: the institution's, in the script of the letter.
        letter_subject (None | str): null: the template's.
        parallel (None | ParallelLetter):
        has_annex (bool): The complainant's own words go along; see `redaction/`.
        enclosures (list[Enclosure]): The files that go along, in order.
        due_explanation (None | str): How the due date was worked out.
        pauses (list[ClockPause]):
        extension (ClockExtension | None):
        counted_from (datetime.date | None): Day 0 of the clock, where it is not the day of sending.
        clarifications (list[Clarification]):
        consent (None | UUID):
        override_reason (None | str):
        redaction_checked_by (None | Person):
        author (None | Person):
        approved_by (None | Person):
        sent_back_reason (None | str): Why it was given back to its author; until it is submitted again.
        escalates (None | UUID):
        appeals (None | UUID): The referral whose answer this one appeals against.
        late_reason (None | str): Why an appeal may be heard after its time.
        appeal_explanation (None | str): How the time for an appeal was worked out.
        redirected_from (None | UUID):
        channel (str):
        proof (str):
        registered_on (datetime.date | None):
        answer (None | str):
        allowed_actions (list[AllowedAction]):
        deadline_rule (None | str | Unset):
    """

    id: UUID
    case: UUID
    reference: str
    institution: Entry | None
    state: ReferralState
    sent_on: datetime.date | None
    due_at: datetime.date | None
    overdue: bool
    clock_stands_since: datetime.date | None
    answered_on: datetime.date | None
    assessment: str
    appeal_until: datetime.date | None
    protocol_number: str
    created_at: datetime.datetime
    version: int
    letter: str
    letter_language: str
    letter_subject: None | str
    parallel: None | ParallelLetter
    has_annex: bool
    enclosures: list[Enclosure]
    due_explanation: None | str
    pauses: list[ClockPause]
    extension: ClockExtension | None
    counted_from: datetime.date | None
    clarifications: list[Clarification]
    consent: None | UUID
    override_reason: None | str
    redaction_checked_by: None | Person
    author: None | Person
    approved_by: None | Person
    sent_back_reason: None | str
    escalates: None | UUID
    appeals: None | UUID
    late_reason: None | str
    appeal_explanation: None | str
    redirected_from: None | UUID
    channel: str
    proof: str
    registered_on: datetime.date | None
    answer: None | str
    allowed_actions: list[AllowedAction]
    deadline_rule: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.clock_extension import ClockExtension  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.parallel_letter import ParallelLetter  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        case = str(self.case)

        reference = self.reference

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        state = self.state.value

        sent_on: None | str
        if isinstance(self.sent_on, datetime.date):
            sent_on = self.sent_on.isoformat()
        else:
            sent_on = self.sent_on

        due_at: None | str
        if isinstance(self.due_at, datetime.date):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        overdue = self.overdue

        clock_stands_since: None | str
        if isinstance(self.clock_stands_since, datetime.date):
            clock_stands_since = self.clock_stands_since.isoformat()
        else:
            clock_stands_since = self.clock_stands_since

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        assessment = self.assessment

        appeal_until: None | str
        if isinstance(self.appeal_until, datetime.date):
            appeal_until = self.appeal_until.isoformat()
        else:
            appeal_until = self.appeal_until

        protocol_number = self.protocol_number

        created_at = self.created_at.isoformat()

        version = self.version

        letter = self.letter

        letter_language = self.letter_language

        letter_subject: None | str
        letter_subject = self.letter_subject

        parallel: dict[str, Any] | None
        if isinstance(self.parallel, ParallelLetter):
            parallel = self.parallel.to_dict()
        else:
            parallel = self.parallel

        has_annex = self.has_annex

        enclosures = []
        for enclosures_item_data in self.enclosures:
            enclosures_item = enclosures_item_data.to_dict()
            enclosures.append(enclosures_item)

        due_explanation: None | str
        due_explanation = self.due_explanation

        pauses = []
        for pauses_item_data in self.pauses:
            pauses_item = pauses_item_data.to_dict()
            pauses.append(pauses_item)

        extension: dict[str, Any] | None
        if isinstance(self.extension, ClockExtension):
            extension = self.extension.to_dict()
        else:
            extension = self.extension

        counted_from: None | str
        if isinstance(self.counted_from, datetime.date):
            counted_from = self.counted_from.isoformat()
        else:
            counted_from = self.counted_from

        clarifications = []
        for clarifications_item_data in self.clarifications:
            clarifications_item = clarifications_item_data.to_dict()
            clarifications.append(clarifications_item)

        consent: None | str
        if isinstance(self.consent, UUID):
            consent = str(self.consent)
        else:
            consent = self.consent

        override_reason: None | str
        override_reason = self.override_reason

        redaction_checked_by: dict[str, Any] | None
        if isinstance(self.redaction_checked_by, Person):
            redaction_checked_by = self.redaction_checked_by.to_dict()
        else:
            redaction_checked_by = self.redaction_checked_by

        author: dict[str, Any] | None
        if isinstance(self.author, Person):
            author = self.author.to_dict()
        else:
            author = self.author

        approved_by: dict[str, Any] | None
        if isinstance(self.approved_by, Person):
            approved_by = self.approved_by.to_dict()
        else:
            approved_by = self.approved_by

        sent_back_reason: None | str
        sent_back_reason = self.sent_back_reason

        escalates: None | str
        if isinstance(self.escalates, UUID):
            escalates = str(self.escalates)
        else:
            escalates = self.escalates

        appeals: None | str
        if isinstance(self.appeals, UUID):
            appeals = str(self.appeals)
        else:
            appeals = self.appeals

        late_reason: None | str
        late_reason = self.late_reason

        appeal_explanation: None | str
        appeal_explanation = self.appeal_explanation

        redirected_from: None | str
        if isinstance(self.redirected_from, UUID):
            redirected_from = str(self.redirected_from)
        else:
            redirected_from = self.redirected_from

        channel = self.channel

        proof = self.proof

        registered_on: None | str
        if isinstance(self.registered_on, datetime.date):
            registered_on = self.registered_on.isoformat()
        else:
            registered_on = self.registered_on

        answer: None | str
        answer = self.answer

        allowed_actions = []
        for allowed_actions_item_data in self.allowed_actions:
            allowed_actions_item = allowed_actions_item_data.to_dict()
            allowed_actions.append(allowed_actions_item)

        deadline_rule: None | str | Unset
        if isinstance(self.deadline_rule, Unset):
            deadline_rule = UNSET
        else:
            deadline_rule = self.deadline_rule

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "reference": reference,
                "institution": institution,
                "state": state,
                "sent_on": sent_on,
                "due_at": due_at,
                "overdue": overdue,
                "clock_stands_since": clock_stands_since,
                "answered_on": answered_on,
                "assessment": assessment,
                "appeal_until": appeal_until,
                "protocol_number": protocol_number,
                "created_at": created_at,
                "version": version,
                "letter": letter,
                "letter_language": letter_language,
                "letter_subject": letter_subject,
                "parallel": parallel,
                "has_annex": has_annex,
                "enclosures": enclosures,
                "due_explanation": due_explanation,
                "pauses": pauses,
                "extension": extension,
                "counted_from": counted_from,
                "clarifications": clarifications,
                "consent": consent,
                "override_reason": override_reason,
                "redaction_checked_by": redaction_checked_by,
                "author": author,
                "approved_by": approved_by,
                "sent_back_reason": sent_back_reason,
                "escalates": escalates,
                "appeals": appeals,
                "late_reason": late_reason,
                "appeal_explanation": appeal_explanation,
                "redirected_from": redirected_from,
                "channel": channel,
                "proof": proof,
                "registered_on": registered_on,
                "answer": answer,
                "allowed_actions": allowed_actions,
            }
        )
        if deadline_rule is not UNSET:
            field_dict["deadline_rule"] = deadline_rule

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.allowed_action import AllowedAction  # noqa: PLC0415
        from ..models.clarification import Clarification  # noqa: PLC0415
        from ..models.clock_extension import ClockExtension  # noqa: PLC0415
        from ..models.clock_pause import ClockPause  # noqa: PLC0415
        from ..models.enclosure import Enclosure  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.parallel_letter import ParallelLetter  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = UUID(d.pop("case"))

        reference = d.pop("reference")

        def _parse_institution(data: object) -> Entry | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                institution_type_0 = Entry.from_dict(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Entry | None, data)

        institution = _parse_institution(d.pop("institution"))

        state = ReferralState(d.pop("state"))

        def _parse_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_on_type_0 = datetime.date.fromisoformat(data)

                return sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        sent_on = _parse_sent_on(d.pop("sent_on"))

        def _parse_due_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.date.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        overdue = d.pop("overdue")

        def _parse_clock_stands_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clock_stands_since_type_0 = datetime.date.fromisoformat(data)

                return clock_stands_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        clock_stands_since = _parse_clock_stands_since(d.pop("clock_stands_since"))

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

        assessment = d.pop("assessment")

        def _parse_appeal_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appeal_until_type_0 = datetime.date.fromisoformat(data)

                return appeal_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        appeal_until = _parse_appeal_until(d.pop("appeal_until"))

        protocol_number = d.pop("protocol_number")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        version = d.pop("version")

        letter = d.pop("letter")

        letter_language = d.pop("letter_language")

        def _parse_letter_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        letter_subject = _parse_letter_subject(d.pop("letter_subject"))

        def _parse_parallel(data: object) -> None | ParallelLetter:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                parallel_type_0 = ParallelLetter.from_dict(data)

                return parallel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ParallelLetter, data)

        parallel = _parse_parallel(d.pop("parallel"))

        has_annex = d.pop("has_annex")

        enclosures = []
        _enclosures = d.pop("enclosures")
        for enclosures_item_data in _enclosures:
            enclosures_item = Enclosure.from_dict(enclosures_item_data)

            enclosures.append(enclosures_item)

        def _parse_due_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        due_explanation = _parse_due_explanation(d.pop("due_explanation"))

        pauses = []
        _pauses = d.pop("pauses")
        for pauses_item_data in _pauses:
            pauses_item = ClockPause.from_dict(pauses_item_data)

            pauses.append(pauses_item)

        def _parse_extension(data: object) -> ClockExtension | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                extension_type_0 = ClockExtension.from_dict(data)

                return extension_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClockExtension | None, data)

        extension = _parse_extension(d.pop("extension"))

        def _parse_counted_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                counted_from_type_0 = datetime.date.fromisoformat(data)

                return counted_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        counted_from = _parse_counted_from(d.pop("counted_from"))

        clarifications = []
        _clarifications = d.pop("clarifications")
        for clarifications_item_data in _clarifications:
            clarifications_item = Clarification.from_dict(clarifications_item_data)

            clarifications.append(clarifications_item)

        def _parse_consent(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                consent_type_0 = UUID(data)

                return consent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        consent = _parse_consent(d.pop("consent"))

        def _parse_override_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        override_reason = _parse_override_reason(d.pop("override_reason"))

        def _parse_redaction_checked_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                redaction_checked_by_type_0 = Person.from_dict(data)

                return redaction_checked_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        redaction_checked_by = _parse_redaction_checked_by(d.pop("redaction_checked_by"))

        def _parse_author(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                author_type_0 = Person.from_dict(data)

                return author_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        author = _parse_author(d.pop("author"))

        def _parse_approved_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                approved_by_type_0 = Person.from_dict(data)

                return approved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        approved_by = _parse_approved_by(d.pop("approved_by"))

        def _parse_sent_back_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sent_back_reason = _parse_sent_back_reason(d.pop("sent_back_reason"))

        def _parse_escalates(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escalates_type_0 = UUID(data)

                return escalates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        escalates = _parse_escalates(d.pop("escalates"))

        def _parse_appeals(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appeals_type_0 = UUID(data)

                return appeals_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        appeals = _parse_appeals(d.pop("appeals"))

        def _parse_late_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        late_reason = _parse_late_reason(d.pop("late_reason"))

        def _parse_appeal_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        appeal_explanation = _parse_appeal_explanation(d.pop("appeal_explanation"))

        def _parse_redirected_from(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                redirected_from_type_0 = UUID(data)

                return redirected_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        redirected_from = _parse_redirected_from(d.pop("redirected_from"))

        channel = d.pop("channel")

        proof = d.pop("proof")

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

        def _parse_answer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answer = _parse_answer(d.pop("answer"))

        allowed_actions = []
        _allowed_actions = d.pop("allowed_actions")
        for allowed_actions_item_data in _allowed_actions:
            allowed_actions_item = AllowedAction.from_dict(allowed_actions_item_data)

            allowed_actions.append(allowed_actions_item)

        def _parse_deadline_rule(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deadline_rule = _parse_deadline_rule(d.pop("deadline_rule", UNSET))

        referral = cls(
            id=id,
            case=case,
            reference=reference,
            institution=institution,
            state=state,
            sent_on=sent_on,
            due_at=due_at,
            overdue=overdue,
            clock_stands_since=clock_stands_since,
            answered_on=answered_on,
            assessment=assessment,
            appeal_until=appeal_until,
            protocol_number=protocol_number,
            created_at=created_at,
            version=version,
            letter=letter,
            letter_language=letter_language,
            letter_subject=letter_subject,
            parallel=parallel,
            has_annex=has_annex,
            enclosures=enclosures,
            due_explanation=due_explanation,
            pauses=pauses,
            extension=extension,
            counted_from=counted_from,
            clarifications=clarifications,
            consent=consent,
            override_reason=override_reason,
            redaction_checked_by=redaction_checked_by,
            author=author,
            approved_by=approved_by,
            sent_back_reason=sent_back_reason,
            escalates=escalates,
            appeals=appeals,
            late_reason=late_reason,
            appeal_explanation=appeal_explanation,
            redirected_from=redirected_from,
            channel=channel,
            proof=proof,
            registered_on=registered_on,
            answer=answer,
            allowed_actions=allowed_actions,
            deadline_rule=deadline_rule,
        )

        referral.additional_properties = d
        return referral

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
