from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.document_organizations import DocumentOrganizations
    from ..models.document_services import DocumentServices


T = TypeVar("T", bound="Document")


@_attrs_define
class Document:
    """What HSDS gives at `/organizations` and `/services`, in full.

    Attributes:
        organizations (DocumentOrganizations):
        services (DocumentServices):
    """

    organizations: DocumentOrganizations
    services: DocumentServices
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organizations = self.organizations.to_dict()

        services = self.services.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organizations": organizations,
                "services": services,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_organizations import DocumentOrganizations  # noqa: PLC0415
        from ..models.document_services import DocumentServices  # noqa: PLC0415

        d = dict(src_dict)
        organizations = DocumentOrganizations.from_dict(d.pop("organizations"))

        services = DocumentServices.from_dict(d.pop("services"))

        document = cls(
            organizations=organizations,
            services=services,
        )

        document.additional_properties = d
        return document

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
