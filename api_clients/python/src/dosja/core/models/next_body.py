from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entry import Entry
    from ..models.why_next import WhyNext


T = TypeVar("T", bound="NextBody")


@_attrs_define
class NextBody:
    """A body that can have the complaint next.

    Attributes:
        institution (Entry | None):
        why (list[WhyNext]):
        takes_anonymous (bool | None): null: not known.
        consent (None | UUID): The complainant's running consent for exactly this body; null: ask first.
        lies_there (None | UUID): A referral of this case that goes, or went, to this body.
        deadline_rule (None | str): The term in which it decides on an appeal, where the law is known.
        appeal_until (datetime.date | None): Last day of the time for an appeal.
    """

    institution: Entry | None
    why: list[WhyNext]
    takes_anonymous: bool | None
    consent: None | UUID
    lies_there: None | UUID
    deadline_rule: None | str
    appeal_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        why = []
        for why_item_data in self.why:
            why_item = why_item_data.to_dict()
            why.append(why_item)

        takes_anonymous: bool | None
        takes_anonymous = self.takes_anonymous

        consent: None | str
        if isinstance(self.consent, UUID):
            consent = str(self.consent)
        else:
            consent = self.consent

        lies_there: None | str
        if isinstance(self.lies_there, UUID):
            lies_there = str(self.lies_there)
        else:
            lies_there = self.lies_there

        deadline_rule: None | str
        deadline_rule = self.deadline_rule

        appeal_until: None | str
        if isinstance(self.appeal_until, datetime.date):
            appeal_until = self.appeal_until.isoformat()
        else:
            appeal_until = self.appeal_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "why": why,
                "takes_anonymous": takes_anonymous,
                "consent": consent,
                "lies_there": lies_there,
                "deadline_rule": deadline_rule,
                "appeal_until": appeal_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415
        from ..models.why_next import WhyNext  # noqa: PLC0415

        d = dict(src_dict)

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

        why = []
        _why = d.pop("why")
        for why_item_data in _why:
            why_item = WhyNext.from_dict(why_item_data)

            why.append(why_item)

        def _parse_takes_anonymous(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        takes_anonymous = _parse_takes_anonymous(d.pop("takes_anonymous"))

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

        def _parse_lies_there(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lies_there_type_0 = UUID(data)

                return lies_there_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        lies_there = _parse_lies_there(d.pop("lies_there"))

        def _parse_deadline_rule(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        deadline_rule = _parse_deadline_rule(d.pop("deadline_rule"))

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

        next_body = cls(
            institution=institution,
            why=why,
            takes_anonymous=takes_anonymous,
            consent=consent,
            lies_there=lies_there,
            deadline_rule=deadline_rule,
            appeal_until=appeal_until,
        )

        next_body.additional_properties = d
        return next_body

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
