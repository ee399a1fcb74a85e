from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Done")


@_attrs_define
class Done:
    """What came of one of them.

    Attributes:
        id (UUID):
        done (bool):
        code (str | Unset): What stood against it, such as `not_found`.
        title (str | Unset):
        case (UUID | Unset):
        reference (str | Unset):
    """

    id: UUID
    done: bool
    code: str | Unset = UNSET
    title: str | Unset = UNSET
    case: UUID | Unset = UNSET
    reference: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        done = self.done

        code = self.code

        title = self.title

        case: str | Unset = UNSET
        if not isinstance(self.case, Unset):
            case = str(self.case)

        reference = self.reference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "done": done,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if title is not UNSET:
            field_dict["title"] = title
        if case is not UNSET:
            field_dict["case"] = case
        if reference is not UNSET:
            field_dict["reference"] = reference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        done = d.pop("done")

        code = d.pop("code", UNSET)

        title = d.pop("title", UNSET)

        _case = d.pop("case", UNSET)
        case: UUID | Unset
        if isinstance(_case, Unset):
            case = UNSET
        else:
            case = UUID(_case)

        reference = d.pop("reference", UNSET)

        done = cls(
            id=id,
            done=done,
            code=code,
            title=title,
            case=case,
            reference=reference,
        )

        done.additional_properties = d
        return done

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
