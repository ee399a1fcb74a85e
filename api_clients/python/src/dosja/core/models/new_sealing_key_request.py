from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.copy_for_custodian_request import CopyForCustodianRequest


T = TypeVar("T", bound="NewSealingKeyRequest")


@_attrs_define
class NewSealingKeyRequest:
    """A key pair made in your browser: its public half, and the private half sealed to who shall open.

    Attributes:
        public (str):
        recovery_public (str): Of the recovery key, which is kept offline.
        recovery_wrapped (str):
        copies (list[CopyForCustodianRequest]):
        replaces (None | UUID): The one in use; null for the first.
    """

    public: str
    recovery_public: str
    recovery_wrapped: str
    copies: list[CopyForCustodianRequest]
    replaces: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        public = self.public

        recovery_public = self.recovery_public

        recovery_wrapped = self.recovery_wrapped

        copies = []
        for copies_item_data in self.copies:
            copies_item = copies_item_data.to_dict()
            copies.append(copies_item)

        replaces: None | str
        if isinstance(self.replaces, UUID):
            replaces = str(self.replaces)
        else:
            replaces = self.replaces

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "public": public,
                "recovery_public": recovery_public,
                "recovery_wrapped": recovery_wrapped,
                "copies": copies,
                "replaces": replaces,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.copy_for_custodian_request import CopyForCustodianRequest  # noqa: PLC0415

        d = dict(src_dict)
        public = d.pop("public")

        recovery_public = d.pop("recovery_public")

        recovery_wrapped = d.pop("recovery_wrapped")

        copies = []
        _copies = d.pop("copies")
        for copies_item_data in _copies:
            copies_item = CopyForCustodianRequest.from_dict(copies_item_data)

            copies.append(copies_item)

        def _parse_replaces(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                replaces_type_0 = UUID(data)

                return replaces_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        replaces = _parse_replaces(d.pop("replaces"))

        new_sealing_key_request = cls(
            public=public,
            recovery_public=recovery_public,
            recovery_wrapped=recovery_wrapped,
            copies=copies,
            replaces=replaces,
        )

        new_sealing_key_request.additional_properties = d
        return new_sealing_key_request

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
