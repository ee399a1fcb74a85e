"""The archive on its way: a tar inside an age file, written and read in one go, with nothing readable on a
disk. `age --decrypt -i KEY FILE | tar x` opens it without Dosja."""

import io
import json
import os
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final

import pyrage

from backend.moving.errors import ArchiveUnfit

FORMAT: Final = 1
HEAD: Final = "dosja.json"
END: Final = "end.json"
_PIECE: Final = 64 * 1024
# Under this name a row says the running number that others point to it by.
NUMBER: Final = "#"
# Ends the name of the table of partners that are known by their name alone.
OTHERS: Final = "-others"


class Writer:
    """Members of the tar, one after the other."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def add_json(self, name: str, content: Any) -> None:
        """One JSON document."""
        self.add_bytes(name, json.dumps(content, ensure_ascii=False, indent=1).encode())

    def add_bytes(self, name: str, content: bytes) -> None:
        """A member that is at hand as a whole."""
        self.add_stream(name, len(content), io.BytesIO(content))

    def add_stream(self, name: str, size: int, source: Any) -> None:
        """A member of known size that is read piece by piece."""
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        self._tar.addfile(member, source)


@contextmanager
def written(to: IO[bytes], recipient: pyrage.x25519.Recipient) -> Iterator[Writer]:
    """An archive that only the private half of `recipient` opens."""
    with (
        _piped(lambda pipe: pyrage.encrypt_io(pipe, to, [recipient]), reads=True) as pipe,
        tarfile.open(fileobj=pipe, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        yield Writer(tar)


@contextmanager
def read(source: IO[bytes], identity: pyrage.x25519.Identity) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """The members of an archive in their order, each to be read before the next is asked for.

    Raises ArchiveUnfit where another key is needed or the file was cut or changed."""
    try:
        with (
            _piped(lambda pipe: pyrage.decrypt_io(source, pipe, [identity]), reads=False) as pipe,
            tarfile.open(fileobj=pipe, mode="r|") as tar,
        ):
            yield _members(tar)
            # Behind the last member, too: only the whole file proves that nothing was cut or changed.
            while pipe.read(_PIECE):
                pass
    except pyrage.DecryptError:
        raise ArchiveUnfit("it was sealed for another key") from None
    except (tarfile.TarError, OSError, EOFError):
        raise ArchiveUnfit("it was cut or changed") from None


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for member in tar:
        content = tar.extractfile(member) if member.isfile() else None
        if content is None:
            raise ArchiveUnfit("it holds something that is no file")
        yield member.name, content


@contextmanager
def _piped(work: Callable[[IO[bytes]], None], *, reads: bool) -> Iterator[IO[bytes]]:
    """One end of a pipe, at whose other end a thread ciphers (`reads`: what is written here): the library
    takes files, tar makes them.

    An error of the thread is raised here, before the error that it caused on this side."""
    out, into = os.pipe()
    ends: tuple[IO[bytes], IO[bytes]] = (os.fdopen(into, "wb"), os.fdopen(out, "rb"))
    mine, theirs = ends if reads else (ends[1], ends[0])
    failed: list[BaseException] = []

    def run() -> None:
        try:
            with theirs:
                work(theirs)
        except BaseException as error:  # told on the other side
            failed.append(error)

    thread = threading.Thread(target=run, name="moving-cipher", daemon=True)
    thread.start()
    try:
        yield mine
    except BaseException:
        _end(mine, thread)
        if failed and not isinstance(failed[0], BrokenPipeError):
            raise failed[0] from None
        raise
    _end(mine, thread)
    if failed:
        raise failed[0]


def _end(mine: IO[bytes], thread: threading.Thread) -> None:
    with suppress(BrokenPipeError):
        mine.close()
    thread.join()
