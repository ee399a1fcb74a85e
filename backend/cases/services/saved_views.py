"""Views of the list of cases that people keep: their own, and those they share with their partner."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from backend.audit.services import record
from backend.cases import errors
from backend.cases.columns import Column
from backend.cases.models import SavedView, Severity, Tag
from backend.cases.page import NOBODY
from backend.cases.stages import Stage, State
from backend.common.errors import NotAllowed, NotFound, require_version
from backend.common.folding import fold
from backend.common.kinds import CaseKind
from backend.directory import lookups
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner, User

MOST: Final = 100


class ViewChanges(TypedDict, total=False):
    """What may change."""

    name: str
    partner: Partner | None
    filters: Mapping[str, Any]
    columns: list[str]
    ordering: str
    board: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A value that a view narrows to, or a column that it shows, and that is there no more."""

    filter: str
    value: str


def views_of(actor: Actor) -> QuerySet[SavedView]:
    """A person's own views, and those that are shared in a partner where the person sees cases."""
    if actor.kind is not ActorKind.STAFF or not actor.partners_with("view_cases"):
        return SavedView.objects.none()
    own = Q(author=actor.id, partner=None)
    shared = Q(partner__in=actor.partners_with("view_cases"))
    return SavedView.objects.filter(own | shared).select_related("author", "partner")


@transaction.atomic
def save_view(
    *,
    name: str,
    partner: Partner | None,
    filters: Mapping[str, Any],
    columns: list[str],
    ordering: str,
    board: bool,
    actor: Actor,
) -> SavedView:
    """Keep a way to look at the list, for oneself or for one's partner. Raises NotAllowed, TooManyViews."""
    if actor.user is None or actor.kind is not ActorKind.STAFF or not actor.partners_with("view_cases"):
        raise NotAllowed()
    _require_sharing(partner, actor)
    if SavedView.objects.filter(author=actor.user).count() >= MOST:
        raise errors.TooManyViews(most=MOST)
    view = SavedView(author=actor.user, partner=partner, name=name, filters=dict(filters))
    view.columns, view.ordering, view.board = columns, ordering, board
    view.save(force_insert=True)
    _told(view, actor, "view.saved")
    return view


@transaction.atomic
def change_view(view_id: UUID, *, changes: ViewChanges, expected: int | None, actor: Actor) -> SavedView:
    """Change a view: one's own, or as keeper of the partner a shared one. Raises NotFound, Stale."""
    view = _changeable(view_id, expected, actor)
    if "partner" in changes and changes["partner"] != view.partner:
        _require_author(view, actor)
        _require_sharing(changes["partner"], actor)
    for name, value in changes.items():
        setattr(view, name, value)
    view.version += 1
    view.save()
    _told(view, actor, "view.changed", fields=sorted(changes))
    return view


@transaction.atomic
def delete_view(view_id: UUID, *, expected: int | None, actor: Actor) -> None:
    """Delete a view: one's own, or as keeper of the partner a shared one. Raises NotFound, Stale."""
    view = _changeable(view_id, expected, actor)
    _told(view, actor, "view.deleted")
    view.delete()


def may_change(view: SavedView, actor: Actor) -> bool:
    """Its author; of a shared one, also who keeps the partner."""
    keeps = view.partner_id is not None and actor.may("manage_partner", view.partner_id)
    return view.author_id == actor.id or keeps


def gone_from(views: Iterable[SavedView], actor: Actor) -> dict[UUID, list[Gone]]:
    """What each view names and is there no more. At most three queries for all of them."""
    listed = list(views)
    there = _There(listed, actor)
    return {view.pk: [*there.gone_filters(view), *_gone_columns(view)] for view in listed}


def _gone_columns(view: SavedView) -> Iterator[Gone]:
    yield from (Gone("columns", name) for name in view.columns if name not in Column.values)


_CHOICES: Final[Mapping[str, frozenset[str]]] = {
    "state": frozenset(State.values),
    "stage": frozenset(Stage.values),
    "kind": frozenset(CaseKind.values),
    "severity": frozenset(map(str, Severity.values)),
}
_DIRECTORY: Final[Mapping[str, lookups.Lookup[Any]]] = {
    "category": lookups.categories,
    "institution": lookups.institutions,
    "place": lookups.places,
}


class _There:
    """What the filters of some views name and is still there."""

    def __init__(self, views: Iterable[SavedView], actor: Actor) -> None:
        named: dict[str, set[str]] = {"assignee": set(), "owner": set(), "tag": set()}
        for view in views:
            for name in named.keys() & view.filters.keys():
                named[name].add(view.filters[name])
        self._known: dict[str, Callable[[str], bool]] = {
            **{name: choices.__contains__ for name, choices in _CHOICES.items()},
            **{name: _codes(lookup).__contains__ for name, lookup in _DIRECTORY.items()},
            "assignee": _people(named["assignee"]).__contains__,
            "owner": _partners(named["owner"]).__contains__,
            "tag": _tags(named["tag"], actor).__contains__,
        }

    def gone_filters(self, view: SavedView) -> Iterator[Gone]:
        for name, held in view.filters.items():
            is_there = self._known.get(name)
            values = held if isinstance(held, list) else [held]
            yield from (Gone(name, str(one)) for one in values if is_there and not is_there(str(one)))


def _codes(lookup: lookups.Lookup[Any]) -> frozenset[str]:
    return frozenset(entry.code for entry in lookup.all())


def _people(named: set[str]) -> set[str]:
    ids = named - {NOBODY, "me"}
    found = User.objects.filter(pk__in=ids, is_active=True).values_list("pk", flat=True) if ids else ()
    return {NOBODY, "me", *map(str, found)}


def _partners(named: set[str]) -> set[str]:
    return set(Partner.objects.filter(slug__in=named).values_list("slug", flat=True)) if named else set()


def _tags(named: set[str], actor: Actor) -> set[str]:
    by_folded = {fold(name): name for name in named}
    own = Tag.objects.filter(partner__in=actor.partners_with("read_complaints"), folded__in=by_folded)
    return {by_folded[folded] for folded in own.values_list("folded", flat=True)} if named else set()


def _changeable(view_id: UUID, expected: int | None, actor: Actor) -> SavedView:
    view = views_of(actor).select_for_update(of=("self",)).filter(pk=view_id).first()
    if view is None:
        raise NotFound()
    if not may_change(view, actor):
        raise NotAllowed()
    require_version(view.version, expected)
    return view


def _require_author(view: SavedView, actor: Actor) -> None:
    if view.author_id != actor.id:
        raise NotAllowed()


def _require_sharing(partner: Partner | None, actor: Actor) -> None:
    if partner is not None and not actor.may("read_complaints", partner.pk):
        raise NotAllowed()


def _told(view: SavedView, actor: Actor, action: str, **facts: Any) -> None:
    record(actor, action, view, chain=view.partner_id, shared=view.partner_id is not None, **facts)
