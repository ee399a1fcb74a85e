"""Requests that arrive by a schedule, whether or not the last ones were answered, as a crowd's do.

How long an answer took is counted from the moment at which its request was due: a server that is late, or a
client that is, cannot hide it. Each carries the stamp that a proxy would put on it at that moment.
"""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

PATIENCE: Final = 60.0
# As the proxies of deploy/: the server closes what is idle for a minute, and takes no more than a thousand
# connections, idle ones among them.
KEPT_IDLE: Final = 30.0
MOST_IDLE: Final = 32
_END: Final = b"\r\n\r\n"
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
_now: Final = time.monotonic


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, without its last header."""

    kind: str
    head: bytes
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of it; status 0 where no answer came."""

    kind: str
    status: int
    seconds: float


def arriving(
    port: int, draw: Callable[[], Ask], *, rate: float, seconds: float, chance: random.Random
) -> list[Seen]:
    """So many a second at random moments; all of them answered or given up."""
    return asyncio.run(_arriving(_Crowd(port), draw, rate, seconds, chance))


async def _arriving(
    crowd: "_Crowd", draw: Callable[[], Ask], rate: float, seconds: float, chance: random.Random
) -> list[Seen]:
    clock = asyncio.get_running_loop().time
    began = due = clock() + 0.1
    coming = []
    while (due := due + chance.expovariate(rate)) < began + seconds:
        await asyncio.sleep(max(0, due - clock()))
        coming.append(asyncio.create_task(crowd.one(draw(), due)))
    seen = list(await asyncio.gather(*coming))
    crowd.leave()
    return seen


class _Crowd:
    """Open connections; there are as many as requests are on their way."""

    def __init__(self, port: int) -> None:
        self.port = port
        # Each with the moment of its last answer; the latest is taken first.
        self.idle: list[tuple[float, Connection]] = []

    async def one(self, ask: Ask, due: float) -> Seen:
        clock = asyncio.get_running_loop().time
        stamp = f"X-Request-Start: t={time.time() - (clock() - due):.3f}\r\n\r\n".encode()
        try:
            status = await asyncio.wait_for(self._exchange(ask.head + stamp + ask.body), PATIENCE)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            status = 0
        return Seen(ask.kind, status, clock() - due)

    async def _exchange(self, request: bytes) -> int:
        reader, writer = self._kept() or await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            head = (await reader.readuntil(_END)).lower()
            if b"content-length:" in head:
                await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
            elif b"transfer-encoding: chunked" in head:
                while not (await reader.readline()).startswith(b"0\r"):
                    pass
                await reader.readline()
        except BaseException:
            writer.close()
            raise
        if len(self.idle) < MOST_IDLE:
            self.idle.append((_now(), (reader, writer)))
        else:
            writer.close()
        return int(head.split(b" ", 2)[1])

    def _kept(self) -> Connection | None:
        if not self.idle or _now() - self.idle[-1][0] > KEPT_IDLE:
            self.leave()
            return None
        return self.idle.pop()[1]

    def leave(self) -> None:
        for _last, (_reader, writer) in self.idle:
            writer.close()
        self.idle.clear()
