from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.own_erasure_request import OwnErasureRequest


T = TypeVar("T", bound="ErasureTold")


@_attrs_define
class ErasureTold:
    """The day on which your file will be erased, and what became of your own request.

    Attributes:
        erased_on (datetime.date | None): Null while no day was announced.
        request (None | OwnErasureRequest):
    """

    erased_on: datetime.date | None
    request: None | OwnErasureRequest
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.own_erasure_request import OwnErasureRequest  # noqa: PLC0415

        erased_on: None | str
        if isinstance(self.erased_on, datetime.date):
            erased_on = self.erased_on.isoformat()
        else:
            erased_on = self.erased_on

        request: dict[str, Any] | None
        if isinstance(self.request, OwnErasureRequest):
            request = self.request.to_dict()
        else:
            request = self.request

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "erased_on": erased_on,
                "request": request,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_erasure_request import OwnErasureRequest  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_erased_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                erased_on_type_0 = datetime.date.fromisoformat(data)

                return erased_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        erased_on = _parse_erased_on(d.pop("erased_on"))

        def _parse_request(data: object) -> None | OwnErasureRequest:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                request_type_0 = OwnErasureRequest.from_dict(data)

                return request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnErasureRequest, data)

        request = _parse_request(d.pop("request"))

        erasure_told = cls(
            erased_on=erased_on,
            request=request,
        )

        erasure_told.additional_properties = d
        return erasure_told

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
