"""When, where, in which language and by which number a service is reached, in the terms of HSDS 3.2."""

from typing import Any

from django.db import models

from backend.directory.models.places import Place
from backend.directory.models.providers import (
    Exchanged,
    Service,
    ServiceAtLocation,
    ServiceLocation,
    ServiceProvider,
)


def _of(model: "type[models.Model] | str", name: str) -> Any:
    """What the row hangs under; HSDS lets one row hang under several things."""
    return models.ForeignKey(model, null=True, blank=True, on_delete=models.CASCADE, related_name=name)


class Schedule(Exchanged):
    """Opening hours as a recurrence (HSDS: schedule, after RFC 5545). Times stand as they were given."""

    service = _of(Service, "schedules")
    location = _of(ServiceLocation, "schedules")
    at_location = _of(ServiceAtLocation, "schedules")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    dtstart = models.DateField(null=True, blank=True)
    timezone = models.FloatField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    count = models.FloatField(null=True, blank=True)
    wkst = models.CharField(max_length=2, blank=True)
    freq = models.CharField(max_length=10, blank=True)
    interval = models.FloatField(null=True, blank=True)
    byday = models.CharField(max_length=100, blank=True)
    byweekno = models.CharField(max_length=200, blank=True)
    bymonthday = models.CharField(max_length=200, blank=True)
    byyearday = models.CharField(max_length=200, blank=True)
    description = models.TextField(max_length=2_000, blank=True)
    opens_at = models.CharField(max_length=20, blank=True)
    closes_at = models.CharField(max_length=20, blank=True)
    notes = models.TextField(max_length=2_000, blank=True)

    class Meta(Exchanged.Meta):
        pass


class ServiceArea(Exchanged):
    """For whom, by where they live (HSDS: service_area). `place`: where it is one of ours."""

    service = _of(Service, "areas")
    at_location = _of(ServiceAtLocation, "areas")
    name = models.CharField(max_length=500, blank=True)
    description = models.TextField(max_length=2_000, blank=True)
    uri = models.CharField(max_length=500, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Exchanged.Meta):
        pass


class Contact(Exchanged):
    """A person or desk to turn to (HSDS: contact)."""

    provider = _of(ServiceProvider, "contacts")
    service = _of(Service, "contacts")
    at_location = _of(ServiceAtLocation, "contacts")
    location = _of(ServiceLocation, "contacts")
    name = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=300, blank=True)
    department = models.CharField(max_length=300, blank=True)
    email = models.CharField(max_length=300, blank=True)

    class Meta(Exchanged.Meta):
        pass


class Phone(Exchanged):
    """A telephone number (HSDS: phone)."""

    location = _of(ServiceLocation, "phones")
    service = _of(Service, "phones")
    provider = _of(ServiceProvider, "phones")
    contact = _of(Contact, "phones")
    at_location = _of(ServiceAtLocation, "phones")
    number = models.CharField(max_length=60)
    extension = models.FloatField(null=True, blank=True)
    type = models.CharField(max_length=40, blank=True)
    description = models.TextField(max_length=2_000, blank=True)

    class Meta(Exchanged.Meta):
        pass


class ServiceLanguage(Exchanged):
    """A language that is spoken there (HSDS: language)."""

    service = _of(Service, "languages")
    location = _of(ServiceLocation, "languages")
    phone = _of(Phone, "languages")
    name = models.CharField(max_length=100, blank=True)
    code = models.CharField(max_length=20, blank=True)
    note = models.TextField(max_length=2_000, blank=True)

    class Meta(Exchanged.Meta):
        pass


class KeptRow(models.Model):
    """A row of an HSDS table that nothing here reads: kept whole, so that an export gives it back."""

    table = models.CharField(max_length=40)
    hsds_id = models.UUIDField()
    values = models.JSONField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("table", "hsds_id"), name="a_kept_row_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.hsds_id}"
