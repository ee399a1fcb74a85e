from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CaseDone")


@_attrs_define
class CaseDone:
    """What came of one case.

    Attributes:
        id (UUID):
        done (bool):
        version (int | Unset): Of the case as it is now.
        code (str | Unset): What stood against it: `stale`, `not_allowed`, `not_found` …
        title (str | Unset): The same in a sentence.
    """

    id: UUID
    done: bool
    version: int | Unset = UNSET
    code: str | Unset = UNSET
    title: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        done = self.done

        version = self.version

        code = self.code

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "done": done,
            }
        )
        if version is not UNSET:
            field_dict["version"] = version
        if code is not UNSET:
            field_dict["code"] = code
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        done = d.pop("done")

        version = d.pop("version", UNSET)

        code = d.pop("code", UNSET)

        title = d.pop("title", UNSET)

        case_done = cls(
            id=id,
            done=done,
            version=version,
            code=code,
            title=title,
        )

        case_done.additional_properties = d
        return case_done

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
