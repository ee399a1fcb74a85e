"""Where a second factor is demanded: one answer for every address, whoever asks and whatever is there."""

from typing import Any

import pytest

from tests.contracts.description import operations
from tests.contracts.matrix import matrix
from tests.contracts.targets import TARGETS
from tests.contracts.test_route_matrix import _call
from tests.contracts.world import World

pytestmark = pytest.mark.either_engine("postgresql")

# Oneself, the own password, the own sessions: what it takes to set a factor up, or to leave.
OPEN = {
    *("me_retrieve", "me_partial_update", "me_password_change"),
    *("me_sessions_list", "me_sessions_end", "me_sessions_end_others"),
}
# Staff comes through without the key of a form; the street does not.
BY_FORM_KEY = {"complaints_file", "complaints_files_create"}
STAFF = ("arta", "besa", "dafina", "giorgi", "admin", "outsider")
PROGRAMS = ("intake", "reads", "writes", "manages", "expired")


@pytest.fixture
def world(db: None, settings: Any) -> World:
    made = World()
    assert made.callers
    settings.DOSJA_SECOND_FACTOR = "required"
    return made


def test_staff_without_one_gets_the_same_refusal_from_every_route(world: World, subtests: Any) -> None:
    refusals = set()
    for name, operation in operations().items():
        rows, target = matrix()[name], TARGETS[name]
        with subtests.test(name):
            for person in STAFF:
                role = world.callers[person]
                ids, body = target.own(world, role.home), target.body(world, role.home)
                answer = _call(role, operation, ids, body, target.headers(world, role.home))
                if name in OPEN:
                    assert answer.status_code == rows[person], person
                elif rows["anonymous"] != 401 or name in BY_FORM_KEY:
                    # Open to the street, or to a form's key: nothing more than the street gets.
                    assert answer.status_code == rows["anonymous"], person
                else:
                    assert answer.status_code == 403, person
                    assert answer.json()["code"] == "second_factor.required"
                    refusals.add(answer.content)
    assert len(refusals) == 1


def test_programs_are_not_asked(world: World, subtests: Any) -> None:
    for name in ("cases_list", "partners_members_list", "partners_list", "cases_retrieve"):
        operation, target = operations()[name], TARGETS[name]
        with subtests.test(name):
            for program in PROGRAMS:
                role = world.callers[program]
                ids, body = target.own(world, role.home), target.body(world, role.home)
                assert _call(role, operation, ids, body).status_code == matrix()[name][program]
