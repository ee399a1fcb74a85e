"""Shapes of questions and of numbers."""

from typing import Any

from rest_framework import serializers

from backend.common.api import StrictSerializer
from backend.common.languages import Language
from backend.insights.definitions import Statistic
from backend.insights.periods import Interval
from backend.insights.tables import Measure

FORMATS = ("csv", "xlsx")


class PeriodQuery(StrictSerializer):
    """Of which partner, over which days."""

    partner = serializers.SlugField(
        required=False, max_length=40, help_text="Slug; may be left out by who sees the numbers of one."
    )
    date_from = serializers.DateField(
        required=False, help_text="First day; without it the present year. The partner's own time zone."
    )
    date_to = serializers.DateField(required=False, help_text="Last day; without it the end of that year.")


class StatisticQuery(PeriodQuery):
    """The same, in which intervals and as what."""

    interval = serializers.ChoiceField(
        choices=Interval.choices,
        required=False,
        help_text="Columns of cases over time; without it, what fits the period.",
    )
    format = serializers.ChoiceField(
        choices=FORMATS,
        required=False,
        help_text="A file, as an Accept header would ask for it; it leaves an audit line.",
    )


class DonorReportQuery(PeriodQuery):
    """The same, in which language."""

    language = serializers.ChoiceField(
        choices=Language.choices, required=False, help_text="Without it, that of the answer."
    )


class StatisticDefinitionSerializer(serializers.Serializer[Any]):
    """A statistic that can be asked for, and what its numbers mean."""

    code = serializers.ChoiceField(choices=Statistic.choices)
    title = serializers.CharField()
    definition = serializers.CharField()


class StatisticCatalogueSerializer(serializers.Serializer[Any]):
    """All statistics, in the order of a report."""

    results = StatisticDefinitionSerializer(many=True)


class StatisticCellSerializer(serializers.Serializer[Any]):
    """A number. null: there is none, or it is hidden."""

    value = serializers.FloatField(allow_null=True)
    is_hidden = serializers.BooleanField()


class StatisticColumnSerializer(serializers.Serializer[Any]):
    """`code` of a stretch of time: `2026`, `2026-Q1` or `2026-03`; `all` for the whole period."""

    code = serializers.CharField()
    label: Any = serializers.CharField()
    measure = serializers.ChoiceField(choices=Measure.choices)


class StatisticLineSerializer(serializers.Serializer[Any]):
    """A row; its cells in the order of the columns."""

    code = serializers.CharField(help_text="A code of the API; empty where it is not known, and for the sum.")
    label: Any = serializers.CharField()
    depth = serializers.IntegerField(help_text="0 at the top; a row is part of the last one less deep.")
    cells = StatisticCellSerializer(many=True)


class StatisticTableSerializer(serializers.Serializer[Any]):
    """A statistic of one partner, with the words that belong to it in the caller's language."""

    code = serializers.ChoiceField(choices=Statistic.choices)
    title = serializers.CharField()
    notes = serializers.ListField(
        child=serializers.CharField(), help_text="The definition, and what is hidden."
    )
    partner = serializers.CharField(help_text="Slug.")
    date_from = serializers.DateField(source="period.first", allow_null=True, default=None)
    date_to = serializers.DateField(source="period.last", allow_null=True, default=None)
    heading = serializers.CharField(help_text="What the rows are.")
    columns = StatisticColumnSerializer(many=True)
    rows = StatisticLineSerializer(many=True)
    total = StatisticLineSerializer(allow_null=True)
    hides_small = serializers.BooleanField(help_text="Counts under 5 are hidden from who sees numbers only.")
