from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.own_request_of_today import OwnRequestOfToday


T = TypeVar("T", bound="IdentitiesOfToday")


@_attrs_define
class IdentitiesOfToday:
    """What waits of requests to read an identity.

    Attributes:
        to_decide (int | None): For custodians; up to 99.
        warnings (int | None): Approved by your only custodian, for coordinators; up to 99.
        own (list[OwnRequestOfToday]): Yours that somebody decided or ended lately.
    """

    to_decide: int | None
    warnings: int | None
    own: list[OwnRequestOfToday]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        to_decide: int | None
        to_decide = self.to_decide

        warnings: int | None
        warnings = self.warnings

        own = []
        for own_item_data in self.own:
            own_item = own_item_data.to_dict()
            own.append(own_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "to_decide": to_decide,
                "warnings": warnings,
                "own": own,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_request_of_today import OwnRequestOfToday  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_to_decide(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        to_decide = _parse_to_decide(d.pop("to_decide"))

        def _parse_warnings(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        warnings = _parse_warnings(d.pop("warnings"))

        own = []
        _own = d.pop("own")
        for own_item_data in _own:
            own_item = OwnRequestOfToday.from_dict(own_item_data)

            own.append(own_item)

        identities_of_today = cls(
            to_decide=to_decide,
            warnings=warnings,
            own=own,
        )

        identities_of_today.additional_properties = d
        return identities_of_today

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
