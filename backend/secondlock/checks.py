"""`manage.py check --database default`: whether the second lock holds in this database."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from backend.secondlock.weaknesses import weaknesses


@register(Tags.database)
def second_lock(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Warnings and no errors: `migrate`, which puts the lock on, asks for them first. What refuses to serve
    without the lock is `/health/ready`, and `lock_tables --check` fails."""
    return [
        Warning(text, id="dosja.W002")
        for alias in databases or ()
        if not _is_owner_by_intention(connections[alias])
        for text in weaknesses(connections[alias])
    ]


def _is_owner_by_intention(connection: Any) -> bool:
    """Another role serves: this one is here to migrate."""
    return settings.DOSJA_DATABASE_ROLE not in ("", connection.settings_dict["USER"])
