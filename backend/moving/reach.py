"""Which rows go along: those of the partner, and those of others that these point to."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When

from backend.files.models import StoredFile
from backend.keyring.models import DataKey
from backend.moving.belonging import Owned, belonging, leaving_models
from backend.moving.rows import keys_of, pointers
from backend.partners.models import Membership, Partner, User

BATCH: Final = 500
# How the answer to "does this pointer stay inside?" is called on a row.
_INSIDE: Final = "_inside_{}"


class Reach:
    """The rows of one partner."""

    def __init__(self, partner: Partner) -> None:
        self.partner = partner

    def rows(self, model: type[Model]) -> "QuerySet[Any]":
        """The rows of a table that belong to the partner, before pointers are looked at."""
        how = belonging(model)
        if not isinstance(how, Owned):
            raise TypeError(f"{model._meta.label} belongs to no partner")
        return model._base_manager.filter(**self._led(how))

    def leaving(self, model: type[Model]) -> Iterator[Any]:
        """The rows that go along. What points to something that stays loses the pointer, or stays itself."""
        leading_out = [pointer for pointer, _target in _leading_out(model)]
        found = self._looked_at(model)
        if keys := _with_keys(model):
            # Without a name it would follow every pointer there is.
            found = found.select_related(*keys)
        for row in in_batches(found):
            if all(_kept_inside(row, pointer) for pointer in leading_out):
                yield row

    def holds(self, model: type[Model], count: int) -> bool:
        """Whether so many rows of a table are the partner's, and none of them points to what is not."""
        if self.rows(model).count() != count:
            return False
        found = self._looked_at(model)
        return not any(
            found.exclude(**{pointer.attname: None}).filter(**{_INSIDE.format(pointer.name): False}).exists()
            for pointer, _target in _leading_out(model)
        )

    def _looked_at(self, model: type[Model]) -> "QuerySet[Any]":
        inside = {_INSIDE.format(one.name): self._inside(one, target) for one, target in _leading_out(model)}
        return self.rows(model).annotate(**inside)

    def pointed(self, model: type[Model]) -> "QuerySet[Any]":
        """The rows of a table to which rows point that go along."""
        sources = [(source, self.rows(source)) for source, _how in leaving_models()]
        if model is DataKey:
            sources.append((StoredFile, self.pointed(StoredFile)))
        asked = [
            Q(pk__in=found.exclude(**{pointer.attname: None}).values(pointer.attname))
            for source, found in sources
            for pointer in pointers(source)
            if pointer.related_model is model
        ]
        return model._base_manager.filter(reduce(or_, asked, Q(pk__in=())))

    def keys(self) -> "QuerySet[DataKey]":
        """The data keys: those of rows, and the one under which telephones and addresses are found again."""
        index = DataKey.objects.filter(partner=self.partner, purpose=DataKey.Purpose.INDEX)
        return self.pointed(DataKey) | index

    def members(self) -> set[Any]:
        """Who works here or did: these people go along with their names."""
        return set(Membership.objects.filter(partner=self.partner).values_list("user_id", flat=True))

    def people(self) -> "QuerySet[User]":
        """Everybody who stands in a row."""
        return self.pointed(User)

    def partners(self) -> "QuerySet[Partner]":
        """Other partners that stand in a row."""
        return self.pointed(Partner).exclude(pk=self.partner.pk)

    def _led(self, how: Owned, by: str = "") -> dict[str, Any]:
        """The conditions under which a row (`by` a pointer: the row it points to) goes along."""
        asked = {how.path: self.partner.pk, **how.only}
        return {f"{by}{name}": value for name, value in asked.items()}

    def _inside(self, pointer: Any, target: Owned) -> Case:
        led = self._led(target, by=f"{pointer.name}__")
        return Case(When(Q(**led), then=Value(True)), default=Value(False), output_field=BooleanField())


def _leading_out(model: type[Model]) -> Iterator[tuple[Any, Owned]]:
    """Pointers that may lead to what is not the partner's: all but the one by which the row itself is."""
    how = belonging(model)
    own = how.path.split("__")[0] if isinstance(how, Owned) else ""
    for pointer in pointers(model):
        target = belonging(pointer.related_model)
        if isinstance(target, Owned) and (pointer.name != own or target.only):
            yield pointer, target


def in_batches(rows: "QuerySet[Any]") -> Iterator[Any]:
    """All rows in the order of their keys, a batch at a time: a pooler keeps no cursor."""
    last: Any = None
    while batch := list((rows if last is None else rows.filter(pk__gt=last)).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def _with_keys(model: type[Model]) -> list[str]:
    return [f"{key}__partner_key" for key in keys_of(model)]


def _kept_inside(row: Any, pointer: Any) -> bool:
    if getattr(row, pointer.attname) is None or getattr(row, _INSIDE.format(pointer.name)):
        return True
    if pointer.null:
        setattr(row, pointer.attname, None)
        return True
    return False
