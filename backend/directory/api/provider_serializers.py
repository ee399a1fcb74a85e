"""Shapes of providers and services on the wire."""

from typing import Any, Final

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.common import clock
from backend.common.api import StrictSerializer
from backend.directory import lookups
from backend.directory.api.fields import WebsiteField
from backend.directory.models import (
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceProvider,
)
from backend.directory.services.opening import is_open
from backend.directory.services.providers import keeps

_CODES: Final = serializers.ListField(child=serializers.CharField())
FREQUENCIES: Final = [("WEEKLY", "WEEKLY"), ("MONTHLY", "MONTHLY")]
_TIME: Final = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)\Z"


class PhoneSerializer(serializers.ModelSerializer[Phone]):
    class Meta:
        model = Phone
        fields = ("number", "extension", "type", "description")
        read_only_fields = fields


class ScheduleSerializer(serializers.ModelSerializer[Schedule]):
    """Opening hours as HSDS has them: a recurrence after RFC 5545 with times of the place's clocks."""

    class Meta:
        model = Schedule
        fields = (
            *("valid_from", "valid_to", "dtstart", "until", "count", "freq", "interval", "byday"),
            *("bymonthday", "opens_at", "closes_at", "timezone", "description", "notes"),
        )
        read_only_fields = fields


class AreaSerializer(serializers.Serializer[ServiceArea]):
    """For whom, by where they live; `place` is null where it is none of the places listed here."""

    name = serializers.SerializerMethodField()
    place = serializers.SerializerMethodField()

    def get_name(self, area: ServiceArea) -> str:
        return lookups.places.with_id(area.place_id).name if area.place_id else area.name

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_place(self, area: ServiceArea) -> str | None:
        return lookups.places.with_id(area.place_id).code if area.place_id else None


