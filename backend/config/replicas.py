"""The streaming replica in the settings: refused where it cannot be one, looked at by `manage.py check`."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.core.checks import CheckMessage, Tags, Warning, register

from backend.common.replica import REPLICA, Outcome, is_configured, outcome_now
from backend.config.env import PATIENCE, POSTGRESQL, Environment, database_of

# A machine that vanished answers nothing, not even a refusal.
_GIVEN_UP_SOON: Final = {
    **PATIENCE,
    "connect_timeout": "2",
    "tcp_user_timeout": "3000",
    "keepalives_idle": "3",
    "keepalives_interval": "2",
    "keepalives_count": "2",
}
_SAID: Final = {
    Outcome.AWAY: "The server of DATABASE_REPLICA_URL cannot be asked.",
    Outcome.STRANGER: "DATABASE_REPLICA_URL leads to a server that is no replica of DATABASE_URL's.",
}


def replicas(
    environment: Environment, name: str, primary: Mapping[str, Any], *, role: str
) -> dict[str, dict[str, Any]]:
    """The replica that a URL names, by its alias; nothing where there is none, or where it is refused."""
    url = environment.secret(name)
    if not url:
        return {}
    try:
        found = database_of(url, patience=_GIVEN_UP_SOON)
    except ValueError as wrong:
        environment.problems.append(f"{name} cannot be used: {wrong}.")
        return {}
    if not found["ENGINE"] == primary["ENGINE"] == POSTGRESQL:
        environment.problems.append(f"{name} is set, but only PostgreSQL has replicas: unset it.")
        return {}
    # The second lock is copied with the data: it holds there for whom it holds here.
    if found["NAME"] != primary["NAME"] or found["USER"] not in (primary["USER"], role):
        environment.problems.append(f"{name} must name the database and the role of DATABASE_URL.")
        return {}
    return {REPLICA: {**found, **_like_a_replica(found["OPTIONS"])}}


def _like_a_replica(options: Mapping[str, str]) -> dict[str, Any]:
    """Nobody waits long for it: the primary answers as well."""
    of_session = f"{options['options']} -c lock_timeout=2s -c default_transaction_read_only=on"
    return {
        "OPTIONS": {**options, "options": of_session},
        "DISABLE_SERVER_SIDE_CURSORS": True,
        # It is asked before each reading anyway.
        "CONN_HEALTH_CHECKS": False,
    }


@register(Tags.database)
def replica_serves(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Warnings: without the replica the primary answers."""
    if not databases or not is_configured():
        return []
    said = _SAID.get(outcome_now())
    return [Warning(said, id="dosja.W009")] if said else []
