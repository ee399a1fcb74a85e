from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.finding_kind import FindingKind

T = TypeVar("T", bound="Finding")


@_attrs_define
class Finding:
    """Something that looks like personal data. Not everything that is one is found.

    Attributes:
        where (str): As in the dossier: `parts.0.letter`, `attachments.1.title`, `annex.narrative` …
        kind (FindingKind): * `email` - E-mail address
            * `phone` - Telephone number
            * `personal_number` - Personal number
            * `document_number` - Number of a document
            * `iban` - Bank account
            * `card` - Payment card
            * `plate` - Number plate
            * `long_number` - A long number
            * `restricted_person` - The judge, prosecutor or official whose name is restricted
        label (str):
        start (int): In Unicode characters; of an annex, in the whole words.
        end (int):
        text (str):
    """

    where: str
    kind: FindingKind
    label: str
    start: int
    end: int
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        where = self.where

        kind = self.kind.value

        label = self.label

        start = self.start

        end = self.end

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "where": where,
                "kind": kind,
                "label": label,
                "start": start,
                "end": end,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        where = d.pop("where")

        kind = FindingKind(d.pop("kind"))

        label = d.pop("label")

        start = d.pop("start")

        end = d.pop("end")

        text = d.pop("text")

        finding = cls(
            where=where,
            kind=kind,
            label=label,
            start=start,
            end=end,
            text=text,
        )

        finding.additional_properties = d
        return finding

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
