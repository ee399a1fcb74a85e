from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form_version_state import FormVersionState

T = TypeVar("T", bound="FormVersion")


@_attrs_define
class FormVersion:
    """One version of a form, without what it asks.

    Attributes:
        id (UUID):
        number (int | None): None for the draft.
        state (FormVersionState): * `draft` - draft
            * `published` - published
        is_shipped (bool): Whether it is the form that comes with Dosja, which changes with a release.
        created_at (datetime.datetime):
        published_at (datetime.datetime | None):
    """

    id: UUID
    number: int | None
    state: FormVersionState
    is_shipped: bool
    created_at: datetime.datetime
    published_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        number: int | None
        number = self.number

        state = self.state.value

        is_shipped = self.is_shipped

        created_at = self.created_at.isoformat()

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "state": state,
                "is_shipped": is_shipped,
                "created_at": created_at,
                "published_at": published_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        number = _parse_number(d.pop("number"))

        state = FormVersionState(d.pop("state"))

        is_shipped = d.pop("is_shipped")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        form_version = cls(
            id=id,
            number=number,
            state=state,
            is_shipped=is_shipped,
            created_at=created_at,
            published_at=published_at,
        )

        form_version.additional_properties = d
        return form_version

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
