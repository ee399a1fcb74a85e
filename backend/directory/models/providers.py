"""Who helps whom and where: providers, services and locations, in the terms of Open Referral HSDS 3.2."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from backend.directory.models.needs import Need, TargetGroup
from backend.directory.models.places import Place
from backend.directory.querysets import ServiceProviderQuerySet, ServiceQuerySet
from backend.partners.models import Partner


class Exchanged(models.Model):
    """A row that is exchanged as HSDS: its id there is its key here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # What HSDS says of the row and nothing here needs: kept as it came, so that an export gives it back.
    more = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class ServiceProvider(Exchanged):
    """An organisation that helps (HSDS: organization)."""

    name = models.CharField(max_length=300)
    alternate_name = models.CharField(max_length=300, blank=True)
    description = models.TextField(max_length=4_000, blank=True)
    email = models.CharField(max_length=300, blank=True)
    website = models.CharField(max_length=500, blank=True)
    # The partner of the network that this is, if it is one: its people may keep the entry.
    partner = models.OneToOneField(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="service_provider"
    )
    source = models.CharField(max_length=500, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = ServiceProviderQuerySet.as_manager()

    class Meta(Exchanged.Meta):
        indexes = [models.Index(fields=["name", "id"], name="provider_by_name")]


class Service(Exchanged):
    """What a provider does for people (HSDS: service)."""

    class Status(models.TextChoices):
        """The words of HSDS."""

        ACTIVE = "active"
        INACTIVE = "inactive"
        DEFUNCT = "defunct"
        TEMPORARILY_CLOSED = "temporarily closed"

    provider = models.ForeignKey(ServiceProvider, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=300)
    alternate_name = models.CharField(max_length=300, blank=True)
    description = models.TextField(max_length=4_000, blank=True)
    url = models.CharField(max_length=500, blank=True)
    email = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    interpretation_services = models.TextField(max_length=2_000, blank=True)
    application_process = models.TextField(max_length=4_000, blank=True)
    fees_description = models.TextField(max_length=2_000, blank=True)
    eligibility_description = models.TextField(max_length=4_000, blank=True)
    minimum_age = models.FloatField(null=True, blank=True)
    maximum_age = models.FloatField(null=True, blank=True)
    alert = models.TextField(max_length=2_000, blank=True)
    source = models.CharField(max_length=500, blank=True)
    # HSDS: assured_date.
    verified_on = models.DateField(null=True, blank=True)
    needs = models.ManyToManyField(Need, through="ServiceNeed", related_name="services")
    target_groups = models.ManyToManyField(TargetGroup, through="ServiceTargetGroup", related_name="services")
    search_text = models.TextField(blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = ServiceQuerySet.as_manager()

    class Meta(Exchanged.Meta):
        indexes = [models.Index(fields=["name", "id"], name="service_by_name")]

    @property
    def is_verified(self) -> bool:
        return self.verified_on is not None


class ServiceLocation(Exchanged):
    """Where a service is given (HSDS: location). Of a hidden one nothing is stored that leads to it."""

    class Kind(models.TextChoices):
        """The words of HSDS."""

        PHYSICAL = "physical"
        POSTAL = "postal"
        VIRTUAL = "virtual"

    provider = models.ForeignKey(
        ServiceProvider, null=True, blank=True, on_delete=models.PROTECT, related_name="locations"
    )
    location_type = models.CharField(max_length=10, choices=Kind.choices)
    url = models.CharField(max_length=500, blank=True)
    name = models.CharField(max_length=300, blank=True)
    alternate_name = models.CharField(max_length=300, blank=True)
    description = models.TextField(max_length=4_000, blank=True)
    transportation = models.TextField(max_length=2_000, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_hidden = models.BooleanField(default=False)

    # What a hidden location must not tell.
    TELLING = (
        *("url", "name", "alternate_name", "description", "transportation"),
        *("latitude", "longitude", "place", "more"),
    )

    class Meta(Exchanged.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(is_hidden=False)
                | Q(
                    **dict.fromkeys(("url", "name", "alternate_name", "description", "transportation"), ""),
                    **dict.fromkeys(("latitude__isnull", "longitude__isnull", "place__isnull"), True),
                ),
                name="a_hidden_location_tells_nothing",
            )
        ]

    def hide(self) -> bool:
        """Forget what leads there; whether there was anything to forget."""
        empty: dict[str, Any] = dict.fromkeys(self.TELLING[:5], "")
        empty |= {"latitude": None, "longitude": None, "place": None, "more": {}}
        told = [name for name, nothing in empty.items() if getattr(self, name) != nothing]
        for name in told:
            setattr(self, name, empty[name])
        was_open, self.is_hidden = not self.is_hidden, True
        return bool(told) or was_open


class Address(Exchanged):
    """A postal address of a location (HSDS: address). A hidden location has none."""

    location = models.ForeignKey(
        ServiceLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="addresses"
    )
    attention = models.CharField(max_length=300, blank=True)
    address_1 = models.CharField(max_length=500)
    address_2 = models.CharField(max_length=500, blank=True)
    city = models.CharField(max_length=200)
    region = models.CharField(max_length=200, blank=True)
    state_province = models.CharField(max_length=200)
    postal_code = models.CharField(max_length=40)
    country = models.CharField(max_length=60)
    address_type = models.CharField(max_length=10, choices=ServiceLocation.Kind.choices)

    class Meta(Exchanged.Meta):
        pass


class ServiceAtLocation(Exchanged):
    """A service at one of its locations (HSDS: service_at_location)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="at_locations")
    location = models.ForeignKey(ServiceLocation, on_delete=models.CASCADE, related_name="at_locations")
    description = models.TextField(max_length=4_000, blank=True)

    class Meta(Exchanged.Meta):
        pass


class ServiceNeed(Exchanged):
    """A need that a service answers (HSDS: attribute with a term of our taxonomy of needs)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="need_rows")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")

    class Meta(Exchanged.Meta):
        constraints = [
            models.UniqueConstraint(fields=("service", "need"), name="a_service_answers_a_need_once")
        ]


class ServiceTargetGroup(Exchanged):
    """A group that a service is for (HSDS: attribute with a term of our taxonomy of target groups)."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="target_group_rows")
    target_group = models.ForeignKey(TargetGroup, on_delete=models.PROTECT, related_name="+")

    class Meta(Exchanged.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=("service", "target_group"), name="a_service_is_for_a_target_group_once"
            )
        ]
