"""Packing a partner: everything that is its own into one archive, opened here and sealed for the new place.

The words of people who complained leave their seals on this way, identities too: it is the operator's act, by
a command on the server, for a recipient whose key was handed over in person. What custodians alone can open
stays sealed as it is.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, Final
from uuid import UUID

import pyrage
from django.db import connection, transaction
from django.db.models import Model

from backend.audit.services import record
from backend.common import clock
from backend.common.errors import NotFound
from backend.complaints.receipt_codes import pepper_ids
from backend.files import blobs
from backend.files.errors import FileLost
from backend.files.models import StoredFile
from backend.files.stages import FileState
from backend.keyring import envelope
from backend.keyring.errors import KeyDestroyed
from backend.keyring.models import DataKey
from backend.moving import archive, rows
from backend.moving.belonging import leaving_models
from backend.moving.naming import Naming
from backend.moving.reach import Reach, in_batches
from backend.moving.stubs import as_nobody, by_name
from backend.partners.actors import Actor
from backend.partners.models import Partner, User

_MOST_BYTES: Final = 4_000_000
ERASED: Final = "erased"
LOST: Final = "lost"


def pack(slug: str, to: IO[bytes], *, recipient: pyrage.x25519.Recipient, actor: Actor) -> Counter[str]:
    """Write the archive of a partner; answers how many rows of each table and files went along, and what of
    it was erased or lost. Raises NotFound.

    The partner's audit log says so before the first byte is written. What happens meanwhile is not in it."""
    partner = _told(slug, str(recipient), actor)
    with _as_it_is_now(), archive.written(to, recipient) as tar:
        return _Packing(partner, tar).all()


@transaction.atomic
def _told(slug: str, recipient: str, actor: Actor) -> Partner:
    partner = Partner.objects.filter(slug=slug).first()
    if partner is None:
        raise NotFound()
    record(actor, "partner.packed", partner, chain=partner.pk, recipient=recipient)
    return partner


@contextmanager
def _as_it_is_now() -> Iterator[None]:
    """One look at the whole database, which keeps nobody from writing."""
    # SQLite's transactions are ready to write from their beginning: one that only reads lets others write.
    engine: Any = connection
    mode = getattr(engine, "transaction_mode", None)
    engine.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql" and not connection.savepoint_ids:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    finally:
        engine.transaction_mode = mode


class _Packing:
    """One partner on its way into one archive."""

    def __init__(self, partner: Partner, tar: archive.Writer) -> None:
        self._reach, self._partner, self._tar = Reach(partner), partner, tar
        self._members = self._reach.members()
        self._naming = Naming()
        self._count: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()

    def all(self) -> Counter[str]:
        self._tar.add_json(archive.HEAD, self._head())
        for model, found in self._naming.closure(self._reach.pointed):
            self._table(model, found)
        self._table(Partner, [self._partner])
        self._table(Partner, map(by_name, self._reach.partners()), archive.OTHERS)
        self._table(User, map(self._person, in_batches(self._reach.people())))
        self._table(DataKey, in_batches(self._reach.keys().select_related("partner_key")), write=self._key)
        for file in self._files():
            self._bytes_of(file)
        self._table(StoredFile, self._files())
        for model, _how in leaving_models():
            self._table(model, self._reach.leaving(model))
        self._tar.add_json(archive.END, {"count": dict(self._count)})
        return self._count

    def _head(self) -> dict[str, Any]:
        return {
            "dosja_partner": archive.FORMAT,
            "made_at": clock.now().isoformat(),
            "partner": {
                "id": str(self._partner.pk),
                "slug": self._partner.slug,
                "prefix": self._partner.prefix,
                "name": self._partner.name,
            },
            "receipt_peppers": pepper_ids(),
        }

    def _table(
        self,
        model: type[Model],
        found: Iterable[Model],
        part: str = "",
        write: Callable[[Any], dict[str, Any]] | None = None,
    ) -> None:
        """The rows of a table as JSON Lines, in members of a few megabytes."""
        label = model._meta.label
        held = bytearray()
        for row in found:
            try:
                values = (write or self._row)(row)
            except KeyDestroyed:
                self._count[ERASED] += 1
                continue
            held += json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            self._count[label] += 1
            if len(held) > _MOST_BYTES:
                self._member(f"{label}{part}", held)
                held = bytearray()
        if held:
            self._member(f"{label}{part}", held)

    def _member(self, table: str, lines: bytearray) -> None:
        self._parts[table] += 1
        self._tar.add_bytes(f"tables/{table}/{self._parts[table]:06}.jsonl", bytes(lines))

    def _row(self, row: Model) -> dict[str, Any]:
        values = rows.written(row, self._naming.name_of)
        if self._naming.is_numbered(type(row)):
            values[archive.NUMBER] = row.pk
        return values

    def _key(self, key: DataKey) -> dict[str, Any]:
        """Keys stay; but digests of telephones are of no use under another one."""
        values = self._row(key)
        if key.purpose == DataKey.Purpose.INDEX and key.destroyed_at is None:
            values["secret"] = b64encode(envelope.unwrap_data_key(key)).decode("ascii")
        return values

    def _person(self, user: User) -> User:
        return user if user.pk in self._members else as_nobody(user)

    def _files(self) -> Iterator[StoredFile]:
        yield from in_batches(self._reach.pointed(StoredFile).select_related("data_key__partner_key"))

    def _bytes_of(self, file: StoredFile) -> None:
        if file.state == FileState.INFECTED:
            return
        copies = ((file.pk, "file_key"), (file.clean_id, "clean_key"), (file.masked_id, "masked_key"))
        for blob_id, name in copies:
            if blob_id is not None:
                self._blob(file, blob_id, name)

    def _blob(self, file: StoredFile, blob_id: UUID, name: str) -> None:
        try:
            reader = blobs.open_blob(blob_id, bytes.fromhex(getattr(file, name)), under=file.data_key_id)
        except KeyDestroyed:
            return
        except FileLost:
            self._count[LOST] += 1
            return
        with reader:
            self._tar.add_stream(f"files/{blob_id}", reader.size, reader)
        self._count["files"] += 1
