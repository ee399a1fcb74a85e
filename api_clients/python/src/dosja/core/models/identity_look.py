from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_look_kind import IdentityLookKind
from ..models.identity_look_reason import IdentityLookReason
from ..models.role import Role

T = TypeVar("T", bound="IdentityLook")


@_attrs_define
class IdentityLook:
    """Somebody had to do with your name and contacts: on which day, in which role, why. Never who.

    Attributes:
        on (datetime.date):
        kind (IdentityLookKind): * `compared` - Compared with what a caller said, without being shown
            * `revealed` - Shown
            * `unsealed` - Unsealed by a custodian for somebody who asked, without being shown
        reason (IdentityLookReason): * `new_receipt` - Somebody asked for a new receipt
            * `contact` - To reach the complainant
            * `referral` - To send the complaint with its author's name
            * `service` - To arrange help for the complainant
            * `danger` - Danger to life or liberty
            * `court_order` - A court or an authority demands it by law
            * `own_data` - The complainant asked for what is kept about them
        role (Role): * `intake_officer` - Intake officer
            * `caseworker` - Caseworker
            * `legal_adviser` - Legal adviser
            * `coordinator` - Coordinator
            * `custodian` - Custodian of identities
            * `observer` - Observer
            * `field_researcher` - Field researcher
        role_label (str):
        matched (bool | None): Of a comparison: whether what was said agreed with what is kept.
    """

    on: datetime.date
    kind: IdentityLookKind
    reason: IdentityLookReason
    role: Role
    role_label: str
    matched: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        kind = self.kind.value

        reason = self.reason.value

        role = self.role.value

        role_label = self.role_label

        matched: bool | None
        matched = self.matched

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "kind": kind,
                "reason": reason,
                "role": role,
                "role_label": role_label,
                "matched": matched,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        kind = IdentityLookKind(d.pop("kind"))

        reason = IdentityLookReason(d.pop("reason"))

        role = Role(d.pop("role"))

        role_label = d.pop("role_label")

        def _parse_matched(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        matched = _parse_matched(d.pop("matched"))

        identity_look = cls(
            on=on,
            kind=kind,
            reason=reason,
            role=role,
            role_label=role_label,
            matched=matched,
        )

        identity_look.additional_properties = d
        return identity_look

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
