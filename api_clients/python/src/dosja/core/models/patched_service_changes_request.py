from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.service_status import ServiceStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_location_request import NewLocationRequest
    from ..models.new_phone_request import NewPhoneRequest
    from ..models.new_schedule_request import NewScheduleRequest


T = TypeVar("T", bound="PatchedServiceChangesRequest")


@_attrs_define
class PatchedServiceChangesRequest:
    """What may change of a service. A list that is sent replaces the one that was there.

    Attributes:
        name (str | Unset):
        alternate_name (str | Unset):
        description (str | Unset):
        url (str | Unset):
        email (str | Unset):
        status (ServiceStatus | Unset): * `active` - Active
            * `inactive` - Inactive
            * `defunct` - Defunct
            * `temporarily closed` - Temporarily Closed
        interpretation_services (str | Unset):
        application_process (str | Unset):
        fees_description (str | Unset):
        eligibility_description (str | Unset):
        minimum_age (int | None | Unset):
        maximum_age (int | None | Unset):
        alert (str | Unset):
        source (str | Unset):
        verified_on (datetime.date | None | Unset):
        needs (list[str] | Unset):
        target_groups (list[str] | Unset):
        languages (list[str] | Unset): ISO 639 codes, such as `sq`, `sr`, `ka`.
        areas (list[str] | Unset): Codes of places; what lies in them is served too.
        phones (list[NewPhoneRequest] | Unset):
        schedules (list[NewScheduleRequest] | Unset):
        locations (list[NewLocationRequest] | Unset):
    """

    name: str | Unset = UNSET
    alternate_name: str | Unset = UNSET
    description: str | Unset = UNSET
    url: str | Unset = UNSET
    email: str | Unset = UNSET
    status: ServiceStatus | Unset = UNSET
    interpretation_services: str | Unset = UNSET
    application_process: str | Unset = UNSET
    fees_description: str | Unset = UNSET
    eligibility_description: str | Unset = UNSET
    minimum_age: int | None | Unset = UNSET
    maximum_age: int | None | Unset = UNSET
    alert: str | Unset = UNSET
    source: str | Unset = UNSET
    verified_on: datetime.date | None | Unset = UNSET
    needs: list[str] | Unset = UNSET
    target_groups: list[str] | Unset = UNSET
    languages: list[str] | Unset = UNSET
    areas: list[str] | Unset = UNSET
    phones: list[NewPhoneRequest] | Unset = UNSET
    schedules: list[NewScheduleRequest] | Unset = UNSET
    locations: list[NewLocationRequest] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        alternate_name = self.alternate_name

        description = self.description

        url: str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        email: str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        interpretation_services = self.interpretation_services

        application_process = self.application_process

        fees_description = self.fees_description

        eligibility_description = self.eligibility_description

        minimum_age: int | None | Unset
        if isinstance(self.minimum_age, Unset):
            minimum_age = UNSET
        else:
            minimum_age = self.minimum_age

        maximum_age: int | None | Unset
        if isinstance(self.maximum_age, Unset):
            maximum_age = UNSET
        else:
            maximum_age = self.maximum_age

        alert = self.alert

        source = self.source

        verified_on: None | str | Unset
        if isinstance(self.verified_on, Unset):
            verified_on = UNSET
        elif isinstance(self.verified_on, datetime.date):
            verified_on = self.verified_on.isoformat()
        else:
            verified_on = self.verified_on

        needs: list[str] | Unset = UNSET
        if not isinstance(self.needs, Unset):
            needs = self.needs

        target_groups: list[str] | Unset = UNSET
        if not isinstance(self.target_groups, Unset):
            target_groups = self.target_groups

        languages: list[str] | Unset = UNSET
        if not isinstance(self.languages, Unset):
            languages = self.languages

        areas: list[str] | Unset = UNSET
        if not isinstance(self.areas, Unset):
            areas = self.areas

        phones: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.phones, Unset):
            phones = []
            for phones_item_data in self.phones:
                phones_item = phones_item_data.to_dict()
                phones.append(phones_item)

        schedules: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.schedules, Unset):
            schedules = []
            for schedules_item_data in self.schedules:
                schedules_item = schedules_item_data.to_dict()
                schedules.append(schedules_item)

        locations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.locations, Unset):
            locations = []
            for locations_item_data in self.locations:
                locations_item = locations_item_data.to_dict()
                locations.append(locations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if alternate_name is not UNSET:
            field_dict["alternate_name"] = alternate_name
        if description is not UNSET:
            field_dict["description"] = description
        if url is not UNSET:
            field_dict["url"] = url
        if email is not UNSET:
            field_dict["email"] = email
        if status is not UNSET:
            field_dict["status"] = status
        if interpretation_services is not UNSET:
            field_dict["interpretation_services"] = interpretation_services
        if application_process is not UNSET:
            field_dict["application_process"] = application_process
        if fees_description is not UNSET:
            field_dict["fees_description"] = fees_description
        if eligibility_description is not UNSET:
            field_dict["eligibility_description"] = eligibility_description
        if minimum_age is not UNSET:
            field_dict["minimum_age"] = minimum_age
        if maximum_age is not UNSET:
            field_dict["maximum_age"] = maximum_age
        if alert is not UNSET:
            field_dict["alert"] = alert
        if source is not UNSET:
            field_dict["source"] = source
        if verified_on is not UNSET:
            field_dict["verified_on"] = verified_on
        if needs is not UNSET:
            field_dict["needs"] = needs
        if target_groups is not UNSET:
            field_dict["target_groups"] = target_groups
        if languages is not UNSET:
            field_dict["languages"] = languages
        if areas is not UNSET:
            field_dict["areas"] = areas
        if phones is not UNSET:
            field_dict["phones"] = phones
        if schedules is not UNSET:
            field_dict["schedules"] = schedules
        if locations is not UNSET:
            field_dict["locations"] = locations

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_location_request import NewLocationRequest  # noqa: PLC0415
        from ..models.new_phone_request import NewPhoneRequest  # noqa: PLC0415
        from ..models.new_schedule_request import NewScheduleRequest  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        alternate_name = d.pop("alternate_name", UNSET)

        description = d.pop("description", UNSET)

        def _parse_url(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        url = _parse_url(d.pop("url", UNSET))

        def _parse_email(data: object) -> str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        _status = d.pop("status", UNSET)
        status: ServiceStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = ServiceStatus(_status)

        interpretation_services = d.pop("interpretation_services", UNSET)

        application_process = d.pop("application_process", UNSET)

        fees_description = d.pop("fees_description", UNSET)

        eligibility_description = d.pop("eligibility_description", UNSET)

        def _parse_minimum_age(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        minimum_age = _parse_minimum_age(d.pop("minimum_age", UNSET))

        def _parse_maximum_age(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        maximum_age = _parse_maximum_age(d.pop("maximum_age", UNSET))

        alert = d.pop("alert", UNSET)

        source = d.pop("source", UNSET)

        def _parse_verified_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_on_type_0 = datetime.date.fromisoformat(data)

                return verified_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        verified_on = _parse_verified_on(d.pop("verified_on", UNSET))

        needs = cast(list[str], d.pop("needs", UNSET))

        target_groups = cast(list[str], d.pop("target_groups", UNSET))

        languages = cast(list[str], d.pop("languages", UNSET))

        areas = cast(list[str], d.pop("areas", UNSET))

        _phones = d.pop("phones", UNSET)
        phones: list[NewPhoneRequest] | Unset = UNSET
        if _phones is not UNSET:
            phones = []
            for phones_item_data in _phones:
                phones_item = NewPhoneRequest.from_dict(phones_item_data)

                phones.append(phones_item)

        _schedules = d.pop("schedules", UNSET)
        schedules: list[NewScheduleRequest] | Unset = UNSET
        if _schedules is not UNSET:
            schedules = []
            for schedules_item_data in _schedules:
                schedules_item = NewScheduleRequest.from_dict(schedules_item_data)

                schedules.append(schedules_item)

        _locations = d.pop("locations", UNSET)
        locations: list[NewLocationRequest] | Unset = UNSET
        if _locations is not UNSET:
            locations = []
            for locations_item_data in _locations:
                locations_item = NewLocationRequest.from_dict(locations_item_data)

                locations.append(locations_item)

        patched_service_changes_request = cls(
            name=name,
            alternate_name=alternate_name,
            description=description,
            url=url,
            email=email,
            status=status,
            interpretation_services=interpretation_services,
            application_process=application_process,
            fees_description=fees_description,
            eligibility_description=eligibility_description,
            minimum_age=minimum_age,
            maximum_age=maximum_age,
            alert=alert,
            source=source,
            verified_on=verified_on,
            needs=needs,
            target_groups=target_groups,
            languages=languages,
            areas=areas,
            phones=phones,
            schedules=schedules,
            locations=locations,
        )

        patched_service_changes_request.additional_properties = d
        return patched_service_changes_request

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
