from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language

if TYPE_CHECKING:
    from ..models.blocker import Blocker
    from ..models.institution_suggestion import InstitutionSuggestion
    from ..models.person import Person
    from ..models.term_outlook import TermOutlook


T = TypeVar("T", bound="Outlook")


@_attrs_define
class Outlook:
    """What a referral to an institution would meet.

    Attributes:
        suggestion (InstitutionSuggestion): An institution to which the case can go.
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        blockers (list[Blocker]):
        may_override (bool): You may refer without consent, with a reason.
        needs_approval (bool): A second person looks before it leaves.
        approvers (list[Person]): Who, beside you, can approve it.
        terms (list[TermOutlook]): The likeliest first.
    """

    suggestion: InstitutionSuggestion
    language: Language
    blockers: list[Blocker]
    may_override: bool
    needs_approval: bool
    approvers: list[Person]
    terms: list[TermOutlook]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        suggestion = self.suggestion.to_dict()

        language = self.language.value

        blockers = []
        for blockers_item_data in self.blockers:
            blockers_item = blockers_item_data.to_dict()
            blockers.append(blockers_item)

        may_override = self.may_override

        needs_approval = self.needs_approval

        approvers = []
        for approvers_item_data in self.approvers:
            approvers_item = approvers_item_data.to_dict()
            approvers.append(approvers_item)

        terms = []
        for terms_item_data in self.terms:
            terms_item = terms_item_data.to_dict()
            terms.append(terms_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "suggestion": suggestion,
                "language": language,
                "blockers": blockers,
                "may_override": may_override,
                "needs_approval": needs_approval,
                "approvers": approvers,
                "terms": terms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.blocker import Blocker  # noqa: PLC0415
        from ..models.institution_suggestion import InstitutionSuggestion  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415
        from ..models.term_outlook import TermOutlook  # noqa: PLC0415

        d = dict(src_dict)
        suggestion = InstitutionSuggestion.from_dict(d.pop("suggestion"))

        language = Language(d.pop("language"))

        blockers = []
        _blockers = d.pop("blockers")
        for blockers_item_data in _blockers:
            blockers_item = Blocker.from_dict(blockers_item_data)

            blockers.append(blockers_item)

        may_override = d.pop("may_override")

        needs_approval = d.pop("needs_approval")

        approvers = []
        _approvers = d.pop("approvers")
        for approvers_item_data in _approvers:
            approvers_item = Person.from_dict(approvers_item_data)

            approvers.append(approvers_item)

        terms = []
        _terms = d.pop("terms")
        for terms_item_data in _terms:
            terms_item = TermOutlook.from_dict(terms_item_data)

            terms.append(terms_item)

        outlook = cls(
            suggestion=suggestion,
            language=language,
            blockers=blockers,
            may_override=may_override,
            needs_approval=needs_approval,
            approvers=approvers,
            terms=terms,
        )

        outlook.additional_properties = d
        return outlook

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
