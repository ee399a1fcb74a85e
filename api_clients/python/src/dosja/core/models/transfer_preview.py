from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.transfer_facts import TransferFacts
    from ..models.what_opens import WhatOpens


T = TypeVar("T", bound="TransferPreview")


@_attrs_define
class TransferPreview:
    """What the other partner sees before and after it accepts, and what stays with you.

    Attributes:
        before (TransferFacts): What the other partner is told of a case that is offered to it.
        after (WhatOpens): Exactly what another partner would read: of each room the first page, null where it does not
            exist
            for it.
        kept (list[str]): Fields of the case that you keep for your numbers.
    """

    before: TransferFacts
    after: WhatOpens
    kept: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        before = self.before.to_dict()

        after = self.after.to_dict()

        kept = self.kept

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "before": before,
                "after": after,
                "kept": kept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.transfer_facts import TransferFacts  # noqa: PLC0415
        from ..models.what_opens import WhatOpens  # noqa: PLC0415

        d = dict(src_dict)
        before = TransferFacts.from_dict(d.pop("before"))

        after = WhatOpens.from_dict(d.pop("after"))

        kept = cast(list[str], d.pop("kept"))

        transfer_preview = cls(
            before=before,
            after=after,
            kept=kept,
        )

        transfer_preview.additional_properties = d
        return transfer_preview

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
