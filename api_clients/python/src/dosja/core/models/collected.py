from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Collected")


@_attrs_define
class Collected:
    """A complaint that was collected in the field.

    Attributes:
        id (UUID):
        case (str):
        reference (str):
        access (str): The access's name.
        arrived_at (datetime.datetime):
        files_missing (int): Named in the form, and not here yet.
        receipt_given_at (datetime.datetime | None): Null until somebody draws the receipt for the complainant.
    """

    id: UUID
    case: str
    reference: str
    access: str
    arrived_at: datetime.datetime
    files_missing: int
    receipt_given_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        case = self.case

        reference = self.reference

        access = self.access

        arrived_at = self.arrived_at.isoformat()

        files_missing = self.files_missing

        receipt_given_at: None | str
        if isinstance(self.receipt_given_at, datetime.datetime):
            receipt_given_at = self.receipt_given_at.isoformat()
        else:
            receipt_given_at = self.receipt_given_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "case": case,
                "reference": reference,
                "access": access,
                "arrived_at": arrived_at,
                "files_missing": files_missing,
                "receipt_given_at": receipt_given_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        case = d.pop("case")

        reference = d.pop("reference")

        access = d.pop("access")

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        files_missing = d.pop("files_missing")

        def _parse_receipt_given_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                receipt_given_at_type_0 = datetime.datetime.fromisoformat(data)

                return receipt_given_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        receipt_given_at = _parse_receipt_given_at(d.pop("receipt_given_at"))

        collected = cls(
            id=id,
            case=case,
            reference=reference,
            access=access,
            arrived_at=arrived_at,
            files_missing=files_missing,
            receipt_given_at=receipt_given_at,
        )

        collected.additional_properties = d
        return collected

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
