from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.suggestion_reason import SuggestionReason

if TYPE_CHECKING:
    from ..models.entry import Entry


T = TypeVar("T", bound="Suggestion")


@_attrs_define
class Suggestion:
    """A referral to which the mail may belong, and what speaks for it.

    Attributes:
        case (UUID):
        reference (str):
        referral (UUID):
        institution (Entry | None):
        sent_on (datetime.date):
        reason (SuggestionReason): * `reference` - It names the number of the case
            * `protocol` - It names the institution's protocol number
            * `sender` - It comes from an address of the institution
    """

    case: UUID
    reference: str
    referral: UUID
    institution: Entry | None
    sent_on: datetime.date
    reason: SuggestionReason
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry import Entry  # noqa: PLC0415

        case = str(self.case)

        reference = self.reference

        referral = str(self.referral)

        institution: dict[str, Any] | None
        if isinstance(self.institution, Entry):
            institution = self.institution.to_dict()
        else:
            institution = self.institution

        sent_on = self.sent_on.isoformat()

        reason = self.reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "case": case,
                "reference": reference,
                "referral": referral,
                "institution": institution,
                "sent_on": sent_on,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry import Entry  # noqa: PLC0415

        d = dict(src_dict)
        case = UUID(d.pop("case"))

        reference = d.pop("reference")

        referral = UUID(d.pop("referral"))

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

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        reason = SuggestionReason(d.pop("reason"))

        suggestion = cls(
            case=case,
            reference=reference,
            referral=referral,
            institution=institution,
            sent_on=sent_on,
            reason=reason,
        )

        suggestion.additional_properties = d
        return suggestion

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
