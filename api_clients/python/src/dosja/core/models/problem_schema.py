from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.field_error_schema import FieldErrorSchema


T = TypeVar("T", bound="ProblemSchema")


@_attrs_define
class ProblemSchema:
    """An RFC 9457 problem document. Further members are facts of that problem.

    Attributes:
        type_ (str): Always `about:blank`.
        status (int):
        code (str): Stable code, for programs.
        title (str): A sentence in the caller's language, for people.
        errors (list[FieldErrorSchema] | Unset): With code `invalid`: field by field.
    """

    type_: str
    status: int
    code: str
    title: str
    errors: list[FieldErrorSchema] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        status = self.status

        code = self.code

        title = self.title

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "status": status,
                "code": code,
                "title": title,
            }
        )
        if errors is not UNSET:
            field_dict["errors"] = errors

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_error_schema import FieldErrorSchema  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        status = d.pop("status")

        code = d.pop("code")

        title = d.pop("title")

        _errors = d.pop("errors", UNSET)
        errors: list[FieldErrorSchema] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = FieldErrorSchema.from_dict(errors_item_data)

                errors.append(errors_item)

        problem_schema = cls(
            type_=type_,
            status=status,
            code=code,
            title=title,
            errors=errors,
        )

        problem_schema.additional_properties = d
        return problem_schema

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
