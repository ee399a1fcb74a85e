from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.copy_field import CopyField
    from ..models.enclosed import Enclosed
    from ..models.step import Step


T = TypeVar("T", bound="Guidance")


@_attrs_define
class Guidance:
    """What to do, in your language.

    Attributes:
        recipient (str):
        address_lines (list[str]):
        address (str): E-mail, counter or web site, as the directory has it.
        steps (list[Step]):
        warnings (list[Step]):
        enclosed (list[Enclosed]):
        fields (list[CopyField]):
    """

    recipient: str
    address_lines: list[str]
    address: str
    steps: list[Step]
    warnings: list[Step]
    enclosed: list[Enclosed]
    fields: list[CopyField]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        recipient = self.recipient

        address_lines = self.address_lines

        address = self.address

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        enclosed = []
        for enclosed_item_data in self.enclosed:
            enclosed_item = enclosed_item_data.to_dict()
            enclosed.append(enclosed_item)

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "recipient": recipient,
                "address_lines": address_lines,
                "address": address,
                "steps": steps,
                "warnings": warnings,
                "enclosed": enclosed,
                "fields": fields,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.copy_field import CopyField  # noqa: PLC0415
        from ..models.enclosed import Enclosed  # noqa: PLC0415
        from ..models.step import Step  # noqa: PLC0415

        d = dict(src_dict)
        recipient = d.pop("recipient")

        address_lines = cast(list[str], d.pop("address_lines"))

        address = d.pop("address")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = Step.from_dict(steps_item_data)

            steps.append(steps_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = Step.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        enclosed = []
        _enclosed = d.pop("enclosed")
        for enclosed_item_data in _enclosed:
            enclosed_item = Enclosed.from_dict(enclosed_item_data)

            enclosed.append(enclosed_item)

        fields = []
        _fields = d.pop("fields")
        for fields_item_data in _fields:
            fields_item = CopyField.from_dict(fields_item_data)

            fields.append(fields_item)

        guidance = cls(
            recipient=recipient,
            address_lines=address_lines,
            address=address,
            steps=steps,
            warnings=warnings,
            enclosed=enclosed,
            fields=fields,
        )

        guidance.additional_properties = d
        return guidance

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
