"""Names, codes and subtrees of the directory, held in memory for the lists that show them on every row."""

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, Self, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid
from backend.common.kinds import SENSITIVE_KINDS
from backend.common.languages import label_in
from backend.directory.models import Category, CategoryNeed, Institution, Need, Place, TargetGroup
from backend.directory.models.fields import CODE

# How long another process may go on with what it knew. The directory changes a few times a month.
SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row elsewhere shows of a place, institution or category."""

    id: int
    code: str
    names: Mapping[str, str]
    country: str
    path: str

    @property
    def name(self) -> str:
        """In the language of the request."""
        return label_in(self.names)


@dataclass(frozen=True, slots=True)
class PlaceEntry(Entry):
    level: str


@dataclass(frozen=True, slots=True)
class InstitutionEntry(Entry):
    kind: str
    level: str
    place_id: int | None
    accepts_anonymous: bool | None
    languages: tuple[str, ...]
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class CategoryEntry(Entry):
    kinds: tuple[str, ...]
    is_active: bool
    position: int
    # As marked on the term itself; `sensitive_category_ids` knows what lies below such a one.
    is_sensitive: bool


@dataclass(frozen=True, slots=True)
class TermEntry(Entry):
    """A need or a target group."""

    is_active: bool
    position: int
    # The categories that suggest a need; empty for target groups.
    category_ids: tuple[int, ...]


E = TypeVar("E", bound=Entry)


class _Known(Generic[E]):
    """All entries of one table, read at once and replaced as a whole, so that threads never see a half."""

    def __init__(self, entries: list[E]) -> None:
        self.by_id: Mapping[int, E] = {entry.id: entry for entry in entries}
        self.by_code: Mapping[str, E] = {entry.code: entry for entry in entries}
        under: dict[str, list[int]] = {}
        for entry in entries:
            for ancestor in entry.path.strip("/").split("/"):
                under.setdefault(ancestor, []).append(entry.id)
        self.under: Mapping[str, tuple[int, ...]] = {code: tuple(ids) for code, ids in under.items()}


class Lookup(Generic[E]):
    """One table of the directory by id and by code."""

    def __init__(
        self, model: type[Model], read: Callable[[], list[E]], refusal: str, sentence: Promise
    ) -> None:
        self._model, self._read = model, read
        self._refusal, self._sentence = refusal, sentence
        self._key = f"directory.{model.__name__.lower()}"
        self._lock = threading.Lock()
        self._held: tuple[str, _Known[E]] | None = None

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        # REST framework copies a serializer's fields with what they were made of; there is one memory.
        return self

    def with_id(self, id: int) -> E:
        """The entry of a foreign key. Raises KeyError for an id that no row has."""
        known = self._known()
        if id not in known.by_id:
            known = self._read_again()
        return known.by_id[id]

    def known(self) -> Mapping[int, E]:
        """All entries by id: for a list, which asks once and not on every row whether they are current."""
        return self._known().by_id

    def with_code(self, code: str, *, field: str) -> E:
        """The entry that a request names. Raises Invalid on that field."""
        return self._entry(code, field)[1]

    def all(self) -> Iterable[E]:
        """Every entry."""
        return self._known().by_id.values()

    def ids_under(self, code: str, *, field: str) -> tuple[int, ...]:
        """The ids of an entry and of all below it. Raises Invalid on that field."""
        known, entry = self._entry(code, field)
        return known.under[entry.code]

    def forget(self) -> None:
        """Read again at the next question: now, and once more when the change is there for others to see."""
        cache.delete(self._key)
        transaction.on_commit(lambda: cache.delete(self._key))

    def _entry(self, code: str, field: str) -> tuple[_Known[E], E]:
        known = self._known()
        if code not in known.by_code and self._is_new(code):
            known = self._read_again()
        if code not in known.by_code:
            raise Invalid.field(field, self._refusal, self._sentence)
        return known, known.by_code[code]

    def _is_new(self, code: str) -> bool:
        """Whether it was added just now. One indexed look, not a whole reading, for a wrong code."""
        return bool(re.match(CODE, code)) and self._model._default_manager.filter(code=code).exists()

    def _read_again(self) -> _Known[E]:
        cache.delete(self._key)
        return self._known()

    def _known(self) -> _Known[E]:
        # The cache holds only a token with a lifetime; what is known stays a plain object of this process.
        held = self._held
        if held and held[0] == cache.get(self._key):
            return held[1]
        with self._lock:
            # The token comes before the reading: a change in between takes it away again.
            token = str(cache.get_or_set(self._key, lambda: str(uuid4()), SECONDS))
            held = self._held
            if held is None or held[0] != token:
                held = self._held = (token, _Known(self._read()))
            return held[1]


def _read_places() -> list[PlaceEntry]:
    rows = Place.objects.values_list("id", "code", "names", "country", "path", "level")
    return [PlaceEntry(*row) for row in rows]


def _read_institutions() -> list[InstitutionEntry]:
    return [
        InstitutionEntry(
            id=row.pk,
            code=row.code,
            names=row.names,
            country=row.country,
            path=row.code,
            kind=row.kind,
            level=row.level,
            place_id=row.place_id,
            accepts_anonymous=row.accepts_anonymous,
            languages=tuple(row.languages),
            valid_from=row.valid_from,
            valid_until=row.valid_until,
        )
        for row in Institution.objects.defer("search_text", "source")
    ]


def _read_categories() -> list[CategoryEntry]:
    columns = ("id", "code", "labels", "path", "kinds", "is_active", "position", "is_sensitive")
    return [
        CategoryEntry(id, code, labels, "", path, tuple(kinds), is_active, position, is_sensitive)
        for id, code, labels, path, kinds, is_active, position, is_sensitive in Category.objects.values_list(
            *columns
        )
    ]


def _read_terms(model: type[Need] | type[TargetGroup]) -> list[TermEntry]:
    suggested: dict[int, list[int]] = {}
    pairs = CategoryNeed.objects.values_list("need_id", "category_id") if model is Need else ()
    for need, category in pairs:
        suggested.setdefault(need, []).append(category)
    rows = model._default_manager.values_list("id", "code", "names", "is_active", "position")
    return [
        TermEntry(id, code, names, "", code, is_active, position, tuple(suggested.get(id, ())))
        for id, code, names, is_active, position in rows
    ]


places: Final = Lookup(Place, _read_places, "unknown_place", _("No place has this code."))
institutions: Final = Lookup(
    Institution, _read_institutions, "unknown_institution", _("No institution has this code.")
)
categories: Final = Lookup(Category, _read_categories, "unknown_category", _("No category has this code."))
needs: Final = Lookup(Need, lambda: _read_terms(Need), "unknown_need", _("No need has this code."))
target_groups: Final = Lookup(
    TargetGroup, lambda: _read_terms(TargetGroup), "unknown_target_group", _("No target group has this code.")
)


def forget() -> None:
    """Read everything again at the next question."""
    for lookup in (places, institutions, categories, needs, target_groups):
        lookup.forget()


def place_of(code: str, *, field: str = "place") -> PlaceEntry:
    """The place that a request names. Raises Invalid `unknown_place`."""
    return places.with_code(code, field=field)


def institution_of(code: str, *, field: str = "institution") -> InstitutionEntry:
    """The institution that a request names. Raises Invalid `unknown_institution`."""
    return institutions.with_code(code, field=field)


def category_of(code: str, *, field: str = "category") -> CategoryEntry:
    """The category that a request names. Raises Invalid `unknown_category`."""
    return categories.with_code(code, field=field)


def need_of(code: str, *, field: str = "need") -> TermEntry:
    """The need that a request names. Raises Invalid `unknown_need`."""
    return needs.with_code(code, field=field)


def target_group_of(code: str, *, field: str = "target_group") -> TermEntry:
    """The target group that a request names. Raises Invalid `unknown_target_group`."""
    return target_groups.with_code(code, field=field)


def needs_suggested_by(category_id: int) -> tuple[TermEntry, ...]:
    """What a case of this category, or of one above it, lets suppose; its own needs first."""
    path = set(categories.with_id(category_id).path.strip("/").split("/"))
    above = {entry.id for entry in categories.all() if entry.code in path}
    found = [need for need in needs.all() if need.is_active and above & set(need.category_ids)]
    return tuple(sorted(found, key=lambda need: (category_id not in need.category_ids, need.position)))


def place_ids_under(code: str, *, field: str = "place") -> tuple[int, ...]:
    """A place and all within it. Raises Invalid `unknown_place`."""
    return places.ids_under(code, field=field)


def category_ids_under(code: str, *, field: str = "category") -> tuple[int, ...]:
    """A category and all below it. Raises Invalid `unknown_category`."""
    return categories.ids_under(code, field=field)


def sensitive_category_ids() -> frozenset[int]:
    """The categories of which the public is told nothing: marked ones, all below them, and those that a case
    of corruption or of a court can have and no other."""
    marked = {entry.code for entry in categories.all() if entry.is_sensitive}
    return frozenset(
        entry.id
        for entry in categories.all()
        if not marked.isdisjoint(entry.path.strip("/").split("/")) or set(entry.kinds) <= SENSITIVE_KINDS
    )


def category_ids_for(kind: str) -> tuple[int, ...]:
    """The categories that are meant for a kind of case."""
    return tuple(entry.id for entry in categories.all() if kind in entry.kinds)
