from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.institution_channel_kind import InstitutionChannelKind

T = TypeVar("T", bound="UsedChannel")


@_attrs_define
class UsedChannel:
    """The way to the institution, as the directory has it.

    Attributes:
        id (UUID):
        kind (InstitutionChannelKind): * `email` - E-mail
            * `post` - Post
            * `phone` - Telephone
            * `web_form` - Web form
            * `in_person` - In person
        value (str):
        confirmed_on (datetime.date | None):
        problem_since (datetime.date | None):
    """

    id: UUID
    kind: InstitutionChannelKind
    value: str
    confirmed_on: datetime.date | None
    problem_since: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        value = self.value

        confirmed_on: None | str
        if isinstance(self.confirmed_on, datetime.date):
            confirmed_on = self.confirmed_on.isoformat()
        else:
            confirmed_on = self.confirmed_on

        problem_since: None | str
        if isinstance(self.problem_since, datetime.date):
            problem_since = self.problem_since.isoformat()
        else:
            problem_since = self.problem_since

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "value": value,
                "confirmed_on": confirmed_on,
                "problem_since": problem_since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = InstitutionChannelKind(d.pop("kind"))

        value = d.pop("value")

        def _parse_confirmed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_on_type_0 = datetime.date.fromisoformat(data)

                return confirmed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        confirmed_on = _parse_confirmed_on(d.pop("confirmed_on"))

        def _parse_problem_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_since_type_0 = datetime.date.fromisoformat(data)

                return problem_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        problem_since = _parse_problem_since(d.pop("problem_since"))

        used_channel = cls(
            id=id,
            kind=kind,
            value=value,
            confirmed_on=confirmed_on,
            problem_since=problem_since,
        )

        used_channel.additional_properties = d
        return used_channel

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
