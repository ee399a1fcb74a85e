"""What must be on the disk before something happens that cannot be taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def on_the_disk() -> Iterator[None]:
    """What is committed inside survives a power failure in the next moment.

    PostgreSQL promises it anyway. SQLite, as it is set here, promises that nothing breaks, but may forget
    the last commits of a machine that loses power.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous = NORMAL")
