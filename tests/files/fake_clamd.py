"""A clamd on a unix socket: speaks INSTREAM, finds EICAR, can be slow, die in the middle, be too small."""

import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.files.samples import EICAR


class FakeClamd:
    """`with FakeClamd(path) as clamd:`; what it was asked to look at is in `clamd.seen`."""

    def __init__(
        self, path: Path, *, answer: bytes = b"", pause: float = 0, hangs_up_after: int | None = None
    ) -> None:
        self.path, self.seen = path, b""
        self._answer, self._pause, self._hangs_up_after = answer, pause, hangs_up_after
        self._socket = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> "FakeClamd":
        self._socket.bind(str(self.path))
        self._socket.listen()
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self.path.unlink(missing_ok=True)

    def _serve(self) -> None:
        while True:
            try:
                line, _address = self._socket.accept()
            except OSError:
                return
            with line:
                self._answer_one(line)

    def _answer_one(self, line: socket.socket) -> None:
        assert self._exactly(line, 10) == b"zINSTREAM\0"
        while size := int.from_bytes(self._exactly(line, 4), "big"):
            self.seen += self._exactly(line, size)
            if self._hangs_up_after is not None and len(self.seen) > self._hangs_up_after:
                return
        time.sleep(self._pause)
        found = b"stream: Win.Test.EICAR_HDB-1 FOUND" if EICAR in self.seen else b"stream: OK"
        # Who asked may have lost patience meanwhile.
        with suppress(BrokenPipeError, ConnectionResetError):
            line.sendall((self._answer or found) + b"\0")

    def _exactly(self, line: socket.socket, size: int) -> bytes:
        got = b""
        while len(got) < size:
            more = line.recv(size - len(got))
            if not more:
                return got
            got += more
        return got
