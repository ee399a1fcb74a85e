from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NewLetterTemplateRequest")


@_attrs_define
class NewLetterTemplateRequest:
    """The partner's own words. Lines of `text` whose placeholder has nothing to say are left out.

    Attributes:
        subject (str):
        text (str): - `{reference}`: The number of the case
            - `{institution}`: The institution that the letter goes to
            - `{partner}`: Your organisation
            - `{category}`: The category of the case
            - `{place}`: The place of the case
            - `{court}`: The court or prosecution office of a judiciary case
            - `{summary}`: Your own summary of the case
            - `{happened_on}`: The day on which it happened
            - `{received_on}`: The day on which you received the complaint
            - `{narrative}`: The citizen's own words, in full
            - `{wish}`: What the citizen wishes, in the citizen's own words
            - `{legal_basis}`: Law and article of the term, where it is verified
            - `{term}`: The term by law, where it is verified
            - `{due_on}`: The end of the term if it left today, where it is verified
    """

    subject: str
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subject = self.subject

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subject": subject,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subject = d.pop("subject")

        text = d.pop("text")

        new_letter_template_request = cls(
            subject=subject,
            text=text,
        )

        new_letter_template_request.additional_properties = d
        return new_letter_template_request

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
