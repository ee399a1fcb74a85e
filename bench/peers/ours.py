"""Our own product in the same run, served as an installation serves it: with the second lock."""

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.intake.api.examples import COMPLAINT
from bench.budget import session_of
from bench.network import Network
from bench.peers import tickets
from bench.peers.product import CREATE, DETAIL, FREQUENT, LIST, RARE, Kept, Product
from bench.server import lock, served
from tests.factories.partners import access_token, api_client

_CASES: Final = "/api/v1/cases/"
_HOLDS: Final = {
    LIST: "JSON: id, reference, partner, kind, state, stage, severity, category, institution, place, summary,"
    " assignee, outcome, opened, due, overdue, resolved, closed …; sight by partner, share and restriction",
    RARE: "the same; looks for words and their beginnings, folded from every script",
    FREQUENT: "the same",
    DETAIL: "JSON: case with what may be done, its words opened from encryption, first page of its story"
    " (three requests)",
    CREATE: "the door for programs: receipt hashed (Argon2id), words and identity encrypted, consents, audit,"
    " job for what follows",
}


@contextmanager
def running(network: Network, home: Path) -> Iterator[Product]:
    """Served on what has been filled already."""
    lock()
    session = session_of(network.actors["largest partner"])
    client = api_client(network.partners[0])
    program = {"Authorization": f"Bearer {access_token(client.client_id)}"}
    with served({}, home) as server:
        line, door = Kept(server.port, session), Kept(server.port, program)
        listed = f"{_CASES}?state={tickets.LISTED}"
        ids = itertools.cycle([row["id"] for row in json.loads(line.get(listed))["results"]])
        numbers = itertools.count(10_000_000)

        def detail() -> list[bytes]:
            case = f"{_CASES}{next(ids)}/"
            return [line.get(case), line.get(f"{case}complaint/"), line.get(f"{case}events/")]

        def create() -> list[bytes]:
            said = {"narrative": tickets.words(next(numbers), "Ankesa e re")}
            body = {**COMPLAINT.value, **said, "partner": network.partners[0].slug, "channel": "api"}
            return [door.post("/api/v1/complaints/", json.dumps(body).encode())]

        yield Product(
            name="ours",
            process=server.process.pid,
            asks={
                LIST: lambda: [line.get(listed)],
                RARE: lambda: [line.get(f"{_CASES}?search={RARE_WORD}")],
                FREQUENT: lambda: [line.get(f"{_CASES}?search={COMMON_WORD}")],
                DETAIL: detail,
                CREATE: create,
            },
            subjects=lambda body: [row["summary"] for row in json.loads(body)["results"]],
            holds=_HOLDS,
        )
