"""Why time cannot tell what is foreign from what is absent: the database is asked the same for both.

The figures are in docs/benchmarks.md; here nothing is timed.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from backend.cases.services import sharing
from backend.partners.actors import actor_of
from tests.contracts.description import Operation
from tests.contracts.targets import Ids, random_ids
from tests.contracts.test_route_matrix import (
    AREAS,
    _call,
    _elsewhere,
    _is_private,
    _of,
    _sighted,
)
from tests.contracts.world import Acting, World, undone

# Django writes the same statements for both engines, but for their dialects: once is enough for what takes
# minutes.
pytestmark = pytest.mark.skipif("connection.vendor == 'sqlite'", reason="the same statements as PostgreSQL's")

Statements = list[str]
SAVEPOINT = re.compile(r'"?s\d+_x\d+"?')


@pytest.fixture
def world(db: None) -> World:
    made = World()
    assert made.callers
    return made


@contextmanager
def _listening() -> Iterator[Statements]:
    """The text of each statement, without its values."""
    heard: Statements = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        heard.append(SAVEPOINT.sub("<savepoint>", sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield heard


def _asked(role: Acting, operation: Operation, ids: Ids, body: Any) -> tuple[int, Statements]:
    """The status, and what the database was asked for it."""
    with _listening() as heard:
        answer = _call(role, operation, ids, body)
    return answer.status_code, heard


def _require_the_same(
    role: Acting, operation: Operation, *, absent: Ids, there: Ids, body: Any, name: str
) -> None:
    # Whatever a process learns once and keeps is known before anything is compared.
    _call(role, operation, absent, body)
    for_absent = _asked(role, operation, absent, body)
    assert for_absent[1], "nothing was heard"
    assert _asked(role, operation, there, body) == for_absent, name


@pytest.mark.parametrize("area", AREAS)
def test_the_same_is_asked_for_what_is_foreign_as_for_what_is_absent(
    area: str, world: World, subtests: Any
) -> None:
    for operation, target in _of(area):
        if not operation.parameters or not _is_private(operation):
            continue
        with subtests.test(operation.id):
            for name, role in _sighted(world, operation):
                if name == "admin":
                    continue
                own, body = target.own(world, role.home), target.body(world, role.home)
                foreign = target.foreign_ids(world, role.home)
                _require_the_same(
                    role, operation, absent=random_ids(own), there=foreign, body=body, name=name
                )


@pytest.mark.parametrize("area", AREAS)
def test_the_same_is_asked_for_what_is_under_another_parent(area: str, world: World, subtests: Any) -> None:
    for operation, target in _of(area):
        if len(operation.parameters) < 2 or not _is_private(operation):
            continue
        inner = operation.parameters[-1]
        with subtests.test(operation.id):
            for name, role in _sighted(world, operation):
                own, body = target.own(world, role.home), target.body(world, role.home)
                absent = own | {inner: random_ids(own)[inner]}
                for elsewhere in _elsewhere(world, target, inner, role.home):
                    there = own | {inner: elsewhere}
                    _require_the_same(role, operation, absent=absent, there=there, body=body, name=name)


@pytest.mark.parametrize("area", ["cases", "referrals"])
def test_the_same_is_asked_for_a_restricted_case_as_for_an_absent_one(
    area: str, world: World, subtests: Any
) -> None:
    by, named = actor_of(world.a.coordinator), [world.luan, world.a.coordinator]
    for operation, target in _of(area):
        if not operation.parameters:
            continue
        with subtests.test(operation.id):
            ids, body = target.own(world, "a"), target.body(world, "a")
            for name, role in _sighted(world, operation, ("arta", "observer", "writes")):
                _call(role, operation, random_ids(ids), body)
                for_absent = _asked(role, operation, random_ids(ids), body)
                # The world undoes everything after each call, so that it is restricted anew for each.
                with _restricted(ids, named, by):
                    for_restricted = _asked(role, operation, ids, body)
                assert for_restricted == for_absent, name


@contextmanager
def _restricted(ids: Ids, people: Any, by: Any) -> Iterator[None]:
    with undone():
        sharing.restrict(ids["case_id"], people=people, expected=None, actor=by)
        yield
