"""The key table apart from the data: written to a file, and taken in again over restored data.

A copy of the data keeps what was erased since; a copy of the keys must not. So the two are kept apart, keys
for a shorter time, and what the newest copy of the keys no longer holds stays erased when old data returns.
"""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import IO, Any, Final, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Model
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.common import clock, crypto
from backend.common.errors import Problem
from backend.keyring import envelope
from backend.keyring.models import DataKey, PartnerKey
from backend.partners.actors import Actor

_FORMAT: Final = 1
_BATCH: Final = 500
_Thing = TypeVar("_Thing")
_LABEL: Final = "keyring.backup"
_OF_DATA: Final = ("partner_id", "subject_id", "purpose", "partner_key_id")
_PLACE: Final = ("keyring.partnerkey", UUID(int=0))


class BackupUnfit(Problem):
    """The file is no whole backup of this installation's keys, or not one for this data."""

    status, code = 409, "key.backup_unfit"
    title = _("This backup of keys cannot be taken in.")

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


@dataclass(frozen=True, slots=True)
class Restored:
    """How many data keys came from the file, and how many became erased because it does not hold them."""

    taken: int
    erased: int


@transaction.atomic
def write_backup(to: IO[bytes], *, actor: Actor) -> int:
    """Write every key that is not destroyed, still wrapped, and the empty rows of those that are; answers how
    many data keys. No key is readable in it without the root key; its last line proves under that key that
    nothing was cut or changed."""
    mac = hmac.new(crypto.subkey(_LABEL), digestmod=hashlib.sha256)
    count = 0
    head = {"dosja_keys": _FORMAT, "at": clock.now().isoformat(), "root": crypto.current_root().id}
    for line in _lines(head):
        mac.update(line)
        to.write(line)
        count += line.startswith(b'{"data"')
    to.write(json.dumps({"mac": mac.hexdigest()}).encode() + b"\n")
    record(actor, "key.backed_up", _PLACE, chain=None, count=count)
    return count


def _lines(head: dict[str, Any]) -> Iterator[bytes]:
    yield _line(head)
    for key in PartnerKey.objects.order_by("pk").iterator(chunk_size=_BATCH):
        yield _line({"partner": _row(key, "partner_id", "version", "root_key_id", "retired_at")})
    for data_key in DataKey.objects.order_by("pk").iterator(chunk_size=_BATCH):
        if data_key.destroyed_at is None:
            yield _line({"data": _row(data_key, *_OF_DATA)})
        else:
            yield _line({"gone": _row(data_key, *_OF_DATA, "destroyed_at")})


def _row(key: PartnerKey | DataKey, *names: str) -> dict[str, Any]:
    plain = {name: getattr(key, name) for name in ("id", *names, "created_at")}
    wrapped = b64encode(bytes(key.wrapped or b"")).decode()
    return {
        **{name: value if value is None else str(value) for name, value in plain.items()},
        "wrapped": wrapped,
    }


def _line(content: dict[str, Any]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode() + b"\n"


@transaction.atomic
def restore(source: Iterable[bytes], *, actor: Actor) -> Restored:
    """Take the keys of a backup in. Data keys that the file does not hold are destroyed: they were erased
    after the data was copied. Raises BackupUnfit, and changes nothing, for a file that was cut or changed,
    whose root key is not given, or that is older than the youngest key here (it would erase what came since).
    """
    youngest = DataKey.objects.aggregate(at=Max("created_at"))["at"]
    lines = require_fit(source, youngest=youngest)
    _put(PartnerKey(**_read(line["partner"])) for line in lines if "partner" in line)
    kept = {line["data"]["id"] for line in lines if "data" in line}
    _put(DataKey(**_read(line["data"])) for line in lines if "data" in line)
    erased = sum(_erase(batch) for batch in _batches(_not_in(kept)))
    # Where the key table came back empty, rows of the erased still point at theirs.
    _put_absent(DataKey(**_read(line["gone"]) | {"wrapped": None}) for line in lines if "gone" in line)
    envelope.forget_all()
    record(actor, "key.restored", _PLACE, chain=None, taken=len(kept), erased=erased)
    return Restored(len(kept), erased)


def require_fit(source: Iterable[bytes], *, youngest: datetime | None) -> list[dict[str, Any]]:
    """The keys of a file that may be taken in where the youngest key of the data is of that moment. Changes
    nothing. Raises BackupUnfit."""
    head, *lines = _checked(source)
    if youngest is not None and youngest > datetime.fromisoformat(head["at"]):
        raise BackupUnfit("it is older than the youngest key here: restoring it would erase what came since")
    return lines


def _checked(source: Iterable[bytes]) -> list[dict[str, Any]]:
    """All lines but the last, which proves them under one of the root keys."""
    raw = list(source)
    try:
        parsed = [json.loads(line) for line in raw]
        head, last = parsed[0], parsed[-1]["mac"]
        root = next(root for root in crypto.root_keys() if root.id == head["root"])
    except (ValueError, LookupError, TypeError):
        raise BackupUnfit("this is no whole backup of keys") from None
    except StopIteration:
        raise BackupUnfit("it was written under a root key that is not given here") from None
    mac = hmac.new(crypto.subkey(_LABEL, root), b"".join(raw[:-1]), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(mac, str(last)) or head.get("dosja_keys") != _FORMAT:
        raise BackupUnfit("it was cut or changed")
    return parsed[:-1]


def _read(row: dict[str, Any]) -> dict[str, Any]:
    moments: dict[str, Any] = {
        name: row[name] and datetime.fromisoformat(row[name])
        for name in ("created_at", "retired_at", "destroyed_at")
        if name in row
    }
    return {**row, **moments, "id": UUID(row["id"]), "wrapped": b64decode(row["wrapped"])}


def _put(keys: Iterator[PartnerKey] | Iterator[DataKey]) -> None:
    """Into their rows, where there are such, or into new ones."""
    for batch in _batches(keys):
        model = type(batch[0])
        present = _present(model, [key.pk for key in batch])
        names = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._base_manager.bulk_update([key for key in batch if key.pk in present], names)
        model._base_manager.bulk_create([key for key in batch if key.pk not in present])


def _put_absent(keys: Iterator[DataKey]) -> None:
    for batch in _batches(keys):
        present = _present(DataKey, [key.pk for key in batch])
        DataKey._base_manager.bulk_create([key for key in batch if key.pk not in present])


def _present(model: type[Model], ids: list[UUID]) -> set[UUID]:
    return set(model._base_manager.filter(pk__in=ids).values_list("pk", flat=True))


def _not_in(kept: set[str]) -> Iterator[UUID]:
    for key_id in DataKey.objects.filter(destroyed_at=None).values_list("pk", flat=True):
        if str(key_id) not in kept:
            yield key_id


def _erase(ids: list[UUID]) -> int:
    return DataKey.objects.filter(pk__in=ids).update(wrapped=None, destroyed_at=clock.now())


def _batches(things: Iterator[_Thing]) -> Iterator[list[_Thing]]:
    while batch := list(islice(things, _BATCH)):
        yield batch
