"""The directory of the real files, which the demonstration leans on."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def directory(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Places, institutions and rules, for all tests of a module; what they add goes with it at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_directory", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)
