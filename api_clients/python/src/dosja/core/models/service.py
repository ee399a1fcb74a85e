from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.service_status import ServiceStatus

if TYPE_CHECKING:
    from ..models.area import Area
    from ..models.phone import Phone
    from ..models.provider_in_service import ProviderInService
    from ..models.schedule import Schedule
    from ..models.where import Where


T = TypeVar("T", bound="Service")


@_attrs_define
class Service:
    """What a provider does for people. `is_verified: false` has to be shown: nobody here has checked it.

    Attributes:
        id (UUID):
        provider (ProviderInService):
        name (str):
        alternate_name (str):
        description (str):
        status (ServiceStatus): * `active` - Active
            * `inactive` - Inactive
            * `defunct` - Defunct
            * `temporarily closed` - Temporarily Closed
        needs (list[str]): Codes.
        target_groups (list[str]): Codes.
        languages (list[str]): ISO 639 codes.
        areas (list[Area]):
        phones (list[Phone]): Its own; the provider's where it has none.
        email (str):
        url (str):
        schedules (list[Schedule]):
        open_now (bool | None): null where no opening hours are known.
        locations (list[Where]):
        eligibility_description (str):
        minimum_age (float | None):
        maximum_age (float | None):
        application_process (str):
        fees_description (str):
        interpretation_services (str):
        alert (str):
        source (str):
        verified_on (datetime.date | None):
        is_verified (bool):
        version (int):
    """

    id: UUID
    provider: ProviderInService
    name: str
    alternate_name: str
    description: str
    status: ServiceStatus
    needs: list[str]
    target_groups: list[str]
    languages: list[str]
    areas: list[Area]
    phones: list[Phone]
    email: str
    url: str
    schedules: list[Schedule]
    open_now: bool | None
    locations: list[Where]
    eligibility_description: str
    minimum_age: float | None
    maximum_age: float | None
    application_process: str
    fees_description: str
    interpretation_services: str
    alert: str
    source: str
    verified_on: datetime.date | None
    is_verified: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        provider = self.provider.to_dict()

        name = self.name

        alternate_name = self.alternate_name

        description = self.description

        status = self.status.value

        needs = self.needs

        target_groups = self.target_groups

        languages = self.languages

        areas = []
        for areas_item_data in self.areas:
            areas_item = areas_item_data.to_dict()
            areas.append(areas_item)

        phones = []
        for phones_item_data in self.phones:
            phones_item = phones_item_data.to_dict()
            phones.append(phones_item)

        email = self.email

        url = self.url

        schedules = []
        for schedules_item_data in self.schedules:
            schedules_item = schedules_item_data.to_dict()
            schedules.append(schedules_item)

        open_now: bool | None
        open_now = self.open_now

        locations = []
        for locations_item_data in self.locations:
            locations_item = locations_item_data.to_dict()
            locations.append(locations_item)

        eligibility_description = self.eligibility_description

        minimum_age: float | None
        minimum_age = self.minimum_age

        maximum_age: float | None
        maximum_age = self.maximum_age

        application_process = self.application_process

        fees_description = self.fees_description

        interpretation_services = self.interpretation_services

        alert = self.alert

        source = self.source

        verified_on: None | str
        if isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        is_verified = self.is_verified

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "provider": provider,
                "name": name,
                "alternate_name": alternate_name,
                "description": description,
                "status": status,
                "needs": needs,
                "target_groups": target_groups,
                "languages": languages,
                "areas": areas,
                "phones": phones,
                "email": email,
                "url": url,
                "schedules": schedules,
                "open_now": open_now,
                "locations": locations,
                "eligibility_description": eligibility_description,
                "minimum_age": minimum_age,
                "maximum_age": maximum_age,
                "application_process": application_process,
                "fees_description": fees_description,
                "interpretation_services": interpretation_services,
                "alert": alert,
                "source": source,
                "verified_on": verified_on,
                "is_verified": is_verified,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.area import Area  # noqa: PLC0415
        from ..models.phone import Phone  # noqa: PLC0415
        from ..models.provider_in_service import ProviderInService  # noqa: PLC0415
        from ..models.schedule import Schedule  # noqa: PLC0415
        from ..models.where import Where  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        provider = ProviderInService.from_dict(d.pop("provider"))

        name = d.pop("name")

        alternate_name = d.pop("alternate_name")

        description = d.pop("description")

        status = ServiceStatus(d.pop("status"))

        needs = cast(list[str], d.pop("needs"))

        target_groups = cast(list[str], d.pop("target_groups"))

        languages = cast(list[str], d.pop("languages"))

        areas = []
        _areas = d.pop("areas")
        for areas_item_data in _areas:
            areas_item = Area.from_dict(areas_item_data)

            areas.append(areas_item)

        phones = []
        _phones = d.pop("phones")
        for phones_item_data in _phones:
            phones_item = Phone.from_dict(phones_item_data)

            phones.append(phones_item)

        email = d.pop("email")

        url = d.pop("url")

        schedules = []
        _schedules = d.pop("schedules")
        for schedules_item_data in _schedules:
            schedules_item = Schedule.from_dict(schedules_item_data)

            schedules.append(schedules_item)

        def _parse_open_now(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        open_now = _parse_open_now(d.pop("open_now"))

        locations = []
        _locations = d.pop("locations")
        for locations_item_data in _locations:
            locations_item = Where.from_dict(locations_item_data)

            locations.append(locations_item)

        eligibility_description = d.pop("eligibility_description")

        def _parse_minimum_age(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        minimum_age = _parse_minimum_age(d.pop("minimum_age"))

        def _parse_maximum_age(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        maximum_age = _parse_maximum_age(d.pop("maximum_age"))

        application_process = d.pop("application_process")

        fees_description = d.pop("fees_description")

        interpretation_services = d.pop("interpretation_services")

        alert = d.pop("alert")

        source = d.pop("source")

        def _parse_verified_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        verified_on = _parse_verified_on(d.pop("verified_on"))

        is_verified = d.pop("is_verified")

        version = d.pop("version")

        service = cls(
            id=id,
            provider=provider,
            name=name,
            alternate_name=alternate_name,
            description=description,
            status=status,
            needs=needs,
            target_groups=target_groups,
            languages=languages,
            areas=areas,
            phones=phones,
            email=email,
            url=url,
            schedules=schedules,
            open_now=open_now,
            locations=locations,
            eligibility_description=eligibility_description,
            minimum_age=minimum_age,
            maximum_age=maximum_age,
            application_process=application_process,
            fees_description=fees_description,
            interpretation_services=interpretation_services,
            alert=alert,
            source=source,
            verified_on=verified_on,
            is_verified=is_verified,
            version=version,
        )

        service.additional_properties = d
        return service

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
