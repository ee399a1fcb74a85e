"""Taking a partner in: the archive's rows under keys of this installation, all of them or none."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final
from uuid import UUID

import pyrage
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from backend.audit.services import record
from backend.complaints.receipt_codes import pepper_ids
from backend.files import blobs
from backend.moving import archive
from backend.moving.belonging import Owned, Pointed, Shared, belonging
from backend.moving.errors import ArchiveUnfit
from backend.moving.services.settling import Arrived, Settling, settle
from backend.partners.actors import Actor

_TABLE: Final = re.compile(r"tables/(?P<label>[a-z]+\.\w+?)(?P<others>-others)?/\d{6}\.jsonl")
_FILE: Final = re.compile(r"files/([0-9a-f-]{36})")
_PIECE: Final = 64 * 1024
_AT_ONCE: Final = 500


def take_in(
    source: IO[bytes],
    *,
    identity: pyrage.x25519.Identity,
    slug: str | None = None,
    without_receipts: bool = False,
    actor: Actor,
) -> Arrived:
    """Take a packed partner in. Raises ArchiveUnfit, AlreadyHere; then nothing was changed.

    `slug`: another name in addresses than it had. `without_receipts`: although the pepper under which its
    citizens' receipts were made is not given here, so that none of them will open."""
    # The archive's own end is proved when its reading ends: before anything is kept.
    with _kept_or_removed() as written, transaction.atomic(), archive.read(source, identity) as members:
        unpacking = _Unpacking(Settling(slug), written, without_receipts=without_receipts)
        arrived = unpacking.all(members)
        settle(arrived)
        record(actor, "partner.taken_in", arrived.partner, chain=arrived.partner.pk)
        return arrived


@contextmanager
def _kept_or_removed() -> Iterator[list[UUID]]:
    """Files lie outside of the transaction: what was written for nothing goes again."""
    written: list[UUID] = []
    try:
        yield written
    except BaseException:
        for blob_id in written:
            blobs.delete(blob_id)
        raise


class _Unpacking:
    """An archive that is being read, member by member."""

    def __init__(self, settling: Settling, written: list[UUID], *, without_receipts: bool) -> None:
        self._settling, self._written, self._without_receipts = settling, written, without_receipts
        self._told: Any = None
        self._at = "the archive"

    def all(self, members: Iterator[tuple[str, IO[bytes]]]) -> Arrived:
        """Everything, from head to end. Raises ArchiveUnfit, AlreadyHere."""
        try:
            self._head(*next(members, ("", None)))
            for name, content in members:
                self._member(name, content)
            self._at = "the archive"
            connection.check_constraints()
        except IntegrityError:
            # Its own text holds values.
            raise ArchiveUnfit(f"{self._at} does not fit what is here") from None
        arrived = self._settling.arrived()
        if self._told != dict(arrived.count):
            raise ArchiveUnfit("it does not hold what its end says")
        return arrived

    def _head(self, name: str, content: IO[bytes] | None) -> None:
        head = _document(content) if content is not None and name == archive.HEAD else {}
        if head.get("dosja_partner") != archive.FORMAT:
            raise ArchiveUnfit("it is no archive of a partner, or of another format")
        if set(head.get("receipt_peppers", ())) - set(pepper_ids()) and not self._without_receipts:
            raise ArchiveUnfit(
                "its citizens' receipts need a pepper that is not given here (DOSJA_RECEIPT_PEPPERS_OLD)"
            )

    def _member(self, name: str, content: IO[bytes]) -> None:
        if self._told is not None:
            raise ArchiveUnfit("it goes on after its end")
        if table := _TABLE.fullmatch(name):
            self._at = table["label"]
            self._rows(_model(table["label"]), bool(table["others"]), content)
        elif file := _FILE.fullmatch(name):
            self._blob(UUID(file[1]), content)
        elif name == archive.END:
            self._told = _document(content).get("count")
        else:
            raise ArchiveUnfit("it holds something that this release does not know")

    def _rows(self, model: type[Model], others: bool, content: IO[bytes]) -> None:
        batch: list[dict[str, Any]] = []
        for line in content:
            batch.append(_parsed(line))
            if len(batch) == _AT_ONCE:
                self._settling.take(model, batch, others=others)
                batch = []
        self._settling.take(model, batch, others=others)

    def _blob(self, blob_id: UUID, content: IO[bytes]) -> None:
        if blobs.exists(blob_id):
            raise ArchiveUnfit("a file of it lies here already")
        if not blobs.has_room(0):
            raise ArchiveUnfit("the disk has no room for its files")
        blob = blobs.NewBlob(blob_id)
        self._written.append(blob_id)
        while piece := content.read(_PIECE):
            blob.write(piece)
        blob.finish()
        self._settling.keep(blob_id, blob.key)


def _model(label: str) -> type[Model]:
    try:
        model = apps.get_model(label)
    except LookupError:
        raise ArchiveUnfit(f"this release has no table {label}") from None
    if not isinstance(belonging(model), Owned | Pointed | Shared):
        raise ArchiveUnfit(f"rows of {label} do not move")
    return model


def _document(content: IO[bytes]) -> dict[str, Any]:
    return _parsed(content.read())


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except ValueError:
        # "from None": the error carries the text.
        raise ArchiveUnfit("something in it is no JSON") from None
    if not isinstance(parsed, dict):
        raise ArchiveUnfit("something in it is no row")
    return parsed
