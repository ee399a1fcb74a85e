from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor_kind import ActorKind
from ..models.event_action import EventAction
from ..models.event_kind import EventKind

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.event_facts import EventFacts
    from ..models.message import Message
    from ..models.note import Note
    from ..models.other_case import OtherCase
    from ..models.other_partner import OtherPartner
    from ..models.person import Person
    from ..models.told_answer import ToldAnswer


T = TypeVar("T", bound="Event")


@_attrs_define
class Event:
    """One line of the story. Facts are codes, ids and dates; what they name stands beside them, as far as it
    is still there.

        Attributes:
            id (int):
            at (datetime.datetime):
            action (EventAction): * `case.ask_complainant` - case.ask_complainant
                * `case.assigned` - case.assigned
                * `case.await_answers` - case.await_answers
                * `case.changed` - case.changed
                * `case.close` - case.close
                * `case.complainant_added_files` - case.complainant_added_files
                * `case.complainant_corrected` - case.complainant_corrected
                * `case.complainant_rated` - case.complainant_rated
                * `case.complainant_read` - case.complainant_read
                * `case.complainant_wrote` - case.complainant_wrote
                * `case.confirm_outcome` - case.confirm_outcome
                * `case.conflict_declared` - case.conflict_declared
                * `case.conflict_lifted` - case.conflict_lifted
                * `case.conflict_matched` - case.conflict_matched
                * `case.conflict_recorded` - case.conflict_recorded
                * `case.consent_given` - case.consent_given
                * `case.consent_withdrawn` - case.consent_withdrawn
                * `case.declare_inadmissible` - case.declare_inadmissible
                * `case.erasure_announced` - case.erasure_announced
                * `case.erasure_asked` - case.erasure_asked
                * `case.erasure_called_off` - case.erasure_called_off
                * `case.erasure_granted` - case.erasure_granted
                * `case.erasure_refused` - case.erasure_refused
                * `case.escalate` - case.escalate
                * `case.file_asked` - case.file_asked
                * `case.file_taken` - case.file_taken
                * `case.files_added` - case.files_added
                * `case.hold_ended` - case.hold_ended
                * `case.hold_extended` - case.hold_extended
                * `case.hold_set` - case.hold_set
                * `case.identity_approved` - case.identity_approved
                * `case.identity_asked` - case.identity_asked
                * `case.identity_compared` - case.identity_compared
                * `case.identity_declined` - case.identity_declined
                * `case.identity_ended` - case.identity_ended
                * `case.identity_expired` - case.identity_expired
                * `case.identity_lapsed` - case.identity_lapsed
                * `case.identity_read` - case.identity_read
                * `case.identity_unsealed` - case.identity_unsealed
                * `case.identity_withdrawn` - case.identity_withdrawn
                * `case.imported` - case.imported
                * `case.judiciary_set` - case.judiciary_set
                * `case.linked` - case.linked
                * `case.mark_duplicate` - case.mark_duplicate
                * `case.merge_undone` - case.merge_undone
                * `case.merged` - case.merged
                * `case.message_written` - case.message_written
                * `case.messages_read` - case.messages_read
                * `case.note_added` - case.note_added
                * `case.open` - case.open
                * `case.original_opened` - case.original_opened
                * `case.pages_hidden` - case.pages_hidden
                * `case.public_summary_published` - case.public_summary_published
                * `case.public_summary_withdrawn` - case.public_summary_withdrawn
                * `case.public_summary_written` - case.public_summary_written
                * `case.question_ended` - case.question_ended
                * `case.receipt_confirmed` - case.receipt_confirmed
                * `case.receipt_handed_out` - case.receipt_handed_out
                * `case.receipt_stopped` - case.receipt_stopped
                * `case.received` - case.received
                * `case.refer` - case.refer
                * `case.referrals_to_take_back` - case.referrals_to_take_back
                * `case.released` - case.released
                * `case.reopen` - case.reopen
                * `case.reopening_asked` - case.reopening_asked
                * `case.resolve` - case.resolve
                * `case.restricted` - case.restricted
                * `case.resume` - case.resume
                * `case.review_answer` - case.review_answer
                * `case.share_ended` - case.share_ended
                * `case.shared` - case.shared
                * `case.start_triage` - case.start_triage
                * `case.tagged` - case.tagged
                * `case.take_back` - case.take_back
                * `case.take_up_answer` - case.take_up_answer
                * `case.transfer` - case.transfer
                * `case.undo_merge` - case.undo_merge
                * `case.unlinked` - case.unlinked
                * `case.unrestricted` - case.unrestricted
                * `case.withdraw` - case.withdraw
                * `case.words_hidden` - case.words_hidden
                * `partner_referral.accept` - partner_referral.accept
                * `partner_referral.complete` - partner_referral.complete
                * `partner_referral.decline` - partner_referral.decline
                * `partner_referral.expire` - partner_referral.expire
                * `partner_referral.not_complete` - partner_referral.not_complete
                * `partner_referral.offer` - partner_referral.offer
                * `partner_referral.recall` - partner_referral.recall
                * `partner_referral.start_service` - partner_referral.start_service
                * `referral.answer_arrived` - referral.answer_arrived
                * `referral.answer_link_made` - referral.answer_link_made
                * `referral.answer_link_revoked` - referral.answer_link_revoked
                * `referral.answer_weighed` - referral.answer_weighed
                * `referral.appeal_window_changed` - referral.appeal_window_changed
                * `referral.approve` - referral.approve
                * `referral.ask_clarification` - referral.ask_clarification
                * `referral.assess` - referral.assess
                * `referral.automatic_reply_arrived` - referral.automatic_reply_arrived
                * `referral.cancel` - referral.cancel
                * `referral.changed` - referral.changed
                * `referral.clarify` - referral.clarify
                * `referral.clock_extended` - referral.clock_extended
                * `referral.clock_paused` - referral.clock_paused
                * `referral.clock_resumed` - referral.clock_resumed
                * `referral.close` - referral.close
                * `referral.delivery_begun` - referral.delivery_begun
                * `referral.delivery_came_back` - referral.delivery_came_back
                * `referral.delivery_cancel` - referral.delivery_cancel
                * `referral.delivery_delayed` - referral.delivery_delayed
                * `referral.delivery_failed` - referral.delivery_failed
                * `referral.delivery_left` - referral.delivery_left
                * `referral.delivery_lost_sight` - referral.delivery_lost_sight
                * `referral.delivery_send_again` - referral.delivery_send_again
                * `referral.delivery_sent` - referral.delivery_sent
                * `referral.delivery_stopped` - referral.delivery_stopped
                * `referral.delivery_taken` - referral.delivery_taken
                * `referral.dossier_discarded` - referral.dossier_discarded
                * `referral.dossier_frozen` - referral.dossier_frozen
                * `referral.drafted` - referral.drafted
                * `referral.due_changed` - referral.due_changed
                * `referral.fail_delivery` - referral.fail_delivery
                * `referral.note_silence` - referral.note_silence
                * `referral.passed_on` - referral.passed_on
                * `referral.record_answer` - referral.record_answer
                * `referral.redirect` - referral.redirect
                * `referral.register` - referral.register
                * `referral.release` - referral.release
                * `referral.requeue` - referral.requeue
                * `referral.send` - referral.send
                * `referral.send_back` - referral.send_back
                * `referral.submit` - referral.submit
                * `task.assigned` - task.assigned
                * `task.changed` - task.changed
                * `task.created` - task.created
                * `task.done` - task.done
                * `task.dropped` - task.dropped
                * `task.taken` - task.taken
                * `transfer.accepted` - transfer.accepted
                * `transfer.declined` - transfer.declined
                * `transfer.expired` - transfer.expired
                * `transfer.offered` - transfer.offered
                * `transfer.recalled` - transfer.recalled
            kind (EventKind):
            actor_kind (ActorKind): * `staff` - staff
                * `client` - client
                * `complainant` - complainant
                * `institution` - institution
                * `nobody` - nobody
                * `system` - system
            actor (None | Person):
            from_state (str):
            to_state (str):
            facts (EventFacts):
            note (None | Note): The note that was written with it.
            message (Message | None): The message that it is about.
            answer (None | ToldAnswer): The answer of an institution that came with it.
            person (None | Person): To whom it was given.
            partner (None | OtherPartner): The other organisation.
            institution (Entry | None): The institution that a letter is for.
            case (None | OtherCase): The other case.
    """

    id: int
    at: datetime.datetime
    action: EventAction
    kind: EventKind
    actor_kind: ActorKind
    actor: None | Person
    from_state: str
    to_state: str
    facts: EventFacts
    note: None | Note
    message: Message | None
    answer: None | ToldAnswer
    person: None | Person
    partner: None | OtherPartner
    institution: Entry | None
    case: None | OtherCase
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.message import Message  # noqa: PLC0415
        from ..models.note import Note  # noqa: PLC0415
        from ..models.other_case import OtherCase  # noqa: PLC0415
        from ..models.other_partner import OtherPartner  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.told_answer import ToldAnswer  # noqa: PLC0415

        id = self.id

        at = self.at.isoformat()

        action = self.action.value

        kind = self.kind.value

        actor_kind = self.actor_kind.value

        actor: dict[str, Any] | None
        if isinstance(self.actor, Person):
            actor = self.actor.to_dict()
        else:
            actor = self.actor

        from_state = self.from_state

        to_state = self.to_state

        facts = self.facts.to_dict()

        note: dict[str, Any] | None
        if isinstance(self.note, Note):
            note = self.note.to_dict()
        else:
            note = self.note

        message: dict[str, Any] | None
        if isinstance(self.message, Message):
            message = self.message.to_dict()
        else:
            message = self.message

        answer: dict[str, Any] | None
        if isinstance(self.answer, ToldAnswer):
            answer = self.answer.to_dict()
        else:
            answer = self.answer

        person: dict[str, Any] | None
        if isinstance(self.person, Person):
            person = self.person.to_dict()
        else:
            person = self.person

        partner: dict[str, Any] | None
        if isinstance(self.partner, OtherPartner):
            partner = self.partner.to_dict()
        else:
            partner = self.partner

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        case: dict[str, Any] | None
        if isinstance(self.case, OtherCase):
            case = self.case.to_dict()
        else:
            case = self.case

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "action": action,
                "kind": kind,
                "actor_kind": actor_kind,
                "actor": actor,
                "from_state": from_state,
                "to_state": to_state,
                "facts": facts,
                "note": note,
                "message": message,
                "answer": answer,
                "person": person,
                "partner": partner,
                "institution": institution,
                "case": case,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.event_facts import EventFacts  # noqa: PLC0415
        from ..models.message import Message  # noqa: PLC0415
        from ..models.note import Note  # noqa: PLC0415
        from ..models.other_case import OtherCase  # noqa: PLC0415
        from ..models.other_partner import OtherPartner  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.told_answer import ToldAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        action = EventAction(d.pop("action"))

        kind = EventKind(d.pop("kind"))

        actor_kind = ActorKind(d.pop("actor_kind"))

        def _parse_actor(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                actor_type_0 = Person.from_dict(data)

                return actor_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        actor = _parse_actor(d.pop("actor"))

        from_state = d.pop("from_state")

        to_state = d.pop("to_state")

        facts = EventFacts.from_dict(d.pop("facts"))

        def _parse_note(data: object) -> None | Note:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                note_type_0 = Note.from_dict(data)

                return note_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Note, data)

        note = _parse_note(d.pop("note"))

        def _parse_message(data: object) -> Message | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                message_type_0 = Message.from_dict(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Message | None, data)

        message = _parse_message(d.pop("message"))

        def _parse_answer(data: object) -> None | ToldAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answer_type_0 = ToldAnswer.from_dict(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ToldAnswer, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_person(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                person_type_0 = Person.from_dict(data)

                return person_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        person = _parse_person(d.pop("person"))

        def _parse_partner(data: object) -> None | OtherPartner:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                partner_type_0 = OtherPartner.from_dict(data)

                return partner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OtherPartner, data)

        partner = _parse_partner(d.pop("partner"))

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

        def _parse_case(data: object) -> None | OtherCase:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                case_type_0 = OtherCase.from_dict(data)

                return case_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OtherCase, data)

        case = _parse_case(d.pop("case"))

        event = cls(
            id=id,
            at=at,
            action=action,
            kind=kind,
            actor_kind=actor_kind,
            actor=actor,
            from_state=from_state,
            to_state=to_state,
            facts=facts,
            note=note,
            message=message,
            answer=answer,
            person=person,
            partner=partner,
            institution=institution,
            case=case,
        )

        event.additional_properties = d
        return event

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
