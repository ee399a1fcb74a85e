"""Making a clean copy in a process of its own: bytes in by its standard input, out by its output, no file.

What a stranger sent is taken apart there by large libraries. The process knows none of the installation's
secrets, can write no file, start no program, and has so much time and memory and no more.
"""

import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, Final

from django.conf import settings

WALL_SECONDS: Final = 90
# Pictures may grow when they are written anew, beyond any measure they do not.
LARGEST_COPY: Final = 100_000_000
_BLOCK: Final = 64 * 1024


class NotCleaned(Exception):
    """No clean copy came out; says in a word why."""


def clean_copy(cleaner: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The clean copy of some bytes, piece by piece; only after the last piece is it a whole.

    Raises NotCleaned, and whatever `chunks` raises.
    """
    yield from through("backend.files.cleaning", cleaner, chunks, largest=LARGEST_COPY)


def through(module: str, argument: str, chunks: Iterable[bytes], *, largest: int) -> Iterator[bytes]:
    """What a module of ours makes of some bytes in such a process. Raises NotCleaned."""
    with _started(module, argument) as child:
        timer = threading.Timer(WALL_SECONDS, child.kill)
        feeder = _Feeder(_pipe(child.stdin), chunks)
        timer.start()
        feeder.start()
        size = 0
        try:
            while block := _pipe(child.stdout).read(_BLOCK):
                size += len(block)
                if size > largest:
                    raise NotCleaned("too_large")
                yield block
            code = child.wait()
        finally:
            timer.cancel()
            child.kill()
            feeder.join()
    if feeder.failed is not None:
        raise feeder.failed
    if code != 0:
        raise NotCleaned(f"killed_{-code}" if code < 0 else f"ended_{code}")
    if size == 0:
        raise NotCleaned("empty")


class _Feeder(threading.Thread):
    """Writes while the other side is read: either alone would block on a full pipe."""

    def __init__(self, into: IO[bytes], chunks: Iterable[bytes]) -> None:
        super().__init__(daemon=True)
        self.failed: Exception | None = None
        self._into, self._chunks = into, chunks

    def run(self) -> None:
        # The child may end before it has read all: its exit code tells.
        with suppress(BrokenPipeError), self._into:
            try:
                for chunk in self._chunks:
                    self._into.write(chunk)
            except BrokenPipeError:
                raise
            except Exception as failed:
                self.failed = failed


def _started(module: str, argument: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        # -E -s: nothing of the surroundings is listened to.
        [sys.executable, "-E", "-s", "-m", module, argument],
        cwd=settings.BASE_DIR,
        env={"LANG": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # What a library says about a file may quote it.
        stderr=subprocess.DEVNULL,
        close_fds=True,
        start_new_session=True,
    )


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("a pipe was asked for")
    return pipe
