from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_template_request_names import NewTemplateRequestNames
    from ..models.new_template_request_texts import NewTemplateRequestTexts


T = TypeVar("T", bound="NewTemplateRequest")


@_attrs_define
class NewTemplateRequest:
    """A message template of the partner's own.

    Attributes:
        code (str): Small letters, digits and _; it never changes.
        names (NewTemplateRequestNames):
        texts (NewTemplateRequestTexts):
        asks (bool | Unset):  Default: False.
        in_use (bool | Unset):  Default: True.
        position (int | Unset):  Default: 100.
    """

    code: str
    names: NewTemplateRequestNames
    texts: NewTemplateRequestTexts
    asks: bool | Unset = False
    in_use: bool | Unset = True
    position: int | Unset = 100
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        names = self.names.to_dict()

        texts = self.texts.to_dict()

        asks = self.asks

        in_use = self.in_use

        position = self.position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "names": names,
                "texts": texts,
            }
        )
        if asks is not UNSET:
            field_dict["asks"] = asks
        if in_use is not UNSET:
            field_dict["in_use"] = in_use
        if position is not UNSET:
            field_dict["position"] = position

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_template_request_names import NewTemplateRequestNames  # noqa: PLC0415
        from ..models.new_template_request_texts import NewTemplateRequestTexts  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        names = NewTemplateRequestNames.from_dict(d.pop("names"))

        texts = NewTemplateRequestTexts.from_dict(d.pop("texts"))

        asks = d.pop("asks", UNSET)

        in_use = d.pop("in_use", UNSET)

        position = d.pop("position", UNSET)

        new_template_request = cls(
            code=code,
            names=names,
            texts=texts,
            asks=asks,
            in_use=in_use,
            position=position,
        )

        new_template_request.additional_properties = d
        return new_template_request

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
