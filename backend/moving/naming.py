"""How a row that another one points to is called in the archive, and found again at the new place.

Most have an id that is the same everywhere. What the whole network shares (categories, places, institutions)
goes by its code, because each installation numbered it on its own; so does a permission.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import AutoField, ForeignKey, Model

from backend.moving.belonging import Owned, Shared, belonging, leaving_models, own_models
from backend.moving.errors import ArchiveUnfit
from backend.moving.rows import natural_key, pointers
from backend.moving.rows import read as read_row


class Naming:
    """Names for what is packed."""

    def __init__(self) -> None:
        self._known: dict[tuple[type[Model], Any], Any] = {}
        self._numbered = numbered()

    def is_numbered(self, model: type[Model]) -> bool:
        """Whether rows of it are pointed to by a number that is only true here."""
        return model in self._numbered

    def name_of(self, model: type[Model], pk: Any) -> Any:
        """What stands in the archive for a pointer to this row."""
        if model is Permission or isinstance(belonging(model), Shared):
            if (model, pk) not in self._known:
                self._known[model, pk] = self._looked_up(model, pk)
            return self._known[model, pk]
        return pk if model in self._numbered else str(pk)

    def _looked_up(self, model: type[Model], pk: Any) -> Any:
        row = model._base_manager.get(pk=pk)
        return row.codename if isinstance(row, Permission) else self._key(row)

    def _key(self, row: Model) -> list[Any]:
        named = []
        for name in natural_key(type(row)):
            column = row._meta.get_field(name)
            value = getattr(row, column.attname)  # type: ignore[union-attr]
            named.append(
                self.name_of(column.related_model, value) if isinstance(column, ForeignKey) else value
            )
        return named

    def closure(self, pointed: Callable[[type[Model]], Any]) -> Iterator[tuple[type[Model], list[Model]]]:
        """The shared rows that are pointed to and those above them, each after those it points to itself."""
        written: list[Model] = []
        seen: set[tuple[type[Model], Any]] = set()
        for model in shared():
            for row in pointed(model).order_by("pk"):
                self._visit(row, seen, written)
        for model, rows in groupby(written, key=type):
            yield model, list(rows)

    def _visit(self, row: Model, seen: set[tuple[type[Model], Any]], written: list[Model]) -> None:
        if (type(row), row.pk) in seen:
            return
        seen.add((type(row), row.pk))
        for pointer in pointers(type(row)):
            target = getattr(row, pointer.name)
            if target is not None:
                self._visit(target, seen, written)
        written.append(row)


class Finding:
    """Rows at the new place, by the names of the archive."""

    def __init__(self) -> None:
        self._known: dict[tuple[type[Model], Any], Any] = {}
        self._numbered = numbered()

    def is_numbered(self, model: type[Model]) -> bool:
        """Whether rows of it got another number here."""
        return model in self._numbered

    def know(self, model: type[Model], name: Any, pk: Any) -> None:
        """From now on this name means that row."""
        self._known[model, _hashable(name)] = pk

    def found(self, model: type[Model], name: Any) -> Any:
        """The key of the row. Raises ArchiveUnfit for one that the archive did not bring."""
        known = self._known.get((model, _hashable(name)))
        if known is not None:
            return known
        if model is Permission:
            return self._permission(name)
        if model in self._numbered or isinstance(belonging(model), Shared):
            raise ArchiveUnfit(f"it points to a row of {model._meta.label} that it does not hold")
        return model._meta.pk.to_python(name)

    def _permission(self, name: Any) -> Any:
        pk = (
            Permission.objects.filter(codename=name, content_type__app_label="cases")
            .values_list("pk")
            .first()
        )
        if pk is None:
            raise ArchiveUnfit("it names a permission that there is not")
        self.know(Permission, name, pk[0])
        return pk[0]

    def shared(self, model: type[Model], values: dict[str, Any]) -> bool:
        """A row of the network: the one with its name here, or a new one. Says whether it is new."""
        row = read_row(model, values, self.found)
        columns = [row._meta.get_field(name) for name in natural_key(model)]
        asked = {column.attname: getattr(row, column.attname) for column in columns}  # type: ignore[union-attr]
        here = model._base_manager.filter(**asked).values_list("pk", flat=True).first()
        if here is None:
            row.save(force_insert=True)
        self.know(model, [values[name] for name in natural_key(model)], row.pk if here is None else here)
        return here is None


def shared() -> list[type[Model]]:
    """The tables of the network that are pointed to."""
    return [model for model in own_models() if isinstance(belonging(model), Shared)]


def numbered() -> set[type[Model]]:
    """Tables with running numbers to which rows point that go along."""
    return {
        pointer.related_model
        for model, _how in leaving_models()
        for pointer in pointers(model)
        if isinstance(belonging(pointer.related_model), Owned)
        and isinstance(pointer.related_model._meta.pk, AutoField)
    }


def _hashable(name: Any) -> Any:
    return tuple(_hashable(part) for part in name) if isinstance(name, list) else name
