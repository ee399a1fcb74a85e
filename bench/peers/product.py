"""What every product must give to be measured: its processes, and the ways in which it is asked."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.asking import Line
from tests.e2e.installation import ends_with_us

ROOT: Final = Path(__file__).resolve().parents[2]
HOME: Final = ROOT / "var" / "peers"
LIST, RARE, FREQUENT, DETAIL, CREATE = (
    "list, 50 newest of one state",
    "search, a rare word",
    "search, a frequent word, its first 50",
    "one ticket with its words and its history",
    "create one",
)
WAYS: Final = (LIST, RARE, FREQUENT, DETAIL, CREATE)


class Missing(Exception):
    """A peer is not here; the text says why and what would bring it."""


@dataclass(frozen=True)
class Product:
    """One that runs. `asks` give the bodies of a way's answers; `subjects` reads those of a page."""

    name: str
    process: int
    asks: Mapping[str, Callable[[], list[bytes]]]
    subjects: Callable[[bytes], list[str]]
    holds: Mapping[str, str]


class Kept(Line):
    """A line that is opened anew where its server closed it while others had their turns."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(port, headers)
        self._again = (port, headers)

    def _exchange(self, request: bytes) -> tuple[int, bytes]:
        if select.select([self.socket], [], [], 0)[0]:
            # Nothing was asked, so what can be read is its end.
            self.socket.close()
            super().__init__(*self._again)
        return super()._exchange(request)


def begun(command: list[str], environment: dict[str, str], said: Path) -> "subprocess.Popen[bytes]":
    """A server that ends with us."""
    with open(said, "wb") as log:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
        )


def wait(process: "subprocess.Popen[bytes]", port: int, path: str, said: Path) -> None:
    """Until it answers anything at all."""
    deadline = time.monotonic() + 300
    while True:
        try:
            with Line(port) as line:
                line.status(path)
                return
        except OSError:
            pass
        if process.poll() is not None or time.monotonic() > deadline:
            raise Missing(f"its server did not come: {said.read_text(errors='replace')[-800:]}")
        time.sleep(0.3)


def end(process: "subprocess.Popen[bytes]") -> None:
    """With all its workers: one that keeps a connection open would wait for it."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=20)


def whole(body: bytes) -> bytes:
    """A JSON answer without the lengths that stand between the pieces of a chunked one."""
    if body[:1] in (b"{", b"["):
        return body
    pieces, rest = [], body
    while rest:
        length, _end, rest = rest.partition(b"\r\n")
        size = int(length, 16)
        pieces.append(rest[:size])
        rest = rest[size + 2 :] if size else b""
    return b"".join(pieces)


def run(command: list[str], environment: dict[str, str] | None = None) -> str:
    """What it said; its last words where it failed."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Missing(f"`{' '.join(command[:3])} …` failed: {(done.stderr or done.stdout)[-800:].strip()}")
    return done.stdout
