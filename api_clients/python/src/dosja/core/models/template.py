from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.template_names import TemplateNames
    from ..models.template_texts import TemplateTexts


T = TypeVar("T", bound="Template")


@_attrs_define
class Template:
    """A template. A shipped one has version 0; changing it makes it the partner's own.

    Attributes:
        code (str):
        names (TemplateNames):
        texts (TemplateTexts):
        asks (bool): It is a question: send it with `asks`.
        in_use (bool):
        position (int):
        shipped (bool):
        version (int): As in the ETag.
    """

    code: str
    names: TemplateNames
    texts: TemplateTexts
    asks: bool
    in_use: bool
    position: int
    shipped: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        names = self.names.to_dict()

        texts = self.texts.to_dict()

        asks = self.asks

        in_use = self.in_use

        position = self.position

        shipped = self.shipped

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "names": names,
                "texts": texts,
                "asks": asks,
                "in_use": in_use,
                "position": position,
                "shipped": shipped,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.template_names import TemplateNames  # noqa: PLC0415
        from ..models.template_texts import TemplateTexts  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        names = TemplateNames.from_dict(d.pop("names"))

        texts = TemplateTexts.from_dict(d.pop("texts"))

        asks = d.pop("asks")

        in_use = d.pop("in_use")

        position = d.pop("position")

        shipped = d.pop("shipped")

        version = d.pop("version")

        template = cls(
            code=code,
            names=names,
            texts=texts,
            asks=asks,
            in_use=in_use,
            position=position,
            shipped=shipped,
            version=version,
        )

        template.additional_properties = d
        return template

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
