"""Side A of the world of all rows, packed; then nothing of it is left, as at another installation."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import pyrage
import pytest

from backend.complaints.receipt_codes import NewReceipt
from backend.directory import lookups
from backend.files import blobs
from backend.files.models import StoredFile
from backend.keyring import envelope
from backend.moving import archive
from backend.moving.services.packing import pack
from backend.partners.actors import Actor
from tests.contracts.world import World, undone
from tests.moving.rare import rare_rows

Identity = pyrage.x25519.Identity


@dataclass
class Packed:
    """An archive with the key to it, and what was true where it was packed."""

    content: bytes = field(repr=False)
    key: Identity = field(repr=False)
    count: dict[str, int] = field(repr=False)
    before: dict[str, Any] = field(repr=False)
    receipt: NewReceipt = field(repr=False)

    def members(self) -> dict[str, bytes]:
        return members(self.content, self.key)

    def changed(self, change: Callable[[dict[str, bytes]], None]) -> bytes:
        """The archive as somebody would make it who has the key, and whose hand slips."""
        content = self.members()
        change(content)
        to = io.BytesIO()
        with archive.written(to, self.key.to_public()) as tar:
            for name, part in content.items():
                tar.add_bytes(name, part)
        return to.getvalue()


def members(content: bytes, key: Identity) -> dict[str, bytes]:
    with archive.read(io.BytesIO(content), key) as found:
        return {name: part.read() for name, part in found}


def table(found: dict[str, bytes], label: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    lines = [
        line
        for name, part in found.items()
        if name.startswith(f"tables/{label}/")
        for line in part.splitlines()
    ]
    return [json.loads(line) for line in lines]


def packed_now(slug: str, key: Identity) -> tuple[bytes, dict[str, int]]:
    to = io.BytesIO()
    count = pack(slug, to, recipient=key.to_public(), actor=Actor.system())
    return to.getvalue(), dict(count)


def gone(files: list[UUID]) -> None:
    """The bytes and what this process remembers: the rest is taken back with the transaction."""
    for blob_id in files:
        blobs.delete(blob_id)
    envelope.forget_all()
    lookups.forget()


def files_here() -> list[UUID]:
    rows = StoredFile.objects.values_list("pk", "clean_id", "masked_id")
    return [blob_id for row in rows for blob_id in row if blob_id is not None]


def everything_of_a(world: World) -> None:
    """A row of every sort that side A may have, each at every point of its life that the world knows."""
    for kind in ("case", "referral", "delivery"):
        for name in dir(World):
            if name.startswith(f"_{kind}_"):
                getattr(world, kind)("a", name.removeprefix(f"_{kind}_"))
    for thing in (
        "quarantined",
        "task",
        "interim_answer",
        "answer_link",
        "saved_view",
        "template_code",
        "draft",
    ):
        getattr(world, thing)("a")
    for thing in (
        "account",
        "collected",
        "webhook",
        "sealed_request",
        "hold",
        "erasure_request",
        "client_id",
    ):
        getattr(world, thing)("a")
    world.import_("a", "done")
    world.custodians("a")
    world.identity_request("a", "requested")
    for thing in ("share", "link", "merge", "message", "question", "attachment"):
        getattr(world, thing)("a", "open")
    for state in ("waiting", "dismissed"):
        world.mail("a", state)
    for to in ("b", "third"):
        world.transfer("a", to)
        world.partner_referral("a", to)
    world.partner_referral("a", "b", "in_service")
    rare_rows(world)
    # What others have stays with them.
    world.transfer("b", "a")
    world.partner_referral("b", "a", "in_service")
    world.attachment("b", "open")


_packed: list[Packed] = []


@pytest.fixture
def packed(db: None) -> Iterator[Packed]:
    """Packed once for all tests: making the world takes longer than taking it in."""
    if not _packed:
        _packed.append(_pack_world())
    known = files_here()
    yield replace(_packed[0])
    gone([blob_id for blob_id in files_here() if blob_id not in known])


def _pack_world() -> Packed:
    key = Identity.generate()
    with undone():
        world = World()
        everything_of_a(world)
        content, count = packed_now("pif", key)
        made = Packed(content, key, count, told_by(world), world.a.filed["received"].receipt)
        files = files_here()
    gone(files)
    return made


def told_by(world: World) -> dict[str, Any]:
    """Facts that the tests ask for again at the new place."""
    return {
        "partner": world.a.partner.pk,
        "coordinator": world.a.coordinator.pk,
        "email": world.a.coordinator.email,
        "open": world.case("a", "open").pk,
        "reference": world.case("a", "open").reference,
        "restricted": world.case("a", "restricted").pk,
        "attachment": world.attachment("a", "open").pk,
        "others": {world.b.partner.pk, world.third.pk},
        "case_of_b": world.case("b", "open").pk,
    }
