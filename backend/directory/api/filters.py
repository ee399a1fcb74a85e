"""How lists of the directory are narrowed."""

from datetime import date
from typing import Any

from django_filters import rest_framework as filters

from backend.common.filters import StrictFilterSet, TruthFilter
from backend.common.kinds import CaseKind
from backend.directory import lookups
from backend.directory.kinds import InstitutionKind, InstitutionLevel, PlaceLevel
from backend.directory.models import CalendarOverride, Category, Country, DeadlineRule, Institution, Place

_SUBTREE = "Code of a place: it and everything within it."


class SearchFilter(filters.CharFilter):
    """Every word of a search, folded: the script and the marks of its letters do not matter."""

    def __init__(self) -> None:
        super().__init__(max_length=200, label="Beginnings of words, in any order and any script.")

    def filter(self, rows: Any, value: str) -> Any:
        return rows.matching(value) if value else rows


class PlaceFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Country.choices)
    level = filters.ChoiceFilter(choices=PlaceLevel.choices)
    parent = filters.CharFilter(method="directly_below", max_length=60, label="Code: directly below it.")
    under = filters.CharFilter(method="within", max_length=60, label=_SUBTREE)
    search = SearchFilter()

    class Meta:
        model = Place
        fields: tuple[str, ...] = ()

    def directly_below(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(parent_id=lookups.place_of(value, field=name).id)

    def within(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(pk__in=lookups.place_ids_under(value, field=name))


class InstitutionFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Country.choices)
    level = filters.ChoiceFilter(choices=InstitutionLevel.choices)
    kind = filters.ChoiceFilter(choices=InstitutionKind.choices)
    parent = filters.CharFilter(method="directly_below", max_length=60, label="Code: directly below it.")
    place = filters.CharFilter(method="seated", max_length=60, label=f"Sits there. {_SUBTREE}")
    area = filters.CharFilter(method="working_within", max_length=60, label=f"Works there. {_SUBTREE}")
    competent_for = filters.CharFilter(
        method="competent",
        max_length=60,
        label="Code of a place: works for it, or for what it lies in.",
    )
    accepts_anonymous = filters.ChoiceFilter(
        method="anonymous", choices=[(word, word) for word in ("true", "false", "unknown")]
    )
    valid_on = filters.DateFilter(method="existing", label="Exists on that day.")
    search = SearchFilter()

    class Meta:
        model = Institution
        fields: tuple[str, ...] = ()

    def directly_below(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(parent_id=lookups.institution_of(value, field=name).id)

    def seated(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(place_id__in=lookups.place_ids_under(value, field=name))

    def working_within(self, rows: Any, name: str, value: str) -> Any:
        return _with_areas(rows, lookups.place_ids_under(value, field=name))

    def competent(self, rows: Any, name: str, value: str) -> Any:
        path = lookups.place_of(value, field=name).path.strip("/").split("/")
        return _with_areas(rows, [lookups.place_of(code, field=name).id for code in path])

    def anonymous(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(accepts_anonymous={"true": True, "false": False, "unknown": None}[value])

    def existing(self, rows: Any, name: str, value: date) -> Any:
        return rows.valid_on(value)


def _with_areas(rows: Any, place_ids: Any) -> Any:
    """By a subquery: a join would show an institution once for each of its areas."""
    through = Institution.areas.through.objects.filter(place_id__in=place_ids)
    return rows.filter(pk__in=through.values("institution_id"))


class CategoryFilter(StrictFilterSet):
    kind = filters.ChoiceFilter(method="for_kind", choices=CaseKind.choices, label="Meant for such cases.")
    parent = filters.CharFilter(method="directly_below", max_length=60, label="Code: directly below it.")
    under = filters.CharFilter(method="within", max_length=60, label="Code: it and everything below it.")
    is_active = TruthFilter()
    search = SearchFilter()

    class Meta:
        model = Category
        fields: tuple[str, ...] = ()

    def for_kind(self, rows: Any, name: str, value: str) -> Any:
        # SQLite cannot look into a JSON list; the whole tree is in memory anyway.
        return rows.filter(pk__in=lookups.category_ids_for(value))

    def directly_below(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(parent_id=lookups.category_of(value, field=name).id)

    def within(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(pk__in=lookups.category_ids_under(value, field=name))


class CalendarOverrideFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Country.choices)
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte", label="On that day or later.")
    date_to = filters.DateFilter(field_name="date", lookup_expr="lte", label="On that day or earlier.")

    class Meta:
        model = CalendarOverride
        fields: tuple[str, ...] = ()


class DeadlineRuleFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Country.choices)
    trigger = filters.CharFilter(max_length=40, label="What starts the term, such as request_received.")
    valid_on = filters.DateFilter(method="in_force", label="In force on that day, as far as known.")

    class Meta:
        model = DeadlineRule
        fields: tuple[str, ...] = ()

    def in_force(self, rows: Any, name: str, value: date) -> Any:
        return rows.valid_on(value)
