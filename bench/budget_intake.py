"""What it costs to take in a complaint and a large file, over HTTP, as a partner's own program sends them."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import orjson

from backend.complaints.receipt_codes import seal_new_secret
from backend.intake.api.examples import COMPLAINT
from bench.asking import Line, rate
from bench.network import Network
from bench.server import Server
from tests.factories.partners import access_token, api_client

if TYPE_CHECKING:
    from bench.budget import Found

CLIENTS, SECONDS = 8, 15.0
FILE_MB, FILES = 20, 5
_BOUNDARY: Final = "bench-boundary"


def measured(server: Server, network: Network) -> "Iterator[Found]":
    yield from _intake(server, network)
    yield from _upload(server, network)


def _intake(server: Server, network: Network) -> "Iterator[Found]":
    from bench.budget import at_least, at_most

    partner = network.partners[0]
    body = orjson.dumps({**COMPLAINT.value, "partner": partner.slug, "channel": "api"})
    headers = program(network)

    def begin() -> Callable[[], object]:
        line = Line(server.port, headers)
        return lambda: line.post("/api/v1/complaints/", body)

    begin()()
    before, began = server.seconds_used(), time.monotonic()
    each_second = rate(begin, clients=CLIENTS, seconds=SECONDS)
    took = time.monotonic() - began
    used = (server.seconds_used() - before) / (each_second * took) * 1_000
    hashed = _hashing()
    yield at_least(f"intakes, {CLIENTS} clients", each_second, 25, "a second")
    more = f" ({used:.1f} with it, {hashed:.1f} the hash alone)"
    yield at_most("processor time of an intake beside the receipt's hash", used - hashed, 12, "ms", more)


def _hashing() -> float:
    """Processor time of one receipt's hash in ms."""
    times = []
    for _ in range(9):
        began = time.process_time()
        seal_new_secret()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1_000


def _upload(server: Server, network: Network) -> "Iterator[Found]":
    from bench.budget import at_least

    line = Line(server.port, program(network))
    form = _form()
    kind = f"multipart/form-data; boundary={_BOUNDARY}"
    line.post("/api/v1/complaints/files/", form, kind)
    at_rest = server.peaks()
    server.forget_peaks()
    before = server.seconds_used()
    for _ in range(FILES):
        line.post("/api/v1/complaints/files/", form, kind)
    speed = FILE_MB * FILES / (server.seconds_used() - before)
    memory = f" (peak of a worker {max(server.peaks()):.0f} MB, before {max(at_rest):.0f})"
    what = f"upload of a {FILE_MB} MB file, judged and sealed: MB for each second of processor time"
    yield at_least(what, speed, 100, "MB", memory)


def _form() -> bytes:
    """A text file: it is looked at, sealed and kept as it is."""
    words = (b"ankesa e qytetarit per vonesen; " * 32 + b"\n") * (FILE_MB * 1_000_000 // 1_025)
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="shenime.txt"\r\n'
        "Content-Type: text/plain\r\n\r\n"
    )
    return head.encode() + words + f"\r\n--{_BOUNDARY}--\r\n".encode()


def program(network: Network) -> dict[str, str]:
    """The headers of a program of the largest partner."""
    client: Any = api_client(network.partners[0], scopes=None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    return {"Authorization": f"Bearer {access_token(client.client_id)}"}
