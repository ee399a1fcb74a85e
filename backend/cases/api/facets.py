"""Counts for the filters of a list: each value with its name, the most frequent first."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.narrowing import filters_in, filters_of_facets
from backend.cases.api.serializers import FacetsSerializer
from backend.cases.models import Case, Severity
from backend.cases.page import FACETS, NOBODY, Facet, facets_of_cases
from backend.cases.stages import STAGE_OF, Stage, State
from backend.common.api import validated_query
from backend.common.kinds import CaseKind
from backend.common.problems import problems
from backend.common.replica import from_replica
from backend.directory import lookups
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner, User

MOST_VALUES: Final = 50
# (value as the filter takes it, name in the reader's language, how many).
_Value = tuple[str, str, int]
_Counts = Mapping[str | None, int]


class FacetViewSet(ApiViewSet):
    """What could be chosen to narrow a list of cases."""

    queryset, serializer_class, pagination_class = Case.objects.none(), FacetsSerializer, None
    filter_backends, narrowed = (), frozenset({"retrieve"})

    @extend_schema(
        operation_id="cases_facets",
        parameters=[asked.CaseFacetQuery],
        responses={200: FacetsSerializer, **problems(400, 401, 406)},
    )
    @from_replica
    def retrieve(self, request: Request) -> Response:
        """How many cases each value of a filter would find, under all the other filters."""
        query = validated_query(asked.CaseFacetQuery, request)
        names = [name for name in FACETS if name in query.get("facet", FACETS)]
        under = filters_of_facets(names, query, filters_in(query, self.actor))
        found = facets_of_cases(self.actor, under, search=query.get("search"))
        return Response({"facets": [_shown(name, found[name]) for name in names]})


def _shown(name: str, facet: Facet) -> dict[str, Any]:
    values = sorted(_NAMED[name](facet.counts), key=lambda one: (-one[2], one[1]))
    shown = []
    for value, label, count in values[:MOST_VALUES]:
        told, capped = facet.told(count)
        shown.append({"value": value, "label": label, "count": told, "capped": capped})
    return {"facet": name, "values": shown, "more": len(values) > MOST_VALUES}


def _of_choices(choices: Any) -> Callable[[_Counts], Iterator[_Value]]:
    def named(counts: _Counts) -> Iterator[_Value]:
        for value, label in choices.choices:
            if count := counts.get(str(value), 0):
                yield str(value), str(label), count

    return named


def _stages(counts: _Counts) -> Iterator[_Value]:
    for stage in Stage:
        if count := sum(counts.get(str(state), 0) for state, of in STAGE_OF.items() if of is stage):
            yield str(stage), str(stage.label), count


def _entries(lookup: lookups.Lookup[Any]) -> Callable[[_Counts], Iterator[_Value]]:
    """Each entry with all that lies below it."""

    def named(counts: _Counts) -> Iterator[_Value]:
        known, by_code = lookup.known(), {entry.code: entry for entry in lookup.all()}
        sums: dict[str, int] = defaultdict(int)
        for id, count in counts.items():
            if id is not None and (entry := known.get(int(id))) is not None:
                for code in entry.path.strip("/").split("/"):
                    sums[code] += count
        yield from ((code, by_code[code].name, count) for code, count in sums.items())

    return named


def _owners(counts: _Counts) -> Iterator[_Value]:
    found = Partner.objects.filter(pk__in=[UUID(id) for id in counts if id])
    for key, slug, name in found.values_list("pk", "slug", "name"):
        yield slug, name, _by_id(counts)[key]


def _people(counts: _Counts) -> Iterator[_Value]:
    by_id = _by_id(counts)
    for key, name in User.objects.filter(pk__in=by_id).values_list("pk", "name"):
        yield str(key), name, by_id[key]
    if nobodys := counts.get(None):
        yield NOBODY, _("Nobody"), nobodys


def _by_id(counts: _Counts) -> dict[UUID, int]:
    return {UUID(id): count for id, count in counts.items() if id}


def _overdue(counts: _Counts) -> Iterator[_Value]:
    if count := counts.get("true"):
        yield "true", _("Overdue"), count


def _tags(counts: _Counts) -> Iterator[_Value]:
    yield from ((folded, folded, count) for folded, count in counts.items() if folded)


_NAMED: Final[dict[str, Callable[[_Counts], Iterator[_Value]]]] = {
    "state": _of_choices(State),
    "stage": _stages,
    "kind": _of_choices(CaseKind),
    "severity": _of_choices(Severity),
    "category": _entries(lookups.categories),
    "institution": _entries(lookups.institutions),
    "place": _entries(lookups.places),
    "owner": _owners,
    "assignee": _people,
    "overdue": _overdue,
    "tag": _tags,
}
