"""Which way of copying goes with which database."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from django.db import connection

from backend.backups import embedded, server
from backend.backups.facts import Facts


class Engine(Protocol):
    """What an engine does for a backup."""

    def save(self, folder: Path) -> Facts: ...

    def require_empty(self) -> None: ...

    def arriving(self, folder: Path) -> AbstractContextManager[Callable[[], None]]: ...


_ENGINES: Final[dict[str, Engine]] = {"sqlite": embedded, "postgresql": server}


def engine() -> Engine:
    """Of the database at hand."""
    return _ENGINES[connection.vendor]
