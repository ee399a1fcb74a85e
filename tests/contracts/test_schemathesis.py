"""Schemathesis attacks every operation for a short while; `make fuzz` does it for long, on a real server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from backend.config.wsgi import application
from backend.partners.roles import SCOPES, Role
from tests.contracts.description import document
from tests.contracts.targets import TARGETS
from tests.contracts.world import World, undone
from tests.factories.partners import access_token, api_client

# The long run walks through every boundary of every field; here a few draws of each operation must do.
CONFIG = SchemathesisConfig.from_dict(
    {
        "seed": 20261122,
        "phases": {"coverage": {"enabled": False}, "stateful": {"enabled": False}},
        "generation": {"max-examples": 5, "database": "none"},
        # A code that no institution has is well formed, and wrong: that is no business of a schema.
        "checks": {"positive_data_acceptance": {"enabled": False}},
    }
)
SCHEMA = schemathesis.openapi.from_dict(document(), config=CONFIG)
SCHEMA.app = application


# The mark is what makes pytest-django set up a database of its own, also for the fixture of the module.
pytestmark = [pytest.mark.django_db, pytest.mark.either_engine("postgresql")]


@dataclass(frozen=True)
class Attack:
    """What the generated requests are sent with: ids that exist, by operation, and a token."""

    ids: Mapping[str, Mapping[str, str]]
    token: str


@pytest.fixture(scope="module")
def attack(django_db_setup: None, django_db_blocker: Any) -> Iterator[Attack]:
    """One world for all operations: what is done to it is undone after every call."""
    # Between requests the server lets go of a connection whose transaction is open: here it is ours.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with django_db_blocker.unblock(), undone():
        assert "test" in str(connection.settings_dict["NAME"])
        world = World()
        # All scopes of the widest role: what nobody lets through finds nothing.
        client = api_client(world.a.partner, Role.COORDINATOR, list(SCOPES))
        ids = {name: target.own(world, "a") for name, target in TARGETS.items()}
        yield Attack(
            {name: {part: str(id) for part, id in own.items()} for name, own in ids.items()},
            access_token(client.client_id),
        )
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@SCHEMA.parametrize()
@settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_description(case: Any, attack: Attack) -> None:
    own = attack.ids[case.operation.definition.raw["operationId"]]
    signed_in = {"Authorization": f"Bearer {attack.token}"}
    for path_parameters, headers in (
        (case.path_parameters, signed_in),
        (own, signed_in),
        (own, {}),
    ):
        case.path_parameters = path_parameters
        with undone():
            case.call_and_validate(headers=headers)
