from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hiding_reason import HidingReason
from ..models.vulnerability import Vulnerability

if TYPE_CHECKING:
    from ..models.answer import Answer
    from ..models.entry import Entry


T = TypeVar("T", bound="OpenedWords")


@_attrs_define
class OpenedWords:
    """The same for another partner: what was not agreed is null.

    Attributes:
        narrative (str):
        wish (str):
        hidden_reasons (list[HidingReason]): Why something is hidden from you; empty where you read all of it.
        happened_on (datetime.date | None):
        received_at (datetime.datetime):
        language (str):
        complainant_kind (str):
        channel (str):
        category (Entry | None):
        institution (Entry | None):
        place (Entry | None):
        contact_wish (None | str):
        contact_note (None | str):
        vulnerability (list[Vulnerability] | None):
        form (int | None): Number of the form that it was filled in with; null where it came without one.
        answers (list[Answer]): Answers to the form's own questions, as that form asked them.
    """

    narrative: str
    wish: str
    hidden_reasons: list[HidingReason]
    happened_on: datetime.date | None
    received_at: datetime.datetime
    language: str
    complainant_kind: str
    channel: str
    category: Entry | None
    institution: Entry | None
    place: Entry | None
    contact_wish: None | str
    contact_note: None | str
    vulnerability: list[Vulnerability] | None
    form: int | None
    answers: list[Answer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        narrative = self.narrative

        wish = self.wish

        hidden_reasons = []
        for hidden_reasons_item_data in self.hidden_reasons:
            hidden_reasons_item = hidden_reasons_item_data.value
            hidden_reasons.append(hidden_reasons_item)

        happened_on: None | str
        if isinstance(self.happened_on, datetime.date):
            happened_on = self.happened_on.isoformat()
        else:
            happened_on = self.happened_on

        received_at = self.received_at.isoformat()

        language = self.language

        complainant_kind = self.complainant_kind

        channel = self.channel

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

        contact_wish: None | str
        contact_wish = self.contact_wish

        contact_note: None | str
        contact_note = self.contact_note

        vulnerability: list[str] | None
        if isinstance(self.vulnerability, list):
            vulnerability = []
            for vulnerability_type_0_item_data in self.vulnerability:
                vulnerability_type_0_item = vulnerability_type_0_item_data.value
                vulnerability.append(vulnerability_type_0_item)

        else:
            vulnerability = self.vulnerability

        form: int | None
        form = self.form

        answers = []
        for answers_item_data in self.answers:
            answers_item = answers_item_data.to_dict()
            answers.append(answers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "narrative": narrative,
                "wish": wish,
                "hidden_reasons": hidden_reasons,
                "happened_on": happened_on,
                "received_at": received_at,
                "language": language,
                "complainant_kind": complainant_kind,
                "channel": channel,
                "category": category,
                "institution": institution,
                "place": place,
                "contact_wish": contact_wish,
                "contact_note": contact_note,
                "vulnerability": vulnerability,
                "form": form,
                "answers": answers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.answer import Answer  # noqa: PLC0415
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        narrative = d.pop("narrative")

        wish = d.pop("wish")

        hidden_reasons = []
        _hidden_reasons = d.pop("hidden_reasons")
        for hidden_reasons_item_data in _hidden_reasons:
            hidden_reasons_item = HidingReason(hidden_reasons_item_data)

            hidden_reasons.append(hidden_reasons_item)

        def _parse_happened_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                happened_on_type_0 = datetime.date.fromisoformat(data)

                return happened_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        happened_on = _parse_happened_on(d.pop("happened_on"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        language = d.pop("language")

        complainant_kind = d.pop("complainant_kind")

        channel = d.pop("channel")

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

        def _parse_contact_wish(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact_wish = _parse_contact_wish(d.pop("contact_wish"))

        def _parse_contact_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contact_note = _parse_contact_note(d.pop("contact_note"))

        def _parse_vulnerability(data: object) -> list[Vulnerability] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                vulnerability_type_0 = []
                _vulnerability_type_0 = data
                for vulnerability_type_0_item_data in _vulnerability_type_0:
                    vulnerability_type_0_item = Vulnerability(vulnerability_type_0_item_data)

                    vulnerability_type_0.append(vulnerability_type_0_item)

                return vulnerability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Vulnerability] | None, data)

        vulnerability = _parse_vulnerability(d.pop("vulnerability"))

        def _parse_form(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        form = _parse_form(d.pop("form"))

        answers = []
        _answers = d.pop("answers")
        for answers_item_data in _answers:
            answers_item = Answer.from_dict(answers_item_data)

            answers.append(answers_item)

        opened_words = cls(
            narrative=narrative,
            wish=wish,
            hidden_reasons=hidden_reasons,
            happened_on=happened_on,
            received_at=received_at,
            language=language,
            complainant_kind=complainant_kind,
            channel=channel,
            category=category,
            institution=institution,
            place=place,
            contact_wish=contact_wish,
            contact_note=contact_note,
            vulnerability=vulnerability,
            form=form,
            answers=answers,
        )

        opened_words.additional_properties = d
        return opened_words

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
