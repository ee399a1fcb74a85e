"""What is foreign, or kept from somebody, is to him what does not exist: the same answer, and the same work.

The database is asked the same statements for both, so that time does not tell either. The figures are in
docs/benchmarks.md; here nothing is timed.
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
from tests.contracts.matrix import matrix
from tests.contracts.targets import OTHER, Ids, random_ids
from tests.contracts.test_route_matrix import AREAS, PUBLIC_FACE, _call, _of
from tests.contracts.world import Acting, World, undone

# Django writes the same statements for both engines, but for their dialects: once is enough for what takes
# minutes.
pytestmark = pytest.mark.either_engine("postgresql")

# Their things belong to a partner: what is foreign must look as if it did not exist.
PRIVATE = (
    "/cases/{",
    "/exports/{",
    "/tasks/{",
    "/quarantine/{",
    "/incoming-mail/{",
    "/transfers/{",
    "/partner-referrals/{",
    "/identity-requests/{",
    "/saved-views/{",
    "/erasure-requests/{",
    "/partners/{slug}/",
)
# Those with the most sight of each sort. Where one of them gets 404 on things of his own side, the table of
# addresses already compares it with what does not exist.
EYES = ("arta", "besa", "observer", "giorgi", "writes", "manages", "admin")
SAVEPOINT = re.compile(r'"?s\d+_x\d+"?')

# All that a caller can see of an answer, and what the database was asked for it.
Found = tuple[tuple[int, bytes, list[tuple[str, str]]], list[str]]


@pytest.fixture
def world(db: None) -> World:
    made = World()
    assert made.callers
    return made


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The text of each statement, without its values."""
    heard: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        heard.append(SAVEPOINT.sub("<savepoint>", sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield heard


def _found(role: Acting, operation: Operation, ids: Ids, body: Any) -> Found:
    with _listening() as heard:
        answer = _call(role, operation, ids, body)
    assert heard, "nothing was heard"
    # Every answer has an id of its own.
    headers = sorted((name, told) for name, told in answer.headers.items() if name != "X-Request-Id")
    return (answer.status_code, answer.content, headers), heard


def _require_the_same(
    for_absent: Found, role: Acting, operation: Operation, *, absent: Ids, there: Ids, body: Any, name: str
) -> None:
    for_there = _found(role, operation, there, body)
    if for_absent != for_there:
        # Whatever a process learns once and keeps, the first call had to learn.
        for_absent = _found(role, operation, absent, body)
    assert for_there == for_absent, name


@pytest.mark.parametrize("area", AREAS)
def test_what_is_foreign_looks_like_what_does_not_exist(area: str, world: World, subtests: Any) -> None:
    for operation, target in _of(area):
        if not operation.parameters:
            continue
        with subtests.test(operation.id):
            for name, role in _sighted(world, operation):
                own, body = target.own(world, role.home), target.body(world, role.home)
                absent = random_ids(own)
                found = _found(role, operation, absent, body)
                assert found[0][0] == _status_of_absent(operation, name), name
                if _is_private(operation) and name != "admin":
                    there = target.foreign_ids(world, role.home)
                    _require_the_same(
                        found, role, operation, absent=absent, there=there, body=body, name=name
                    )


def _sighted(
    world: World, operation: Operation, names: tuple[str, ...] = EYES
) -> Iterator[tuple[str, Acting]]:
    return ((name, world.callers[name]) for name in names if matrix()[operation.id][name] != 404)


def _status_of_absent(operation: Operation, actor: str) -> int:
    """404; where a role may do nothing of the kind anyway, that is told first."""
    own = matrix()[operation.id][actor]
    closed = not _is_private(operation) and own == 403 and operation.id not in PUBLIC_FACE
    return 403 if closed else 404


def _is_private(operation: Operation) -> bool:
    return any(address in operation.path for address in PRIVATE) and operation.id not in PUBLIC_FACE


@pytest.mark.parametrize("area", AREAS)
def test_a_thing_under_another_one_does_not_exist(area: str, world: World, subtests: Any) -> None:
    for operation, target in _of(area):
        if len(operation.parameters) < 2:
            continue
        inner = operation.parameters[-1]
        with subtests.test(operation.id):
            for name, role in _sighted(world, operation):
                own, body = target.own(world, role.home), target.body(world, role.home)
                absent = own | {inner: random_ids(own)[inner]}
                found = _found(role, operation, absent, body)
                assert found[0][0] in (403, 404), name
                for elsewhere in _elsewhere(world, target, inner, role.home):
                    there = own | {inner: elsewhere}
                    _require_the_same(
                        found, role, operation, absent=absent, there=there, body=body, name=name
                    )


def _elsewhere(world: World, target: Any, inner: str, side: str) -> Iterator[object]:
    """The same kind of thing under another parent: of the other side, and of one's own."""
    if inner == "channel_id":
        yield world.other_channel.pk
        return
    if inner in ("language", "number", "column"):
        # A word, or a number that each partner counts from one: it means something only under its partner.
        return
    foreign = target.own(world, OTHER[side])[inner]
    yield foreign
    if inner == "referral_id":
        yield world.referral(side, "elsewhere").pk
    elif inner == "share_id":
        yield world.share(side, "received").pk
    elif inner == "link_id" and isinstance(foreign, int):  # of a case; an answer link's is a UUID
        yield world.link(side, "triage").pk
    elif inner == "message_id":
        yield world.message(side, "open").pk
    elif inner == "consent_id":
        yield world.consent(side, "received").pk
    elif inner == "file_id":
        yield world.attachment(side, "received").pk


@pytest.mark.parametrize("area", ["cases", "referrals"])
def test_a_restricted_case_does_not_exist_for_those_who_are_not_named(
    area: str, world: World, subtests: Any
) -> None:
    by, named = actor_of(world.a.coordinator), [world.luan, world.a.coordinator]
    for operation, target in _of(area):
        if not operation.parameters:
            continue
        with subtests.test(operation.id):
            ids, body = target.own(world, "a"), target.body(world, "a")
            for name, role in _sighted(world, operation, ("arta", "observer", "writes")):
                for_absent = _found(role, operation, random_ids(ids), body)
                # The world undoes everything after each call, so that it is restricted anew for each.
                with undone():
                    sharing.restrict(ids["case_id"], people=named, expected=None, actor=by)
                    for_restricted = _found(role, operation, ids, body)
                if for_absent != for_restricted:
                    for_absent = _found(role, operation, random_ids(ids), body)
                assert for_restricted == for_absent, name
                assert for_absent[0][0] == 404, name
