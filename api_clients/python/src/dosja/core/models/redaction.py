from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

if TYPE_CHECKING:
    from ..models.finding import Finding
    from ..models.redacted_part import RedactedPart


T = TypeVar("T", bound="Redaction")


@_attrs_define
class Redaction:
    """Look at this, then confirm it by its digest.

    Attributes:
        include (bool): The complainant's own words go along.
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        narrative (RedactedPart): A part of the complainant's words: whole for you, and as it leaves.
        wish (RedactedPart): A part of the complainant's words: whole for you, and as it leaves.
        findings (list[Finding]):
        digest (str): Names all of this. Send it as `findings_seen` with `redaction_checked`.
    """

    include: bool
    language: Language
    narrative: RedactedPart
    wish: RedactedPart
    findings: list[Finding]
    digest: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        include = self.include

        language = self.language.value

        narrative = self.narrative.to_dict()

        wish = self.wish.to_dict()

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        digest = self.digest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "include": include,
                "language": language,
                "narrative": narrative,
                "wish": wish,
                "findings": findings,
                "digest": digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.finding import Finding  # noqa: PLC0415
        from ..models.redacted_part import RedactedPart  # noqa: PLC0415

        d = dict(src_dict)
        include = d.pop("include")

        language = Language(d.pop("language"))

        narrative = RedactedPart.from_dict(d.pop("narrative"))

        wish = RedactedPart.from_dict(d.pop("wish"))

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = Finding.from_dict(findings_item_data)

            findings.append(findings_item)

        digest = d.pop("digest")

        redaction = cls(
            include=include,
            language=language,
            narrative=narrative,
            wish=wish,
            findings=findings,
            digest=digest,
        )

        redaction.additional_properties = d
        return redaction

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
