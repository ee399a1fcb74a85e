from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.mail_dismissal_reason import MailDismissalReason
from ..models.mail_remark import MailRemark
from ..models.mail_state import MailState
from ..models.mail_trail import MailTrail
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.incoming_file import IncomingFile
    from ..models.person import Person
    from ..models.suggestion import Suggestion


T = TypeVar("T", bound="IncomingMailWords")


@_attrs_define
class IncomingMailWords:
    """The same with what it says, and where it may belong.

    Attributes:
        id (UUID):
        partner (str):
        state (MailState): * `triage` - Somebody has to say where it belongs
            * `matched` - Went to its case by itself
            * `assigned` - Assigned by a person
            * `dismissed` - Set aside by a person
        trail (BlankEnum | MailTrail): By what it found its case.

            * `token` - By the mark in its address or text
            * `reply` - As a reply to our mail
            * `person` - By a person
        remarks (list[MailRemark]):
        arrived_at (datetime.datetime):
        sender (None | str):
        subject (None | str):
        answer (None | UUID):
        dismissal (BlankEnum | MailDismissalReason):
        decided_by (None | Person):
        decided_at (datetime.datetime | None):
        version (int):
        text (None | str):
        files (list[IncomingFile]):
        suggestions (list[Suggestion]): While it waits to be sorted.
        case (None | Unset | UUID):
        referral (None | Unset | UUID):
    """

    id: UUID
    partner: str
    state: MailState
    trail: BlankEnum | MailTrail
    remarks: list[MailRemark]
    arrived_at: datetime.datetime
    sender: None | str
    subject: None | str
    answer: None | UUID
    dismissal: BlankEnum | MailDismissalReason
    decided_by: None | Person
    decided_at: datetime.datetime | None
    version: int
    text: None | str
    files: list[IncomingFile]
    suggestions: list[Suggestion]
    case: None | Unset | UUID = UNSET
    referral: None | Unset | UUID = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        id = str(self.id)

        partner = self.partner

        state = self.state.value

        trail: str
        if isinstance(self.trail, MailTrail):
            trail = self.trail.value
        else:
            trail = self.trail.value

        remarks = []
        for remarks_item_data in self.remarks:
            remarks_item = remarks_item_data.value
            remarks.append(remarks_item)

        arrived_at = self.arrived_at.isoformat()

        sender: None | str
        sender = self.sender

        subject: None | str
        subject = self.subject

        answer: None | str
        if isinstance(self.answer, UUID):
            answer = str(self.answer)
        else:
            answer = self.answer

        dismissal: str
        if isinstance(self.dismissal, MailDismissalReason):
            dismissal = self.dismissal.value
        else:
            dismissal = self.dismissal.value

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

        version = self.version

        text: None | str
        text = self.text

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        suggestions = []
        for suggestions_item_data in self.suggestions:
            suggestions_item = suggestions_item_data.to_dict()
            suggestions.append(suggestions_item)

        case: None | str | Unset
        if isinstance(self.case, Unset):
            case = UNSET
        elif isinstance(self.case, UUID):
            case = str(self.case)
        else:
            case = self.case

        referral: None | str | Unset
        if isinstance(self.referral, Unset):
            referral = UNSET
        elif isinstance(self.referral, UUID):
            referral = str(self.referral)
        else:
            referral = self.referral

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "partner": partner,
                "state": state,
                "trail": trail,
                "remarks": remarks,
                "arrived_at": arrived_at,
                "sender": sender,
                "subject": subject,
                "answer": answer,
                "dismissal": dismissal,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "version": version,
                "text": text,
                "files": files,
                "suggestions": suggestions,
            }
        )
        if case is not UNSET:
            field_dict["case"] = case
        if referral is not UNSET:
            field_dict["referral"] = referral

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.incoming_file import IncomingFile  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.suggestion import Suggestion  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        partner = d.pop("partner")

        state = MailState(d.pop("state"))

        def _parse_trail(data: object) -> BlankEnum | MailTrail:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                trail_type_0 = MailTrail(data)

                return trail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            trail_type_1 = BlankEnum(data)

            return trail_type_1

        trail = _parse_trail(d.pop("trail"))

        remarks = []
        _remarks = d.pop("remarks")
        for remarks_item_data in _remarks:
            remarks_item = MailRemark(remarks_item_data)

            remarks.append(remarks_item)

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        def _parse_sender(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sender = _parse_sender(d.pop("sender"))

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_answer(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_type_0 = UUID(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_dismissal(data: object) -> BlankEnum | MailDismissalReason:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dismissal_type_0 = MailDismissalReason(data)

                return dismissal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            dismissal_type_1 = BlankEnum(data)

            return dismissal_type_1

        dismissal = _parse_dismissal(d.pop("dismissal"))

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

        version = d.pop("version")

        def _parse_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        text = _parse_text(d.pop("text"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = IncomingFile.from_dict(files_item_data)

            files.append(files_item)

        suggestions = []
        _suggestions = d.pop("suggestions")
        for suggestions_item_data in _suggestions:
            suggestions_item = Suggestion.from_dict(suggestions_item_data)

            suggestions.append(suggestions_item)

        def _parse_case(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_type_0 = UUID(data)

                return case_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        case = _parse_case(d.pop("case", UNSET))

        def _parse_referral(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                referral_type_0 = UUID(data)

                return referral_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        referral = _parse_referral(d.pop("referral", UNSET))

        incoming_mail_words = cls(
            id=id,
            partner=partner,
            state=state,
            trail=trail,
            remarks=remarks,
            arrived_at=arrived_at,
            sender=sender,
            subject=subject,
            answer=answer,
            dismissal=dismissal,
            decided_by=decided_by,
            decided_at=decided_at,
            version=version,
            text=text,
            files=files,
            suggestions=suggestions,
            case=case,
            referral=referral,
        )

        incoming_mail_words.additional_properties = d
        return incoming_mail_words

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
