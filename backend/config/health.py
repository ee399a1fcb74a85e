"""Tells a supervisor whether this process lives, and whether it can serve."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from backend.common.errors import Problem
from backend.common.problems import plain_response

_migrated: set[str] = set()


class NotReady(Problem):
    """`waiting_for` is `database` or `migrations`."""

    status, code = 503, "not_ready"
    title = _("Dosja cannot serve yet.")
    retry_after = 5


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return JsonResponse({"status": "live"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has every table of this version."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        migrated = _is_migrated()
    except DatabaseError:
        return plain_response(NotReady(waiting_for="database"))
    if not migrated:
        return plain_response(NotReady(waiting_for="migrations"))
    return JsonResponse({"status": "ready"})


def _is_migrated() -> bool:
    """Remembered once true: reading all migration files takes longer than a supervisor likes to wait."""
    name = str(connection.settings_dict["NAME"])
    if name not in _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.add(name)
    return True
