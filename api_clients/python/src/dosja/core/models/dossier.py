from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.leaving_annex import LeavingAnnex
    from ..models.leaving_attachment import LeavingAttachment
    from ..models.legal_basis import LegalBasis
    from ..models.letter_part import LetterPart
    from ..models.person import Person
    from ..models.rule_version import RuleVersion


T = TypeVar("T", bound="Dossier")


@_attrs_define
class Dossier:
    """What leaves. Frozen, it is what was approved; before, it is what would leave now.

    Attributes:
        frozen (bool):
        frozen_at (datetime.datetime | None):
        frozen_by (None | Person):
        institution (str): Code of the institution.
        reference (str):
        written_on (datetime.date):
        parts (list[LetterPart]):
        rule (None | RuleVersion):
        legal_basis (LegalBasis | None): null where the term is not verified: the letter names no law then.
        attachments (list[LeavingAttachment]):
        annex (LeavingAnnex | None): null: the complainant's words stay here.
        template (str): The template in force, and its version.
        layout (int): Version of the layout.
        sha256 (str): Of the letter's pages; of a draft's, until it is frozen.
        size (int): Of the letter's pages, in bytes.
    """

    frozen: bool
    frozen_at: datetime.datetime | None
    frozen_by: None | Person
    institution: str
    reference: str
    written_on: datetime.date
    parts: list[LetterPart]
    rule: None | RuleVersion
    legal_basis: LegalBasis | None
    attachments: list[LeavingAttachment]
    annex: LeavingAnnex | None
    template: str
    layout: int
    sha256: str
    size: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.leaving_annex import LeavingAnnex  # noqa: PLC0415
        from ..models.legal_basis import LegalBasis  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.rule_version import RuleVersion  # noqa: PLC0415

        frozen = self.frozen

        frozen_at: None | str
        if isinstance(self.frozen_at, datetime.datetime):
            frozen_at = self.frozen_at.isoformat()
        else:
            frozen_at = self.frozen_at

        frozen_by: dict[str, Any] | None
        if isinstance(self.frozen_by, Person):
            frozen_by = self.frozen_by.to_dict()
        else:
            frozen_by = self.frozen_by

        institution = self.institution

        reference = self.reference

        written_on = self.written_on.isoformat()

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        rule: dict[str, Any] | None
        if isinstance(self.rule, RuleVersion):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        legal_basis: dict[str, Any] | None
        if isinstance(self.legal_basis, LegalBasis):
            legal_basis = self.legal_basis.to_dict()
        else:
            legal_basis = self.legal_basis

        attachments = []
        for attachments_item_data in self.attachments:
            attachments_item = attachments_item_data.to_dict()
            attachments.append(attachments_item)

        annex: dict[str, Any] | None
        if isinstance(self.annex, LeavingAnnex):
            annex = self.annex.to_dict()
        else:
            annex = self.annex

        template = self.template

        layout = self.layout

        sha256 = self.sha256

        size = self.size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "frozen": frozen,
                "frozen_at": frozen_at,
                "frozen_by": frozen_by,
                "institution": institution,
                "reference": reference,
                "written_on": written_on,
                "parts": parts,
                "rule": rule,
                "legal_basis": legal_basis,
                "attachments": attachments,
                "annex": annex,
                "template": template,
                "layout": layout,
                "sha256": sha256,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.leaving_annex import LeavingAnnex  # noqa: PLC0415
        from ..models.leaving_attachment import LeavingAttachment  # noqa: PLC0415
        from ..models.legal_basis import LegalBasis  # noqa: PLC0415
        from ..models.letter_part import LetterPart  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.rule_version import RuleVersion  # noqa: PLC0415

        d = dict(src_dict)
        frozen = d.pop("frozen")

        def _parse_frozen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                frozen_at_type_0 = datetime.datetime.fromisoformat(data)

                return frozen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        frozen_at = _parse_frozen_at(d.pop("frozen_at"))

        def _parse_frozen_by(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                frozen_by_type_0 = Person.from_dict(data)

                return frozen_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        frozen_by = _parse_frozen_by(d.pop("frozen_by"))

        institution = d.pop("institution")

        reference = d.pop("reference")

        written_on = datetime.date.fromisoformat(d.pop("written_on"))

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = LetterPart.from_dict(parts_item_data)

            parts.append(parts_item)

        def _parse_rule(data: object) -> None | RuleVersion:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rule_type_0 = RuleVersion.from_dict(data)

                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleVersion, data)

        rule = _parse_rule(d.pop("rule"))

        def _parse_legal_basis(data: object) -> LegalBasis | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                legal_basis_type_0 = LegalBasis.from_dict(data)

                return legal_basis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LegalBasis | None, data)

        legal_basis = _parse_legal_basis(d.pop("legal_basis"))

        attachments = []
        _attachments = d.pop("attachments")
        for attachments_item_data in _attachments:
            attachments_item = LeavingAttachment.from_dict(attachments_item_data)

            attachments.append(attachments_item)

        def _parse_annex(data: object) -> LeavingAnnex | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                annex_type_0 = LeavingAnnex.from_dict(data)

                return annex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LeavingAnnex | None, data)

        annex = _parse_annex(d.pop("annex"))

        template = d.pop("template")

        layout = d.pop("layout")

        sha256 = d.pop("sha256")

        size = d.pop("size")

        dossier = cls(
            frozen=frozen,
            frozen_at=frozen_at,
            frozen_by=frozen_by,
            institution=institution,
            reference=reference,
            written_on=written_on,
            parts=parts,
            rule=rule,
            legal_basis=legal_basis,
            attachments=attachments,
            annex=annex,
            template=template,
            layout=layout,
            sha256=sha256,
            size=size,
        )

        dossier.additional_properties = d
        return dossier

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
