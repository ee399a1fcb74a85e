from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.finding_kind import FindingKind
from ..models.public_summary_part import PublicSummaryPart

T = TypeVar("T", bound="SummaryFinding")


@_attrs_define
class SummaryFinding:
    """A place that looks like personal data, counted in Unicode characters.

    Attributes:
        where (PublicSummaryPart): * `title` - title
            * `text` - text
        kind (FindingKind): * `email` - E-mail address
            * `phone` - Telephone number
            * `personal_number` - Personal number
            * `document_number` - Number of a document
            * `iban` - Bank account
            * `card` - Payment card
            * `plate` - Number plate
            * `long_number` - A long number
            * `restricted_person` - The judge, prosecutor or official whose name is restricted
        start (int):
        end (int): The first one after it.
    """

    where: PublicSummaryPart
    kind: FindingKind
    start: int
    end: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        where = self.where.value

        kind = self.kind.value

        start = self.start

        end = self.end

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "where": where,
                "kind": kind,
                "start": start,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        where = PublicSummaryPart(d.pop("where"))

        kind = FindingKind(d.pop("kind"))

        start = d.pop("start")

        end = d.pop("end")

        summary_finding = cls(
            where=where,
            kind=kind,
            start=start,
            end=end,
        )

        summary_finding.additional_properties = d
        return summary_finding

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
