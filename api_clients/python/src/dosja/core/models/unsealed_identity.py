from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_field import IdentityField

T = TypeVar("T", bound="UnsealedIdentity")


@_attrs_define
class UnsealedIdentity:
    """Open `wrapped` with your own key, `sealed` with what is in it; seal what is wanted to `reader_key`.

    Attributes:
        sealed (str):
        wrapped (str):
        public (str): Of the key in `wrapped`.
        reader_key (str):
        wanted (list[IdentityField]):
        version (int): For If-Match when you approve.
    """

    sealed: str
    wrapped: str
    public: str
    reader_key: str
    wanted: list[IdentityField]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sealed = self.sealed

        wrapped = self.wrapped

        public = self.public

        reader_key = self.reader_key

        wanted = []
        for wanted_item_data in self.wanted:
            wanted_item = wanted_item_data.value
            wanted.append(wanted_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sealed": sealed,
                "wrapped": wrapped,
                "public": public,
                "reader_key": reader_key,
                "wanted": wanted,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sealed = d.pop("sealed")

        wrapped = d.pop("wrapped")

        public = d.pop("public")

        reader_key = d.pop("reader_key")

        wanted = []
        _wanted = d.pop("wanted")
        for wanted_item_data in _wanted:
            wanted_item = IdentityField(wanted_item_data)

            wanted.append(wanted_item)

        version = d.pop("version")

        unsealed_identity = cls(
            sealed=sealed,
            wrapped=wrapped,
            public=public,
            reader_key=reader_key,
            wanted=wanted,
            version=version,
        )

        unsealed_identity.additional_properties = d
        return unsealed_identity

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
