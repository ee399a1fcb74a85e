from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.case_file_purpose import CaseFilePurpose
from ..models.case_part import CasePart
from ..models.original_reason import OriginalReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCaseFileRequest")


@_attrs_define
class NewCaseFileRequest:
    """What is to be put together, and what for.

    Attributes:
        purpose (CaseFilePurpose): * `own` - For our own work
            * `to_leave` - To be given to somebody else: what is hidden stays hidden
        parts (list[CasePart] | Unset): Left out: all that may go in.
        originals_reason (OriginalReason | Unset): * `evidence` - When, where or with what it was made matters for the
            case
            * `copy_unusable` - There is no clean copy, or it cannot be read
            * `for_institution` - An institution or court needs the original
            * `complainant_asked` - The complainant asked for it
    """

    purpose: CaseFilePurpose
    parts: list[CasePart] | Unset = UNSET
    originals_reason: OriginalReason | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        purpose = self.purpose.value

        parts: list[str] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = []
            for parts_item_data in self.parts:
                parts_item = parts_item_data.value
                parts.append(parts_item)

        originals_reason: str | Unset = UNSET
        if not isinstance(self.originals_reason, Unset):
            originals_reason = self.originals_reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "purpose": purpose,
            }
        )
        if parts is not UNSET:
            field_dict["parts"] = parts
        if originals_reason is not UNSET:
            field_dict["originals_reason"] = originals_reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        purpose = CaseFilePurpose(d.pop("purpose"))

        _parts = d.pop("parts", UNSET)
        parts: list[CasePart] | Unset = UNSET
        if _parts is not UNSET:
            parts = []
            for parts_item_data in _parts:
                parts_item = CasePart(parts_item_data)

                parts.append(parts_item)

        _originals_reason = d.pop("originals_reason", UNSET)
        originals_reason: OriginalReason | Unset
        if isinstance(_originals_reason, Unset):
            originals_reason = UNSET
        else:
            originals_reason = OriginalReason(_originals_reason)

        new_case_file_request = cls(
            purpose=purpose,
            parts=parts,
            originals_reason=originals_reason,
        )

        new_case_file_request.additional_properties = d
        return new_case_file_request

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
