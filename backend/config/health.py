"""Tells a supervisor whether this process lives, and whether it can serve."""

import time
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from backend.common import replica
from backend.common.errors import Problem
from backend.common.problems import plain_response
from backend.files import places
from backend.files.errors import FilesAway
from backend.secondlock.weaknesses import weaknesses

# A supervisor asks every few seconds; the place of the files is asked once in so many.
FILES_ASKED_EVERY: Final = 10.0
_migrated: set[str] = set()
_locked: set[str] = set()


@dataclass
class _Look:
    """The last one at the place of the files: when, and whether it answered."""

    at: float = -FILES_ASKED_EVERY
    there: bool = False


_look = _Look()


class NotReady(Problem):
    """`waiting_for` is `database`, `migrations` or `second_lock` (docs/second-lock.md)."""

    status, code = 503, "not_ready"
    title = _("Dosja cannot serve yet.")
    retry_after = 5


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return JsonResponse({"status": "live"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers, has every table of this version, and in production they are locked."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        migrated = _is_migrated()
        locked = migrated and _is_locked()
    except DatabaseError:
        return plain_response(NotReady(waiting_for="database"))
    if not migrated:
        return plain_response(NotReady(waiting_for="migrations"))
    if not locked:
        return plain_response(NotReady(waiting_for="second_lock"))
    # Without the replica the primary answers: that is told, and refuses nobody.
    told = {"replica": replica.outcome_now().value} if replica.is_configured() else {}
    # Nor does anybody who comes with a complaint need the files.
    told["files"] = "there" if _are_files_there() else "away"
    return JsonResponse({"status": "ready", **told})


def _are_files_there() -> bool:
    if time.monotonic() - _look.at > FILES_ASKED_EVERY:
        try:
            places.present().require_answer()
            _look.there = True
        except FilesAway:
            _look.there = False
        _look.at = time.monotonic()
    return _look.there


def _is_migrated() -> bool:
    """Remembered once true: reading all migration files takes longer than a supervisor likes to wait."""
    name = str(connection.settings_dict["NAME"])
    if name not in _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.add(name)
    return True


def _is_locked() -> bool:
    """Remembered once true, too. Development may work as the owner of its tables."""
    if settings.DOSJA_MODE != "production" or settings.DOSJA_ALLOW_ONE_ROLE:
        return True
    name = str(connection.settings_dict["NAME"])
    if name not in _locked:
        if weaknesses(connection):
            return False
        _locked.add(name)
    return True
