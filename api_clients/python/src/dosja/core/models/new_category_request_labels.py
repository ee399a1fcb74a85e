from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCategoryRequestLabels")


@_attrs_define
class NewCategoryRequestLabels:
    """
    Attributes:
        sq (str | Unset):
        sr_latn (str | Unset):
        sr_cyrl (str | Unset):
        ka (str | Unset):
        en (str | Unset):
    """

    sq: str | Unset = UNSET
    sr_latn: str | Unset = UNSET
    sr_cyrl: str | Unset = UNSET
    ka: str | Unset = UNSET
    en: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        sq = self.sq

        sr_latn = self.sr_latn

        sr_cyrl = self.sr_cyrl

        ka = self.ka

        en = self.en

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if sq is not UNSET:
            field_dict["sq"] = sq
        if sr_latn is not UNSET:
            field_dict["sr-Latn"] = sr_latn
        if sr_cyrl is not UNSET:
            field_dict["sr-Cyrl"] = sr_cyrl
        if ka is not UNSET:
            field_dict["ka"] = ka
        if en is not UNSET:
            field_dict["en"] = en

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sq = d.pop("sq", UNSET)

        sr_latn = d.pop("sr-Latn", UNSET)

        sr_cyrl = d.pop("sr-Cyrl", UNSET)

        ka = d.pop("ka", UNSET)

        en = d.pop("en", UNSET)

        new_category_request_labels = cls(
            sq=sq,
            sr_latn=sr_latn,
            sr_cyrl=sr_cyrl,
            ka=ka,
            en=en,
        )

        return new_category_request_labels
