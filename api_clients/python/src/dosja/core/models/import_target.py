from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_field import ImportField
from ..models.import_field_holds import ImportFieldHolds

if TYPE_CHECKING:
    from ..models.import_target_choice import ImportTargetChoice


T = TypeVar("T", bound="ImportTarget")


@_attrs_define
class ImportTarget:
    """A field that a column can become.

    Attributes:
        field (ImportField): * `external_id` - Number in the old file, by which a row is known again
            * `former_reference` - Former reference
            * `received_on` - Day on which the complaint came
            * `narrative` - What the complainant says
            * `kind` - Kind
            * `category` - Category
            * `institution` - Institution
            * `place` - Place
            * `state` - State
            * `outcome` - Outcome
            * `resolved_on` - Day on which it was resolved
            * `closed_on` - Day on which it was closed
            * `assignee` - Who works it
            * `summary` - Summary
            * `note` - Note of the partner
            * `tags` - Tags
            * `severity` - Severity
            * `channel` - How the complaint came
            * `language` - Language
            * `happened_on` - Day on which it happened
            * `wish` - What the complainant wishes
            * `complainant_kind` - How the complainant wishes to be known
            * `name` - Name of the complainant
            * `phone` - Telephone of the complainant
            * `email` - E-mail of the complainant
            * `address` - Address of the complainant
            * `consent` - The complainant agreed that the complaint is worked on
            * `outcome_text` - Outcome in words
            * `impact` - What changed
            * `value_recovered` - Amount recovered
            * `value_currency` - Currency of the amount
            * `admissibility_note` - Why it was admissible
            * `inadmissible_reason` - Why it was inadmissible
            * `advice` - Advice that was given
        name (str):
        holds (ImportFieldHolds): * `words` - words
            * `date` - date
            * `choice` - choice
            * `category` - category
            * `institution` - institution
            * `place` - place
            * `member` - member
            * `amount` - amount
            * `word_list` - word_list
        required (bool): Every row needs it: in a column or the same for all.
        joins (bool): Several columns may be put together in it.
        constant (bool): It may be the same for all rows.
        longest (int | None):
        choices (list[ImportTargetChoice]): Empty where there is another list of codes.
    """

    field: ImportField
    name: str
    holds: ImportFieldHolds
    required: bool
    joins: bool
    constant: bool
    longest: int | None
    choices: list[ImportTargetChoice]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field.value

        name = self.name

        holds = self.holds.value

        required = self.required

        joins = self.joins

        constant = self.constant

        longest: int | None
        longest = self.longest

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "name": name,
                "holds": holds,
                "required": required,
                "joins": joins,
                "constant": constant,
                "longest": longest,
                "choices": choices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_target_choice import ImportTargetChoice  # noqa: PLC0415

        d = dict(src_dict)
        field = ImportField(d.pop("field"))

        name = d.pop("name")

        holds = ImportFieldHolds(d.pop("holds"))

        required = d.pop("required")

        joins = d.pop("joins")

        constant = d.pop("constant")

        def _parse_longest(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        longest = _parse_longest(d.pop("longest"))

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = ImportTargetChoice.from_dict(choices_item_data)

            choices.append(choices_item)

        import_target = cls(
            field=field,
            name=name,
            holds=holds,
            required=required,
            joins=joins,
            constant=constant,
            longest=longest,
            choices=choices,
        )

        import_target.additional_properties = d
        return import_target

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
