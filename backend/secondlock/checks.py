"""`manage.py check --database default`: whether the second lock holds in this database."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from backend.secondlock.weaknesses import weaknesses


@register(Tags.database)
def second_lock(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Errors in production, unless somebody said that one role is enough; else warnings."""
    strict = settings.DOSJA_MODE == "production" and not settings.DOSJA_ALLOW_ONE_ROLE
    kind, number = (Error, "dosja.E002") if strict else (Warning, "dosja.W002")
    return [kind(text, id=number) for alias in databases or () for text in weaknesses(connections[alias])]
