from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_problem_code import ImportProblemCode

T = TypeVar("T", bound="ImportProblemCount")


@_attrs_define
class ImportProblemCount:
    """How often something is wrong.

    Attributes:
        code (ImportProblemCode): * `required` - Something has to stand here.
            * `too_long` - This text is too long.
            * `invalid_characters` - This text has characters that cannot be shown.
            * `date_unreadable` - This is not a date in the chosen order of day, month and year.
            * `date_in_the_future` - This day has not come yet.
            * `date_too_long_ago` - This day is too long ago.
            * `date_before_arrival` - This day is before the complaint came.
            * `number_unreadable` - This is not an amount of money.
            * `unknown_value` - Nobody has said yet what this value means.
            * `ambiguous_value` - Several things have this name: say which one is meant.
            * `category_of_other_kind` - This category does not belong to this kind of complaint.
            * `not_classified` - An open case needs a category and an institution.
            * `outcome_missing` - A case that was resolved or closed needs its outcome.
            * `end_missing` - A case that was resolved or closed needs the day on which it ended.
            * `reason_missing` - An inadmissible case needs the reason.
            * `currency_missing` - Give the amount together with its currency.
            * `external_id_twice` - The same number stands in an earlier row of this file.
            * `identity_not_wanted` - This complaint is anonymous, but a name or contact stands here.
            * `identity_required` - This complainant has a name, but none stands here.
            * `contact_missing` - The contact for the chosen way of contact is missing.
            * `not_a_member` - This person does not work cases at your organisation.
            * `refused` - This row could not be taken in.
        message (str):
        count (int):
    """

    code: ImportProblemCode
    message: str
    count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        message = self.message

        count = self.count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "message": message,
                "count": count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = ImportProblemCode(d.pop("code"))

        message = d.pop("message")

        count = d.pop("count")

        import_problem_count = cls(
            code=code,
            message=message,
            count=count,
        )

        import_problem_count.additional_properties = d
        return import_problem_count

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
