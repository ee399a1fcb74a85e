"""Sums of cases that are kept, so that a report need not count: the database itself writes them (ADR 52)."""

from django.db import models

from backend.partners.models import Partner


class Facet(models.TextChoices):
    """By what cases are counted: a column of theirs."""

    STATE = "state"
    KIND = "kind"
    CATEGORY = "category"
    PLACE = "place"
    INSTITUTION = "institution"


class Tally(models.Model):
    """So many cases more, or fewer, that a partner received on a day of its own and that have this value now.

    The number is the sum of the rows: whoever changes a case adds rows, and nobody waits for anybody. Neither
    restricted cases nor those that were handed over are in it. Triggers of PostgreSQL write it, so that no
    way of writing a case forgets it; on SQLite it is empty, and cases are counted.
    """

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    facet = models.CharField(max_length=12, choices=Facet.choices)
    # Null where the case's column is: nobody has said it yet.
    value = models.CharField(max_length=20, null=True)  # noqa: DJ001
    count = models.IntegerField()

    class Meta:
        default_permissions = ()
        # A report is read from it alone, without the rows.
        indexes = (
            models.Index(fields=("partner", "facet", "day"), include=("value", "count"), name="tally_sums"),
        )

    def __str__(self) -> str:
        return f"tally {self.pk}"
