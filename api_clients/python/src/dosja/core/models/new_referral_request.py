from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.language import Language
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.annex_choice_request import AnnexChoiceRequest
    from ..models.enclosure_request import EnclosureRequest
    from ..models.parallel_letter_request import ParallelLetterRequest


T = TypeVar("T", bound="NewReferralRequest")


@_attrs_define
class NewReferralRequest:
    """What a referral starts from. Without a `letter` it starts from your letter template.

    Attributes:
        institution (str):
        letter_language (BlankEnum | Language | Unset): Empty: the institution's, in the script of the letter.

            * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        letter_subject (str | Unset): Empty: the template's.
        parallel (None | ParallelLetterRequest | Unset):
        enclosures (list[EnclosureRequest] | Unset): In order; all of them.
        annex (AnnexChoiceRequest | None | Unset): null: the complainant's words stay here.
        findings_seen (str | Unset): With `redaction_checked`: the `digest` under `redaction/` of what you have looked
            at.
        letter (str | Unset):  Default: ''.
        deadline_rule (None | str | Unset):
        escalates (None | Unset | UUID): The referral that this one takes higher.
        override_reason (str | Unset): A coordinator's reason to refer without consent. Default: ''.
        redaction_checked (bool | Unset): You have looked over what leaves. Default: False.
    """

    institution: str
    letter_language: BlankEnum | Language | Unset = UNSET
    letter_subject: str | Unset = UNSET
    parallel: None | ParallelLetterRequest | Unset = UNSET
    enclosures: list[EnclosureRequest] | Unset = UNSET
    annex: AnnexChoiceRequest | None | Unset = UNSET
    findings_seen: str | Unset = UNSET
    letter: str | Unset = ""
    deadline_rule: None | str | Unset = UNSET
    escalates: None | Unset | UUID = UNSET
    override_reason: str | Unset = ""
    redaction_checked: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.annex_choice_request import AnnexChoiceRequest  # noqa: PLC0415
        from ..models.parallel_letter_request import ParallelLetterRequest  # noqa: PLC0415

        institution = self.institution

        letter_language: str | Unset
        if isinstance(self.letter_language, Unset):
            letter_language = UNSET
        elif isinstance(self.letter_language, Language):
            letter_language = self.letter_language.value
        else:
            letter_language = self.letter_language.value

        letter_subject = self.letter_subject

        parallel: dict[str, Any] | None | Unset
        if isinstance(self.parallel, Unset):
            parallel = UNSET
        elif isinstance(self.parallel, ParallelLetterRequest):
            parallel = self.parallel.to_dict()
        else:
            parallel = self.parallel

        enclosures: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.enclosures, Unset):
            enclosures = []
            for enclosures_item_data in self.enclosures:
                enclosures_item = enclosures_item_data.to_dict()
                enclosures.append(enclosures_item)

        annex: dict[str, Any] | None | Unset
        if isinstance(self.annex, Unset):
            annex = UNSET
        elif isinstance(self.annex, AnnexChoiceRequest):
            annex = self.annex.to_dict()
        else:
            annex = self.annex

        findings_seen = self.findings_seen

        letter = self.letter

        deadline_rule: None | str | Unset
        if isinstance(self.deadline_rule, Unset):
            deadline_rule = UNSET
        else:
            deadline_rule = self.deadline_rule

        escalates: None | str | Unset
        if isinstance(self.escalates, Unset):
            escalates = UNSET
        elif isinstance(self.escalates, UUID):
            escalates = str(self.escalates)
        else:
            escalates = self.escalates

        override_reason = self.override_reason

        redaction_checked = self.redaction_checked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
            }
        )
        if letter_language is not UNSET:
            field_dict["letter_language"] = letter_language
        if letter_subject is not UNSET:
            field_dict["letter_subject"] = letter_subject
        if parallel is not UNSET:
            field_dict["parallel"] = parallel
        if enclosures is not UNSET:
            field_dict["enclosures"] = enclosures
        if annex is not UNSET:
            field_dict["annex"] = annex
        if findings_seen is not UNSET:
            field_dict["findings_seen"] = findings_seen
        if letter is not UNSET:
            field_dict["letter"] = letter
        if deadline_rule is not UNSET:
            field_dict["deadline_rule"] = deadline_rule
        if escalates is not UNSET:
            field_dict["escalates"] = escalates
        if override_reason is not UNSET:
            field_dict["override_reason"] = override_reason
        if redaction_checked is not UNSET:
            field_dict["redaction_checked"] = redaction_checked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.annex_choice_request import AnnexChoiceRequest  # noqa: PLC0415
        from ..models.enclosure_request import EnclosureRequest  # noqa: PLC0415
        from ..models.parallel_letter_request import ParallelLetterRequest  # noqa: PLC0415

        d = dict(src_dict)
        institution = d.pop("institution")

        def _parse_letter_language(data: object) -> BlankEnum | Language | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                letter_language_type_0 = Language(data)

                return letter_language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            letter_language_type_1 = BlankEnum(data)

            return letter_language_type_1

        letter_language = _parse_letter_language(d.pop("letter_language", UNSET))

        letter_subject = d.pop("letter_subject", UNSET)

        def _parse_parallel(data: object) -> None | ParallelLetterRequest | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                parallel_type_0 = ParallelLetterRequest.from_dict(data)

                return parallel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ParallelLetterRequest | Unset, data)

        parallel = _parse_parallel(d.pop("parallel", UNSET))

        _enclosures = d.pop("enclosures", UNSET)
        enclosures: list[EnclosureRequest] | Unset = UNSET
        if _enclosures is not UNSET:
            enclosures = []
            for enclosures_item_data in _enclosures:
                enclosures_item = EnclosureRequest.from_dict(enclosures_item_data)

                enclosures.append(enclosures_item)

        def _parse_annex(data: object) -> AnnexChoiceRequest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                annex_type_0 = AnnexChoiceRequest.from_dict(data)

                return annex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnnexChoiceRequest | None | Unset, data)

        annex = _parse_annex(d.pop("annex", UNSET))

        findings_seen = d.pop("findings_seen", UNSET)

        letter = d.pop("letter", UNSET)

        def _parse_deadline_rule(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deadline_rule = _parse_deadline_rule(d.pop("deadline_rule", UNSET))

        def _parse_escalates(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escalates_type_0 = UUID(data)

                return escalates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        escalates = _parse_escalates(d.pop("escalates", UNSET))

        override_reason = d.pop("override_reason", UNSET)

        redaction_checked = d.pop("redaction_checked", UNSET)

        new_referral_request = cls(
            institution=institution,
            letter_language=letter_language,
            letter_subject=letter_subject,
            parallel=parallel,
            enclosures=enclosures,
            annex=annex,
            findings_seen=findings_seen,
            letter=letter,
            deadline_rule=deadline_rule,
            escalates=escalates,
            override_reason=override_reason,
            redaction_checked=redaction_checked,
        )

        new_referral_request.additional_properties = d
        return new_referral_request

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
