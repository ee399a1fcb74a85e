from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.patched_template_changes_request_names import PatchedTemplateChangesRequestNames
    from ..models.patched_template_changes_request_texts import PatchedTemplateChangesRequestTexts


T = TypeVar("T", bound="PatchedTemplateChangesRequest")


@_attrs_define
class PatchedTemplateChangesRequest:
    """What may change; send only what changes. `names` and `texts` are replaced as a whole.

    Attributes:
        names (PatchedTemplateChangesRequestNames | Unset):
        texts (PatchedTemplateChangesRequestTexts | Unset):
        asks (bool | Unset):
        in_use (bool | Unset):
        position (int | Unset):
    """

    names: PatchedTemplateChangesRequestNames | Unset = UNSET
    texts: PatchedTemplateChangesRequestTexts | Unset = UNSET
    asks: bool | Unset = UNSET
    in_use: bool | Unset = UNSET
    position: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        texts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.texts, Unset):
            texts = self.texts.to_dict()

        asks = self.asks

        in_use = self.in_use

        position = self.position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if names is not UNSET:
            field_dict["names"] = names
        if texts is not UNSET:
            field_dict["texts"] = texts
        if asks is not UNSET:
            field_dict["asks"] = asks
        if in_use is not UNSET:
            field_dict["in_use"] = in_use
        if position is not UNSET:
            field_dict["position"] = position

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.patched_template_changes_request_names import PatchedTemplateChangesRequestNames  # noqa: PLC0415
        from ..models.patched_template_changes_request_texts import PatchedTemplateChangesRequestTexts  # noqa: PLC0415

        d = dict(src_dict)
        _names = d.pop("names", UNSET)
        names: PatchedTemplateChangesRequestNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = PatchedTemplateChangesRequestNames.from_dict(_names)

        _texts = d.pop("texts", UNSET)
        texts: PatchedTemplateChangesRequestTexts | Unset
        if isinstance(_texts, Unset):
            texts = UNSET
        else:
            texts = PatchedTemplateChangesRequestTexts.from_dict(_texts)

        asks = d.pop("asks", UNSET)

        in_use = d.pop("in_use", UNSET)

        position = d.pop("position", UNSET)

        patched_template_changes_request = cls(
            names=names,
            texts=texts,
            asks=asks,
            in_use=in_use,
            position=position,
        )

        patched_template_changes_request.additional_properties = d
        return patched_template_changes_request

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
