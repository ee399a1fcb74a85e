from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.incoming_mail import IncomingMail


T = TypeVar("T", bound="MailsOfToday")


@_attrs_define
class MailsOfToday:
    """Mails of which somebody has to say where they belong.

    Attributes:
        count (int):
        capped (bool): There are more than that.
        rows (list[IncomingMail]):
    """

    count: int
    capped: bool
    rows: list[IncomingMail]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        capped = self.capped

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "count": count,
                "capped": capped,
                "rows": rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.incoming_mail import IncomingMail  # noqa: PLC0415

        d = dict(src_dict)
        count = d.pop("count")

        capped = d.pop("capped")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = IncomingMail.from_dict(rows_item_data)

            rows.append(rows_item)

        mails_of_today = cls(
            count=count,
            capped=capped,
            rows=rows,
        )

        mails_of_today.additional_properties = d
        return mails_of_today

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
