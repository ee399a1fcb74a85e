"""Places: country > region > municipality > administrative unit."""

from django.db import models

from backend.common.languages import label_in
from backend.directory.kinds import PlaceLevel
from backend.directory.models.fields import code_field, labels_field
from backend.directory.querysets import PlaceQuerySet
from backend.partners.models import Partner

Country = Partner.Country


class Place(models.Model):
    """A place. `path` lists the codes from the country down, each followed by a slash."""

    code = code_field()
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    level = models.CharField(max_length=20, choices=PlaceLevel.choices)
    country = models.CharField(max_length=2, choices=Country.choices)
    names = labels_field()
    path = models.CharField(max_length=500, unique=True)
    search_text = models.TextField(blank=True, editable=False)
    source = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("path",)
        indexes = [models.Index(fields=["country", "level"], name="place_country_level")]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        return label_in(self.names)
