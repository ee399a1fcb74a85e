from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.complainant_kind import ComplainantKind
from ..models.contact_wish import ContactWish
from ..models.intake_channel import IntakeChannel
from ..models.language import Language

T = TypeVar("T", bound="ComplaintFacts")


@_attrs_define
class ComplaintFacts:
    """What is known of the complaint beside its words; those are under `complaint/`.

    Attributes:
        complainant_kind (ComplainantKind): * `identified` - With my name
            * `confidential` - My name only for the NGO
            * `anonymous` - Without my name
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        channel (IntakeChannel): * `web_form` - Web form
            * `api` - Partner's own program
            * `phone` - Telephone
            * `letter` - Letter
            * `in_person` - In person
            * `field` - Field visit
        happened_on (datetime.date | None):
        contact_wish (ContactWish): * `receipt_only` - Only through the receipt
            * `email` - E-mail
            * `phone` - Telephone
            * `post` - Post
            * `in_person` - In person
    """

    complainant_kind: ComplainantKind
    language: Language
    channel: IntakeChannel
    happened_on: datetime.date | None
    contact_wish: ContactWish
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complainant_kind = self.complainant_kind.value

        language = self.language.value

        channel = self.channel.value

        happened_on: None | str
        if isinstance(self.happened_on, datetime.date):
            happened_on = self.happened_on.isoformat()
        else:
            happened_on = self.happened_on

        contact_wish = self.contact_wish.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complainant_kind": complainant_kind,
                "language": language,
                "channel": channel,
                "happened_on": happened_on,
                "contact_wish": contact_wish,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        complainant_kind = ComplainantKind(d.pop("complainant_kind"))

        language = Language(d.pop("language"))

        channel = IntakeChannel(d.pop("channel"))

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

        contact_wish = ContactWish(d.pop("contact_wish"))

        complaint_facts = cls(
            complainant_kind=complainant_kind,
            language=language,
            channel=channel,
            happened_on=happened_on,
            contact_wish=contact_wish,
        )

        complaint_facts.additional_properties = d
        return complaint_facts

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