class WhereSerializer(serializers.Serializer[ServiceAtLocation]):
    """Where a service is given. Of a hidden location there is nothing but the advice to ask the provider."""

    id = serializers.UUIDField(source="location_id")
    name = serializers.CharField(source="location.name")
    place = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField(help_text="In lines; empty where it is hidden or not known.")
    is_hidden = serializers.BooleanField(source="location.is_hidden")
    notice = serializers.SerializerMethodField(
        help_text="A sentence to show instead; null where there is none."
    )
    schedules = serializers.SerializerMethodField()

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_place(self, at: ServiceAtLocation) -> str | None:
        place = at.location.place_id
        return lookups.places.with_id(place).code if place else None

    @extend_schema_field(_CODES)
    def get_address(self, at: ServiceAtLocation) -> list[str]:
        return [
            ", ".join(filter(None, (one.address_1, one.address_2, f"{one.postal_code} {one.city}")))
            for one in at.location.addresses.all()
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_notice(self, at: ServiceAtLocation) -> str | None:
        if not at.location.is_hidden:
            return None
        return _("The address is not given, for the safety of the people there. Ask the provider.")

    @extend_schema_field(ScheduleSerializer(many=True))
    def get_schedules(self, at: ServiceAtLocation) -> Any:
        return ScheduleSerializer([*at.schedules.all(), *at.location.schedules.all()], many=True).data


class ProviderInServiceSerializer(serializers.Serializer[ServiceProvider]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    partner = serializers.SlugField(
        source="partner.slug",
        allow_null=True,
        default=None,
        help_text="Slug of the partner of the network that it is.",
    )


class ServiceSerializer(serializers.ModelSerializer[Service]):
    """What a provider does for people. `is_verified: false` has to be shown: nobody here has checked it."""

    provider = ProviderInServiceSerializer(read_only=True)
    needs = serializers.SerializerMethodField(help_text="Codes.")
    target_groups = serializers.SerializerMethodField(help_text="Codes.")
    languages = serializers.SerializerMethodField(help_text="ISO 639 codes.")
    areas = AreaSerializer(many=True, read_only=True)
    phones = serializers.SerializerMethodField(help_text="Its own; the provider's where it has none.")
    schedules = ScheduleSerializer(many=True, read_only=True)
    locations = WhereSerializer(source="at_locations", many=True, read_only=True)
    open_now = serializers.SerializerMethodField(help_text="null where no opening hours are known.")
    is_verified = serializers.BooleanField(read_only=True)

    class Meta:
        model = Service
        fields = (
            *("id", "provider", "name", "alternate_name", "description", "status", "needs", "target_groups"),
            *("languages", "areas", "phones", "email", "url", "schedules", "open_now", "locations"),
            *("eligibility_description", "minimum_age", "maximum_age", "application_process"),
            *("fees_description", "interpretation_services", "alert", "source", "verified_on"),
            *("is_verified", "version"),
        )
        read_only_fields = fields

    @extend_schema_field(_CODES)
    def get_needs(self, service: Service) -> list[str]:
        found = [lookups.needs.with_id(row.need_id) for row in service.need_rows.all()]
        return [need.code for need in sorted(found, key=lambda need: need.position)]

    @extend_schema_field(_CODES)
    def get_target_groups(self, service: Service) -> list[str]:
        found = [
            lookups.target_groups.with_id(row.target_group_id) for row in service.target_group_rows.all()
        ]
        return [group.code for group in sorted(found, key=lambda group: group.position)]

    @extend_schema_field(_CODES)
    def get_languages(self, service: Service) -> list[str]:
        there = [row for at in service.at_locations.all() for row in at.location.languages.all()]
        rows: list[ServiceLanguage] = [*service.languages.all(), *there]
        return sorted({row.code or row.name for row in rows} - {""})

    @extend_schema_field(PhoneSerializer(many=True))
    def get_phones(self, service: Service) -> Any:
        own = [*service.phones.all(), *(one for at in service.at_locations.all() for one in at.phones.all())]
        return PhoneSerializer(own or service.provider.phones.all(), many=True).data

    @extend_schema_field(serializers.BooleanField(allow_null=True))
    def get_open_now(self, service: Service) -> bool | None:
        at = list(service.at_locations.all())
        hours = [*service.schedules.all(), *(one for where in at for one in where.schedules.all())]
        hours += [one for where in at for one in where.location.schedules.all()]
        if not any(one.opens_at and one.closes_at for one in hours):
            return None
        places = [where.location.place_id for where in at] + [area.place_id for area in service.areas.all()]
        countries = [lookups.places.with_id(place).country for place in places if place]
        return is_open(hours, clock.now(), countries[0] if countries else None)


class ServiceProviderSerializer(serializers.ModelSerializer[ServiceProvider]):
    """An organisation that helps."""

    partner: Any = serializers.SlugRelatedField(slug_field="slug", read_only=True, allow_null=True)
    phones = PhoneSerializer(many=True, read_only=True)
    may_change = serializers.SerializerMethodField(help_text="Whether you may change the entry.")

    class Meta:
        model = ServiceProvider
        fields = (
            *("id", "name", "alternate_name", "description", "email", "website", "phones", "partner"),
            *("source", "verified_on", "may_change", "version"),
        )
        read_only_fields = fields

    def get_may_change(self, provider: ServiceProvider) -> bool:
        return keeps(provider, self.context["actor"])


# What is sent ---------------------------------------------------------------------------------------------


def _text(most: int = 300, **options: Any) -> Any:
    return serializers.CharField(max_length=most, **{"allow_blank": True, "required": False, **options})


class ProviderChangesSerializer(StrictSerializer):
    """What may change of a provider."""

    name = _text(allow_blank=False)
    alternate_name = _text()
    description = _text(4_000, allow_blank=False)
    email = serializers.EmailField(max_length=254, allow_blank=True, required=False)
    website = WebsiteField(allow_blank=True, required=False)
    partner = serializers.CharField(
        max_length=60, allow_null=True, required=False, help_text="Slug of the partner that it is."
    )
    source: Any = _text(500)
    verified_on = serializers.DateField(allow_null=True, required=False)


class NewProviderSerializer(ProviderChangesSerializer):
    """A provider; where the entry is known from has to be said."""

    name = _text(allow_blank=False, required=True)
    description = _text(4_000, allow_blank=False, required=True)
    source: Any = _text(500, allow_blank=False, required=True)


class NewPhoneSerializer(StrictSerializer):
    number = serializers.RegexField(r"^\+?[0-9][0-9 ()/.-]{2,28}\Z", max_length=30)
    description = _text(500, default="")


class NewScheduleSerializer(StrictSerializer):
    """Opening hours: `{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "16:00"}`."""

    freq = serializers.ChoiceField(choices=FREQUENCIES, default="WEEKLY")
    byday = serializers.CharField(max_length=60)
    opens_at = serializers.RegexField(_TIME, max_length=5)
    closes_at = serializers.RegexField(_TIME, max_length=5)
    valid_from = serializers.DateField(allow_null=True, default=None)
    valid_to = serializers.DateField(allow_null=True, default=None)
    dtstart = serializers.DateField(allow_null=True, default=None)
    interval = serializers.IntegerField(min_value=1, max_value=52, allow_null=True, default=None)
    description = _text(2_000, default="")


class NewLocationSerializer(StrictSerializer):
    """Where the service is given. A hidden location is `{"is_hidden": true}` and nothing else."""

    is_hidden = serializers.BooleanField(default=False)
    place: Any = serializers.CharField(max_length=60, allow_null=True, default=None)
    name = _text(default="")
    address_1 = _text(500, default="")
    city = _text(200, default="")
    postal_code = _text(40, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        needed = ("place", "address_1", "city", "postal_code")
        missing = [] if attrs["is_hidden"] else [name for name in needed if not attrs[name]]
        if missing:
            message = _("An open location has a place and an address.")
            raise serializers.ValidationError(dict.fromkeys(missing, message), code="required")
        return attrs


class ServiceChangesSerializer(StrictSerializer):
    """What may change of a service. A list that is sent replaces the one that was there."""

    name = _text(allow_blank=False)
    alternate_name = _text()
    description = _text(4_000)
    url = WebsiteField(allow_blank=True, required=False)
    email = serializers.EmailField(max_length=254, allow_blank=True, required=False)
    status = serializers.ChoiceField(choices=Service.Status.choices, required=False)
    interpretation_services = _text(2_000)
    application_process = _text(4_000)
    fees_description = _text(2_000)
    eligibility_description = _text(4_000)
    minimum_age = serializers.IntegerField(min_value=0, max_value=150, allow_null=True, required=False)
    maximum_age = serializers.IntegerField(min_value=0, max_value=150, allow_null=True, required=False)
    alert = _text(2_000)
    source: Any = _text(500)
    verified_on = serializers.DateField(allow_null=True, required=False)
    needs = serializers.ListField(child=serializers.CharField(max_length=60), max_length=30, required=False)
    target_groups = serializers.ListField(
        child=serializers.CharField(max_length=60), max_length=30, required=False
    )
    languages = serializers.ListField(
        child=serializers.RegexField(r"^[a-z]{2,3}\Z", max_length=3),
        max_length=30,
        required=False,
        help_text="ISO 639 codes, such as `sq`, `sr`, `ka`.",
    )
    areas = serializers.ListField(
        child=serializers.CharField(max_length=60),
        max_length=300,
        required=False,
        help_text="Codes of places; what lies in them is served too.",
    )
    phones = serializers.ListField(child=NewPhoneSerializer(), required=False, max_length=20)
    schedules = serializers.ListField(child=NewScheduleSerializer(), required=False, max_length=50)
    locations = serializers.ListField(child=NewLocationSerializer(), required=False, max_length=50)


class NewServiceSerializer(ServiceChangesSerializer):
    """A service of a provider."""

    name = _text(allow_blank=False, required=True)
    needs = serializers.ListField(child=serializers.CharField(max_length=60), min_length=1, max_length=30)
    source: Any = _text(500, allow_blank=False, required=True)
