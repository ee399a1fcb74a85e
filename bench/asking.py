"""A client that costs next to nothing, so that on two cores the server has them."""

import random
import socket
import statistics
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Final, Self

_END: Final = b"\r\n\r\n"


class Line:
    """One connection that stays open; answers are read to their end and not looked into."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        given = {"Host": "localhost", "Accept": "application/json", **(headers or {})}
        self.headers = "".join(f"{name}: {value}\r\n" for name, value in given.items())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.socket.close()

    def get(self, path: str) -> bytes:
        """The body of a 200."""
        return self._expect(200, f"GET {path} HTTP/1.1\r\n{self.headers}\r\n".encode())

    def post(self, path: str, body: bytes, kind: str = "application/json") -> bytes:
        """The body of a 201."""
        length = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        return self._expect(201, f"POST {path} HTTP/1.1\r\n{self.headers}{length}\r\n".encode() + body)

    def status(self, path: str) -> int:
        return self._exchange(f"GET {path} HTTP/1.1\r\n{self.headers}\r\n".encode())[0]

    def _expect(self, wanted: int, request: bytes) -> bytes:
        status, body = self._exchange(request)
        if status != wanted:
            raise RuntimeError(f"{request.split(b' HTTP')[0].decode()[:200]}: {status} {body[:300]!r}")
        return body

    def _exchange(self, request: bytes) -> tuple[int, bytes]:
        self.socket.sendall(request)
        head, _end, body = self._read_until(_END).partition(_END)
        lowered = head.lower()
        status = int(head.split(b" ", 2)[1])
        if b"content-length:" in lowered:
            length = int(lowered.split(b"content-length:")[1].split(b"\r\n")[0])
            while len(body) < length:
                body += self._more()
        elif b"transfer-encoding: chunked" in lowered:
            while not body.endswith(b"0" + _END):
                body += self._more()
        return status, body

    def _read_until(self, mark: bytes) -> bytes:
        found = b""
        while mark not in found:
            found += self._more()
        return found

    def _more(self) -> bytes:
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionError("The server hung up.")
        return piece


def rate(run: Callable[[], Callable[[], object]], *, clients: int, seconds: float) -> float:
    """Answers a second to so many clients, each asking again as soon as it was answered."""
    counts, ends = [0] * clients, time.monotonic() + seconds
    asks = [run() for _ in range(clients)]

    def go(place: int) -> None:
        while time.monotonic() < ends:
            asks[place]()
            counts[place] += 1

    began = time.monotonic()
    threads = [threading.Thread(target=go, args=(place,)) for place in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - began)


def rates(
    runs: Mapping[str, Callable[[], Callable[[], object]]], *, clients: int, seconds: float, rounds: int
) -> dict[str, list[float]]:
    """The rates of several ways in turns, in an order that is shuffled anew each round."""
    order, found = random.Random(1), {name: [] for name in runs}  # repeatable
    names = list(runs)
    for _ in range(rounds):
        for name in order.sample(names, len(names)):
            found[name].append(rate(runs[name], clients=clients, seconds=seconds))
    return found


def spread(values: list[float]) -> str:
    """The median, and least to most."""
    return f"{statistics.median(values):.1f} ({min(values):.1f} – {max(values):.1f})"
