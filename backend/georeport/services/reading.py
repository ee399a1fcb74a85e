"""What was published, as GeoReport shows it. What is not listed in `PublicRequest` reaches nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from backend.cases.models import PublicSummary
from backend.cases.stages import PUBLICLY_CLOSED
from backend.common import clock
from backend.common.languages import label_in
from backend.directory import lookups
from backend.georeport import errors
from backend.partners.models import Partner

LONGEST_SPAN: Final = timedelta(days=90)
MOST: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which requests are asked for. Ids override all the rest; codes and statuses: any of them, none: all."""

    ids: tuple[UUID, ...] | None = None
    service_codes: tuple[str, ...] = ()
    since: datetime
    until: datetime
    statuses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PublicRequest:
    """A published summary. Nothing of it is older than its publication: when somebody complained, changed
    a word or was answered could lead to a person."""

    id: UUID
    is_closed: bool
    service_code: str
    service_name: str
    description: str
    published_at: datetime
    updated_at: datetime
    place_code: str
    place_name: str


def requests_of(partner: Partner, wanted: Wanted) -> list[PublicRequest]:
    """What was published of a partner's cases, the latest first, at most a thousand."""
    return [_shown(one) for one in _found(partner, wanted)[:MOST]]


def request_with(partner: Partner, request_id: UUID) -> PublicRequest:
    """One of them. Raises RequestUnknown."""
    now = clock.now()
    found = requests_of(partner, Wanted(ids=(request_id,), since=now, until=now))
    if not found:
        raise errors.RequestUnknown()
    return found[0]


def _found(partner: Partner, wanted: Wanted) -> QuerySet[PublicSummary]:
    public = PublicSummary.objects.public_of(partner).select_related("case", "data_key__partner_key")
    ordered = public.order_by("-published_at", "pk")
    if wanted.ids is not None:
        return ordered.filter(pk__in=wanted.ids)
    found = ordered.filter(published_at__gte=wanted.since, published_at__lte=wanted.until)
    if wanted.service_codes:
        found = found.filter(case__category__code__in=wanted.service_codes)
    if wanted.statuses == {"closed"}:
        found = found.filter(case__state__in=PUBLICLY_CLOSED)
    elif wanted.statuses == {"open"}:
        found = found.exclude(case__state__in=PUBLICLY_CLOSED)
    return found


def _shown(summary: PublicSummary) -> PublicRequest:
    case, published = summary.case, summary.published_at
    assert published is not None and case.category_id is not None  # noqa: S101  # what is public has both
    category = lookups.categories.with_id(case.category_id)
    place = lookups.places.with_id(summary.place_id) if summary.place_id else None
    is_closed = case.state in PUBLICLY_CLOSED
    return PublicRequest(
        id=summary.pk,
        is_closed=is_closed,
        service_code=category.code,
        service_name=label_in(category.names),
        description=f"{summary.title}\n\n{summary.text}",
        published_at=published,
        updated_at=max(published, _day_of(case.resolved_at) if is_closed and case.resolved_at else published),
        place_code=place.code if place else "",
        place_name=label_in(place.names) if place else "",
    )


def _day_of(moment: datetime) -> datetime:
    """The day of it, not the minute."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
