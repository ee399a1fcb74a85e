from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.role import Role
from ..models.scope import Scope

T = TypeVar("T", bound="ApiClient")


@_attrs_define
class ApiClient:
    """A partner's own program.

    Attributes:
        client_id (str):
        name (str):
        role (Role): * `intake_officer` - Intake officer
            * `caseworker` - Caseworker
            * `legal_adviser` - Legal adviser
            * `coordinator` - Coordinator
            * `custodian` - Custodian of identities
            * `observer` - Observer
            * `field_researcher` - Field researcher
        scopes (list[Scope]):
        own_daily_quota (int | None): Set here; null: the installation's.
        daily_quota (int | None): What it may spend in a day (UTC), in points; null: without end.
        used_today (int): What it has spent since midnight (UTC).
        started_at (datetime.datetime):
        ended_at (datetime.datetime | None):
        version (int):
    """

    client_id: str
    name: str
    role: Role
    scopes: list[Scope]
    own_daily_quota: int | None
    daily_quota: int | None
    used_today: int
    started_at: datetime.datetime
    ended_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        name = self.name

        role = self.role.value

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.value
            scopes.append(scopes_item)

        own_daily_quota: int | None
        own_daily_quota = self.own_daily_quota

        daily_quota: int | None
        daily_quota = self.daily_quota

        used_today = self.used_today

        started_at = self.started_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "name": name,
                "role": role,
                "scopes": scopes,
                "own_daily_quota": own_daily_quota,
                "daily_quota": daily_quota,
                "used_today": used_today,
                "started_at": started_at,
                "ended_at": ended_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        name = d.pop("name")

        role = Role(d.pop("role"))

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = Scope(scopes_item_data)

            scopes.append(scopes_item)

        def _parse_own_daily_quota(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        own_daily_quota = _parse_own_daily_quota(d.pop("own_daily_quota"))

        def _parse_daily_quota(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        daily_quota = _parse_daily_quota(d.pop("daily_quota"))

        used_today = d.pop("used_today")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        version = d.pop("version")

        api_client = cls(
            client_id=client_id,
            name=name,
            role=role,
            scopes=scopes,
            own_daily_quota=own_daily_quota,
            daily_quota=daily_quota,
            used_today=used_today,
            started_at=started_at,
            ended_at=ended_at,
            version=version,
        )

        api_client.additional_properties = d
        return api_client

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
