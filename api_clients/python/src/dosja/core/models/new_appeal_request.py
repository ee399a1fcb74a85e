from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.blank_enum import BlankEnum
from ..models.language import Language
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewAppealRequest")


@_attrs_define
class NewAppealRequest:
    """What an appeal starts from; everything may be left out.

    Attributes:
        institution (None | str | Unset): Without it, the body that the law names.
        letter (str | Unset): Without it, your letter template.
        letter_language (BlankEnum | Language | Unset):
        letter_subject (str | Unset):
        deadline_rule (None | str | Unset): Without it, the term by the same law; null: none.
        late_reason (str | Unset): Needed when the time is over.
        override_reason (str | Unset): A coordinator's reason to appeal without consent for this body.
    """

    institution: None | str | Unset = UNSET
    letter: str | Unset = UNSET
    letter_language: BlankEnum | Language | Unset = UNSET
    letter_subject: str | Unset = UNSET
    deadline_rule: None | str | Unset = UNSET
    late_reason: str | Unset = UNSET
    override_reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        else:
            institution = self.institution

        letter = self.letter

        letter_language: str | Unset
        if isinstance(self.letter_language, Unset):
            letter_language = UNSET
        elif isinstance(self.letter_language, Language):
            letter_language = self.letter_language.value
        else:
            letter_language = self.letter_language.value

        letter_subject = self.letter_subject

        deadline_rule: None | str | Unset
        if isinstance(self.deadline_rule, Unset):
            deadline_rule = UNSET
        else:
            deadline_rule = self.deadline_rule

        late_reason = self.late_reason

        override_reason = self.override_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if institution is not UNSET:
            field_dict["institution"] = institution
        if letter is not UNSET:
            field_dict["letter"] = letter
        if letter_language is not UNSET:
            field_dict["letter_language"] = letter_language
        if letter_subject is not UNSET:
            field_dict["letter_subject"] = letter_subject
        if deadline_rule is not UNSET:
            field_dict["deadline_rule"] = deadline_rule
        if late_reason is not UNSET:
            field_dict["late_reason"] = late_reason
        if override_reason is not UNSET:
            field_dict["override_reason"] = override_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_institution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        letter = d.pop("letter", UNSET)

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

        def _parse_deadline_rule(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deadline_rule = _parse_deadline_rule(d.pop("deadline_rule", UNSET))

        late_reason = d.pop("late_reason", UNSET)

        override_reason = d.pop("override_reason", UNSET)

        new_appeal_request = cls(
            institution=institution,
            letter=letter,
            letter_language=letter_language,
            letter_subject=letter_subject,
            deadline_rule=deadline_rule,
            late_reason=late_reason,
            override_reason=override_reason,
        )

        new_appeal_request.additional_properties = d
        return new_appeal_request

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
