from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.need_names import NeedNames


T = TypeVar("T", bound="Need")


@_attrs_define
class Need:
    """What a person may need.

    Attributes:
        code (str):
        names (NeedNames):
        name (str):
        position (int):
        is_active (bool):
        version (int):
    """

    code: str
    names: NeedNames
    name: str
    position: int
    is_active: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        names = self.names.to_dict()

        name = self.name

        position = self.position

        is_active = self.is_active

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "names": names,
                "name": name,
                "position": position,
                "is_active": is_active,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.need_names import NeedNames  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        names = NeedNames.from_dict(d.pop("names"))

        name = d.pop("name")

        position = d.pop("position")

        is_active = d.pop("is_active")

        version = d.pop("version")

        need = cls(
            code=code,
            names=names,
            name=name,
            position=position,
            is_active=is_active,
            version=version,
        )

        need.additional_properties = d
        return need

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
