from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.caller_kind import CallerKind
from ..models.language import Language
from ..models.scope import Scope

if TYPE_CHECKING:
    from ..models.my_partner import MyPartner


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """Who you are here, and what you may do where.

    Attributes:
        id (UUID):
        kind (CallerKind): * `staff` - staff
            * `client` - client
        email (str):
        name (str):
        language (Language): * `sq` - Shqip
            * `sr-Latn` - Srpski
            * `sr-Cyrl` - Српски
            * `ka` - ქართული
            * `en` - English
        is_platform_administrator (bool):
        second_factor_required (bool): Whether your work takes a second step at the sign-in.
        second_factor_missing (bool): Whether it is required and this session has not shown one: all but your own
            account is closed (`second_factor.required`) until it has.
        partners (list[MyPartner]):
        scopes (list[Scope] | None): Of the token; null for people.
        version (int):
    """

    id: UUID
    kind: CallerKind
    email: str
    name: str
    language: Language
    is_platform_administrator: bool
    second_factor_required: bool
    second_factor_missing: bool
    partners: list[MyPartner]
    scopes: list[Scope] | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        email = self.email

        name = self.name

        language = self.language.value

        is_platform_administrator = self.is_platform_administrator

        second_factor_required = self.second_factor_required

        second_factor_missing = self.second_factor_missing

        partners = []
        for partners_item_data in self.partners:
            partners_item = partners_item_data.to_dict()
            partners.append(partners_item)

        scopes: list[str] | None
        if isinstance(self.scopes, list):
            scopes = []
            for scopes_type_0_item_data in self.scopes:
                scopes_type_0_item = scopes_type_0_item_data.value
                scopes.append(scopes_type_0_item)

        else:
            scopes = self.scopes

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "email": email,
                "name": name,
                "language": language,
                "is_platform_administrator": is_platform_administrator,
                "second_factor_required": second_factor_required,
                "second_factor_missing": second_factor_missing,
                "partners": partners,
                "scopes": scopes,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.my_partner import MyPartner  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = CallerKind(d.pop("kind"))

        email = d.pop("email")

        name = d.pop("name")

        language = Language(d.pop("language"))

        is_platform_administrator = d.pop("is_platform_administrator")

        second_factor_required = d.pop("second_factor_required")

        second_factor_missing = d.pop("second_factor_missing")

        partners = []
        _partners = d.pop("partners")
        for partners_item_data in _partners:
            partners_item = MyPartner.from_dict(partners_item_data)

            partners.append(partners_item)

        def _parse_scopes(data: object) -> list[Scope] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                scopes_type_0 = []
                _scopes_type_0 = data
                for scopes_type_0_item_data in _scopes_type_0:
                    scopes_type_0_item = Scope(scopes_type_0_item_data)

                    scopes_type_0.append(scopes_type_0_item)

                return scopes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Scope] | None, data)

        scopes = _parse_scopes(d.pop("scopes"))

        version = d.pop("version")

        me = cls(
            id=id,
            kind=kind,
            email=email,
            name=name,
            language=language,
            is_platform_administrator=is_platform_administrator,
            second_factor_required=second_factor_required,
            second_factor_missing=second_factor_missing,
            partners=partners,
            scopes=scopes,
            version=version,
        )

        me.additional_properties = d
        return me

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
