"""The second lock behind a real PgBouncer in transaction mode: two actors on one connection to the server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

import pytest
from django.db import connection, connections, transaction
from django.db.backends.signals import connection_created

from backend.cases.models import Case
from backend.common.secondlock import SETTING, holding
from backend.partners.models import Partner
from backend.secondlock.installing import grant
from tests import application_role
from tests.application_role import as_owner
from tests.databases import in_threads
from tests.secondlock.pgbouncer import PgBouncer

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security"),
]
NewCase = Callable[..., Case]
ROLE: Final = "dosja_pooled"
WEB, WORKER = "pooled_web", "pooled_worker"
TURNS: Final = 20


@pytest.fixture
def pooled(transactional_db: None) -> Iterator[None]:
    """Two connections of the application that share one of the server."""
    with as_owner(connection):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
        grant(ROLE)
    with PgBouncer(connection.settings_dict, ROLE) as pooler, _as_that_role():
        for alias in (WEB, WORKER):
            connections[alias] = _through(pooler, alias)
        yield
        for alias in (WEB, WORKER):
            connections[alias].close()
            del connections[alias]


def _through(pooler: PgBouncer, alias: str) -> Any:
    made = connection.copy(alias=alias)
    made.settings_dict |= {"HOST": pooler.host, "PORT": str(pooler.port), "USER": ROLE}
    made.inc_thread_sharing()
    return made


@contextmanager
def _as_that_role() -> Iterator[None]:
    """The role comes with the connection, as in production; tests otherwise take theirs on afterwards."""
    connection_created.disconnect(dispatch_uid="application_role")
    try:
        yield
    finally:
        connection_created.connect(application_role._connected, dispatch_uid="application_role")


def _server_of(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _seen(alias: str) -> set[UUID]:
    return set(Case.objects.using(alias).values_list("pk", flat=True))


def test_two_actors_on_one_connection_of_the_server_see_each_their_own(
    pooled: None, case_of_arta: Case, new_case: NewCase, partner_a: Partner, partner_b: Partner
) -> None:
    case_of_b = new_case(partner=partner_b, consent=False)
    assert _server_of(WEB) == _server_of(WORKER), "they do not share what this is about"
    for _turn in range(3):
        # Single statements and whole transactions, in turns.
        with holding(partner_a.pk):
            assert _seen(WEB) == {case_of_arta.pk}
        with holding(partner_b.pk):
            assert _seen(WORKER) == {case_of_b.pk}
        with holding(partner_a.pk), transaction.atomic(using=WEB):
            assert _seen(WEB) == {case_of_arta.pk}
        with holding():
            assert _seen(WORKER) == set()
        with holding(partner_b.pk), transaction.atomic(using=WORKER):
            assert _seen(WORKER) == {case_of_b.pk}
        with holding():
            assert _seen(WEB) == set()


def test_sql_that_brings_no_keys_finds_none_of_whoever_came_before(
    pooled: None, case_of_arta: Case, partner_a: Partner
) -> None:
    with holding(partner_a.pk):
        assert _seen(WEB) == {case_of_arta.pk}
    _server_of(WORKER)
    behind = connections[WORKER].connection
    assert behind.execute("SELECT count(*) FROM cases_case").fetchone() == (0,)
    assert behind.execute(f"SELECT current_setting('{SETTING}', true)").fetchone()[0] in (None, "")


def test_two_that_work_at_the_same_moment_never_see_the_others_case(
    pooled: None, case_of_arta: Case, new_case: NewCase, partner_a: Partner, partner_b: Partner
) -> None:
    case_of_b = new_case(partner=partner_b, consent=False)
    who = ((WEB, partner_a.pk, case_of_arta.pk), (WORKER, partner_b.pk, case_of_b.pk))
    shared = {alias: connections[alias] for alias in (WEB, WORKER)}

    def work(number: int) -> int:
        alias, partner, own = who[number]
        connections[alias] = shared[alias]
        with holding(partner):
            for _turn in range(TURNS):
                assert _seen(alias) == {own}
                with transaction.atomic(using=alias):
                    assert _seen(alias) == {own}
                    assert Case.objects.using(alias).filter(pk=own).update(summary=alias) == 1
        return TURNS

    assert in_threads(2, work) == [TURNS, TURNS]
