from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.newest_event import NewestEvent
    from ..models.person import Person


T = TypeVar("T", bound="Here")


@_attrs_define
class Here:
    """Who else is here, and what is newest.

    Attributes:
        others (list[Person]): Who had it open within the last minute, without you.
        version (int): The present version of the case.
        newest (NewestEvent | None):
        again_in (int): After how many seconds to ask again.
    """

    others: list[Person]
    version: int
    newest: NewestEvent | None
    again_in: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.newest_event import NewestEvent  # noqa: PLC0415

        others = []
        for others_item_data in self.others:
            others_item = others_item_data.to_dict()
            others.append(others_item)

        version = self.version

        newest: dict[str, Any] | None
        if isinstance(self.newest, NewestEvent):
            newest = self.newest.to_dict()
        else:
            newest = self.newest

        again_in = self.again_in

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "others": others,
                "version": version,
                "newest": newest,
                "again_in": again_in,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.newest_event import NewestEvent  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)
        others = []
        _others = d.pop("others")
        for others_item_data in _others:
            others_item = Person.from_dict(others_item_data)

            others.append(others_item)

        version = d.pop("version")

        def _parse_newest(data: object) -> NewestEvent | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                newest_type_0 = NewestEvent.from_dict(data)

                return newest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewestEvent | None, data)

        newest = _parse_newest(d.pop("newest"))

        again_in = d.pop("again_in")

        here = cls(
            others=others,
            version=version,
            newest=newest,
            again_in=again_in,
        )

        here.additional_properties = d
        return here

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
