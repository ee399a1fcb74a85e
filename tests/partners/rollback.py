"""Runs one example of a property test in the database and leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back() -> Iterator[None]:
    """Hypothesis runs many examples inside one test; each starts from the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
