from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_version_detail import FormVersionDetail


T = TypeVar("T", bound="FormState")


@_attrs_define
class FormState:
    """What a partner asks by today, and what it is preparing.

    Attributes:
        published (FormVersionDetail): One version of a form.
        draft (FormVersionDetail | None):
    """

    published: FormVersionDetail
    draft: FormVersionDetail | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.form_version_detail import FormVersionDetail  # noqa: PLC0415

        published = self.published.to_dict()

        draft: dict[str, Any] | None
        if isinstance(self.draft, FormVersionDetail):
            draft = self.draft.to_dict()
        else:
            draft = self.draft

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "published": published,
                "draft": draft,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.form_version_detail import FormVersionDetail  # noqa: PLC0415

        d = dict(src_dict)
        published = FormVersionDetail.from_dict(d.pop("published"))

        def _parse_draft(data: object) -> FormVersionDetail | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                draft_type_0 = FormVersionDetail.from_dict(data)

                return draft_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FormVersionDetail | None, data)

        draft = _parse_draft(d.pop("draft"))

        form_state = cls(
            published=published,
            draft=draft,
        )

        form_state.additional_properties = d
        return form_state

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
