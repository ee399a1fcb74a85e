from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.schema_request_schema import SchemaRequestSchema


T = TypeVar("T", bound="SchemaRequest")


@_attrs_define
class SchemaRequest:
    """A form to be kept as the draft.

    Attributes:
        schema (SchemaRequestSchema): What a form asks, in which order and under which conditions: see docs/forms.md.
    """

    schema: SchemaRequestSchema
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schema = self.schema.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "schema": schema,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.schema_request_schema import SchemaRequestSchema  # noqa: PLC0415

        d = dict(src_dict)
        schema = SchemaRequestSchema.from_dict(d.pop("schema"))

        schema_request = cls(
            schema=schema,
        )

        schema_request.additional_properties = d
        return schema_request

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
