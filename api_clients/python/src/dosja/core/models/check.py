from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.side import Side


T = TypeVar("T", bound="Check")


@_attrs_define
class Check:
    """What a check found.

    Attributes:
        smtp (Side): How signing in went.
        imap (None | Side): null: no mailbox is read.
    """

    smtp: Side
    imap: None | Side
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.side import Side  # noqa: PLC0415

        smtp = self.smtp.to_dict()

        imap: dict[str, Any] | None
        if isinstance(self.imap, Side):
            imap = self.imap.to_dict()
        else:
            imap = self.imap

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "smtp": smtp,
                "imap": imap,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.side import Side  # noqa: PLC0415

        d = dict(src_dict)
        smtp = Side.from_dict(d.pop("smtp"))

        def _parse_imap(data: object) -> None | Side:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                imap_type_0 = Side.from_dict(data)

                return imap_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Side, data)

        imap = _parse_imap(d.pop("imap"))

        check = cls(
            smtp=smtp,
            imap=imap,
        )

        check.additional_properties = d
        return check

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
