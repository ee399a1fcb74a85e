"""Changes the stored rows of one table to what its file says, and no more than differs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from backend.directory.models import Institution, Place
from backend.directory.services.loading.tables import Key, Table, Wanted

# The rows that codes stand for: model and code to primary key.
Ids = dict[type[Model], dict[str, int]]


class Applied:
    """What became of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.counts: Counter[str] = Counter(new=0, changed=0, unchanged=0)
        # Rows that an administrator changed here and that the file would have otherwise; rows no file names.
        self.kept: list[str] = []
        self.vanished: list[str] = []

    def count(self, fate: str, key: Key, differing: Iterable[str]) -> None:
        """Note what became of one row."""
        if fate == "kept":
            self.kept.append(f"{_named(key)} ({', '.join(sorted(differing))})")
        else:
            self.counts[fate] += 1


class _Writes:
    """Changes gathered and written at once: row by row, a first loading took many seconds."""

    def __init__(self, model: type[Model]) -> None:
        self.model, self.rows = model, list[Any]()
        self.fields: set[str] = set()
        self.areas: dict[int, set[int]] = {}

    def add(self, row: Any, values: Mapping[str, Any]) -> None:
        """Note what a row becomes."""
        for name, value in values.items():
            if name == "areas":
                self.areas[row.pk] = value
            else:
                setattr(row, name, value)
                self.fields.add(name)
        self.rows.append(row)

    def carry_out(self) -> None:
        if self.fields:
            self.model._default_manager.bulk_update(self.rows, sorted(self.fields), batch_size=200)
        through = Institution.areas.through.objects
        through.filter(institution_id__in=self.areas).delete()
        through.bulk_create(
            Institution.areas.through(institution_id=institution, place_id=place)
            for institution, places in self.areas.items()
            for place in sorted(places)
        )


def apply(table: Table, wanted: list[Wanted], ids: Ids) -> Applied:
    """Make the stored rows of a table as its file wants them. Edited rows and vanished ones stay."""
    stored = _stored(table)
    fresh = {row.key for row in wanted} - stored.keys()
    _create(table, [row for row in wanted if row.key in fresh], stored, ids)
    ids[table.model] = {row.code: row.pk for row in stored.values() if hasattr(row, "code")}
    areas = _stored_areas() if table.model is Institution else {}
    applied, writes = Applied(table.file), _Writes(table.model)
    for want in wanted:
        row = stored[want.key]
        differing = _differing(table, want, row, ids)
        if want.areas is not None and areas.get(row.pk, set()) != (there := _pks(want.areas, ids)):
            differing["areas"] = there
        applied.count(_change(row, differing, writes, is_new=want.key in fresh), want.key, differing)
    writes.carry_out()
    named = {row.key for row in wanted}
    gone = ((key, row) for key, row in stored.items() if key not in named)
    applied.vanished = [_named(key) for key, row in gone if not _is_edited(row)]
    return applied


def _stored(table: Table) -> dict[Key, Any]:
    """The rows by key. Of a channel's history only the running row counts, or else the last ended one."""
    rows = table.model._default_manager.select_for_update(of=("self",)).order_by("pk")
    keys = rows.values_list("pk", *table.key)
    by_pk = {row.pk: row for row in rows.select_related(None)}
    order = sorted(keys, key=lambda found: str(getattr(by_pk[found[0]], "valid_until", None) or "9999"))
    return {tuple(found[1:]): by_pk[found[0]] for found in order}


def _create(table: Table, fresh: list[Wanted], stored: dict[Key, Any], ids: Ids) -> None:
    """Insert new rows, so that references in any order find them; references to the same table come later."""
    has_path = any(column.name == "path" for column in table.model._meta.fields)
    made = []
    for wanted in fresh:
        values = dict(wanted.values)
        if has_path:
            values["path"] = f"{values['code']}/"
        for name, target in table.references.items():
            if target is not table.model:
                values[f"{name}_id"] = ids[target].get(wanted.references[name])
        stored[wanted.key] = table.model(**values)
        made.append(stored[wanted.key])
    table.model._default_manager.bulk_create(made)


def _change(row: Any, differing: Mapping[str, Any], writes: _Writes, *, is_new: bool) -> str:
    """Gather what one row needs to become what the file says; what became of it."""
    if not differing:
        return "new" if is_new else "unchanged"
    if _is_edited(row):
        return "kept"
    counts_versions = hasattr(row, "version") and not is_new
    writes.add(row, {**differing, "version": row.version + 1} if counts_versions else differing)
    return "new" if is_new else "changed"


def _is_edited(row: Any) -> bool:
    """Whether an administrator changed the row here, so that a file must not undo it."""
    return getattr(row, "edited_at", None) is not None


def _differing(table: Table, want: Wanted, row: Any, ids: Ids) -> dict[str, Any]:
    desired = dict(want.values)
    for name, target in table.references.items():
        desired[f"{name}_id"] = ids[target].get(want.references[name])
    return {name: value for name, value in desired.items() if getattr(row, name) != value}


def _pks(codes: Iterable[str], ids: Ids) -> set[int]:
    return {ids[Place][code] for code in codes}


def _stored_areas() -> dict[int, set[int]]:
    areas: dict[int, set[int]] = {}
    for institution, place in Institution.areas.through.objects.values_list("institution_id", "place_id"):
        areas.setdefault(institution, set()).add(place)
    return areas


def _named(key: Key) -> str:
    return " ".join(str(part) for part in key)
