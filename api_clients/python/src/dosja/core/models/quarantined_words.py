from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_kind import CaseKind
from ..models.complainant_kind import ComplainantKind
from ..models.language import Language
from ..models.quarantine_reason import QuarantineReason

if TYPE_CHECKING:
    from ..models.conversation_message import ConversationMessage
    from ..models.entry import Entry
    from ..models.words import Words


T = TypeVar("T", bound="QuarantinedWords")


@_attrs_define
class QuarantinedWords:
    """The same with all words, and what the complainant wrote since.

    Attributes:
        id (UUID):
        partner (str):
        arrived_at (datetime.datetime):
        overdue (bool): Waits for longer than its author was told.
        reasons (list[QuarantineReason]):
        kind (CaseKind): * `public_service` - Public service
            * `corruption` - Corruption
            * `judiciary` - Courts and prosecution
            * `information_request` - Request for information
        complainant_kind (ComplainantKind): * `identified` - With my name
            * `confidential` - My name only for the NGO
            * `anonymous` - Without my name
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        category (Entry | None):
        institution (Entry | None):
        place (Entry | None):
        beginning (None | str): The first words; null for those who may not read complaints.
        complaint (Words): The citizen's words, as given. The identity is kept apart and is in no answer.

            What is hidden in the case is a bar for people of another partner.
        withdrawn (bool): The complainant has taken the complaint back.
        messages (list[ConversationMessage]):
        files (int): How many came with it; they open in the case.
    """

    id: UUID
    partner: str
    arrived_at: datetime.datetime
    overdue: bool
    reasons: list[QuarantineReason]
    kind: CaseKind
    complainant_kind: ComplainantKind
    language: Language
    category: Entry | None
    institution: Entry | None
    place: Entry | None
    beginning: None | str
    complaint: Words
    withdrawn: bool
    messages: list[ConversationMessage]
    files: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        id = str(self.id)

        partner = self.partner

        arrived_at = self.arrived_at.isoformat()

        overdue = self.overdue

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.value
            reasons.append(reasons_item)

        kind = self.kind.value

        complainant_kind = self.complainant_kind.value

        language = self.language.value

        category: dict[str, Any] | None
        if isinstance(self.category, Entry):
            category = self.category.to_dict()
        else:
            category = self.category

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        place: dict[str, Any] | None
        if isinstance(self.place, Entry):
            place = self.place.to_dict()
        else:
            place = self.place

        beginning: None | str
        beginning = self.beginning

        complaint = self.complaint.to_dict()

        withdrawn = self.withdrawn

        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        files = self.files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "partner": partner,
                "arrived_at": arrived_at,
                "overdue": overdue,
                "reasons": reasons,
                "kind": kind,
                "complainant_kind": complainant_kind,
                "language": language,
                "category": category,
                "institution": institution,
                "place": place,
                "beginning": beginning,
                "complaint": complaint,
                "withdrawn": withdrawn,
                "messages": messages,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conversation_message import ConversationMessage  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.words import Words  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        partner = d.pop("partner")

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        overdue = d.pop("overdue")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = QuarantineReason(reasons_item_data)

            reasons.append(reasons_item)

        kind = CaseKind(d.pop("kind"))

        complainant_kind = ComplainantKind(d.pop("complainant_kind"))

        language = Language(d.pop("language"))

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

        def _parse_beginning(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        beginning = _parse_beginning(d.pop("beginning"))

        complaint = Words.from_dict(d.pop("complaint"))

        withdrawn = d.pop("withdrawn")

        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = ConversationMessage.from_dict(messages_item_data)

            messages.append(messages_item)

        files = d.pop("files")

        quarantined_words = cls(
            id=id,
            partner=partner,
            arrived_at=arrived_at,
            overdue=overdue,
            reasons=reasons,
            kind=kind,
            complainant_kind=complainant_kind,
            language=language,
            category=category,
            institution=institution,
            place=place,
            beginning=beginning,
            complaint=complaint,
            withdrawn=withdrawn,
            messages=messages,
            files=files,
        )

        quarantined_words.additional_properties = d
        return quarantined_words

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
