from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.public_form_schema import PublicFormSchema


T = TypeVar("T", bound="PublicForm")


@_attrs_define
class PublicForm:
    """The form by which a partner asks today, with the conditions that every form has written out.

    Attributes:
        partner (str):
        number (int): Send it as `form` with a complaint.
        published_at (datetime.datetime):
        schema (PublicFormSchema): What a form asks, in which order and under which conditions: see docs/forms.md.
    """

    partner: str
    number: int
    published_at: datetime.datetime
    schema: PublicFormSchema
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        partner = self.partner

        number = self.number

        published_at = self.published_at.isoformat()

        schema = self.schema.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "partner": partner,
                "number": number,
                "published_at": published_at,
                "schema": schema,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.public_form_schema import PublicFormSchema  # noqa: PLC0415

        d = dict(src_dict)
        partner = d.pop("partner")

        number = d.pop("number")

        published_at = datetime.datetime.fromisoformat(d.pop("published_at"))

        schema = PublicFormSchema.from_dict(d.pop("schema"))

        public_form = cls(
            partner=partner,
            number=number,
            published_at=published_at,
            schema=schema,
        )

        public_form.additional_properties = d
        return public_form

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
