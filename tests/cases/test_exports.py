"""An export that a worker writes is what its taker may see, once, within a day, and every partner is told."""

import csv
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from openpyxl import load_workbook

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.columns import Column
from backend.cases.models import Case, CaseExport
from backend.cases.page import CaseFilters, filters_to_keep, kept_filters
from backend.cases.services import exports, sharing, work
from backend.cases.services.exporting import Leaving, pages_leaving
from backend.common import clock
from backend.common.errors import NotAllowed, NotFound
from backend.files import blobs
from backend.jobs.services import Outcome
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import restricted, shared
from tests.factories.cases import CaseFactory
from tests.factories.partners import api_client
from tests.files.sending import read

Api = Callable[[User], Caller]
RunJobs = Callable[..., list[Outcome]]
COLUMNS = ["reference", "state", "summary", "assignee", "tags", "opened_at"]
pytestmark = pytest.mark.django_db(transaction=True)


def ask(by: User | Actor, kind: str = "csv", *, search: str | None = None, **filters: Any) -> CaseExport:
    actor = by if isinstance(by, Actor) else actor_of(by)
    leaving = Leaving(CaseFilters(**filters), "-opened_at", search, COLUMNS)
    return exports.ask_for_export(leaving, kind=kind, narrowed=list(filters), actor=actor)


def made(by: User | Actor, kind: str = "csv", **filters: Any) -> CaseExport:
    row = ask(by, kind, **filters)
    exports.make_export(row.pk)
    return CaseExport.objects.get(pk=row.pk)


def taken(row: CaseExport, by: User | Actor) -> bytes:
    actor = by if isinstance(by, Actor) else actor_of(by)
    return read(exports.take_export(row.pk, actor=actor)[1])


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_all_formats_hold_the_list_and_no_formula(arta: User, case_of_arta: Case, partner_a: Partner) -> None:
    Case.objects.filter(pk=case_of_arta.pk).update(summary="=cmd()")
    work.retag(case_of_arta.pk, add=["toka"], remove=[], expected=None, actor=actor_of(arta))
    CaseFactory(owner=partner_a)
    (row,) = table(taken(made(arta, states=["open"]), arta))
    assert list(row.values())[:5] == [case_of_arta.reference, "Open", "'=cmd()", "Arta", "toka"]
    sheet = load_workbook(io.BytesIO(taken(made(arta, "xlsx", states=["open"]), arta))).active
    head, cells = sheet.iter_rows(values_only=True)
    assert head[:2] == ("Reference", "State")
    assert cells[:4] == (case_of_arta.reference, "Open", "=cmd()", "Arta")
    assert sheet["C2"].data_type == "s" and sheet["C2"].quotePrefix
    (line,) = taken(made(arta, "jsonl", states=["open"]), arta).decode().splitlines()
    told = json.loads(line)
    assert [*told] == ["id", *COLUMNS]
    assert (told["id"], told["state"], told["tags"]) == (str(case_of_arta.pk), "open", ["toka"])


def test_it_is_given_once_and_only_to_who_asked(arta: User, besa: User, case_of_arta: Case) -> None:
    row = ask(arta)
    with pytest.raises(errors.ExportNotReady):
        exports.take_export(row.pk, actor=actor_of(arta))
    exports.make_export(row.pk)
    with pytest.raises(NotFound):
        exports.take_export(row.pk, actor=actor_of(besa))
    kept = CaseExport.objects.get(pk=row.pk).file
    assert kept is not None
    _row, reader = exports.take_export(row.pk, actor=actor_of(arta))
    # The keys are gone before the first byte leaves, the bytes once the last one has.
    row = CaseExport.objects.get(pk=row.pk)
    assert (row.state, row.file, bytes(row.seen)) == ("taken", None, b"")
    assert row.data_key.destroyed_at is not None and blobs.exists(kept.pk)
    assert case_of_arta.reference.encode() in read(reader)
    assert not blobs.exists(kept.pk)
    with pytest.raises(errors.ExportGone):
        exports.take_export(row.pk, actor=actor_of(arta))


def test_who_may_see_less_meanwhile_gets_nothing(
    arta: User, besa: User, giorgi: User, case_of_arta: Case, partner_b: Partner
) -> None:
    share = shared(case_of_arta, partner_b, besa)
    theirs, of_arta = made(giorgi), made(arta)
    assert (theirs.count, of_arta.count) == (1, 1)
    sharing.end_share(case_of_arta.pk, share_id=share.pk, actor=actor_of(besa))
    with pytest.raises(errors.ExportOutdated):
        exports.take_export(theirs.pk, actor=actor_of(giorgi))
    restricted(case_of_arta, [besa], besa)
    with pytest.raises(errors.ExportOutdated):
        exports.take_export(of_arta.pk, actor=actor_of(arta))
    assert not AuditEvent.objects.filter(action="cases.exported").exists()


def test_a_program_takes_with_the_scopes_of_its_token_only(partner_a: Partner, case_of_arta: Case) -> None:
    program = api_client(partner_a, Role.COORDINATOR).membership.user
    reads, blind = (actor_of(program, scopes=[scope]) for scope in ("cases:read", "intake"))
    with pytest.raises(NotAllowed):
        ask(blind)
    row = made(reads, "jsonl")
    assert row.count == 1
    with pytest.raises(NotFound):
        exports.take_export(row.pk, actor=blind)
    assert case_of_arta.reference in taken(row, reads).decode()


def test_who_lost_the_role_before_it_was_made_gets_an_empty_hand(arta: User, case_of_arta: Case) -> None:
    row = ask(arta)
    arta.groups.clear()
    before = {one for one, _written in blobs.every_blob()}
    exports.make_export(row.pk)
    row.refresh_from_db()
    assert (row.state, row.failure, row.file) == ("failed", "not_allowed", None)
    assert {one for one, _written in blobs.every_blob()} == before


def test_every_partner_is_told_before_the_first_byte_leaves(
    nino: User,
    besa: User,
    case_of_arta: Case,
    partner_a: Partner,
    partner_b: Partner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    CaseFactory(owner=partner_b)
    shared(case_of_arta, partner_b, besa)
    row = made(nino)

    def fails(*_given: Any, **_more: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("backend.cases.services.exporting.record", fails)
        with pytest.raises(RuntimeError):
            exports.take_export(row.pk, actor=actor_of(nino))
    assert len(table(taken(row, nino))) == 2
    lines = AuditEvent.objects.filter(action="cases.exported")
    assert {line.chain_id: line.facts["count"] for line in lines} == {partner_a.pk: 1, partner_b.pk: 1}
    (asked,) = AuditEvent.objects.filter(action="cases.export_asked")
    assert asked.facts == {"format": "csv", "columns": COLUMNS, "narrowed": []}


def test_what_is_looked_for_lies_sealed(arta: User, case_of_arta: Case) -> None:
    row = ask(arta, search="Gjeloshaj")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_caseexport")
        assert "Gjeloshaj" not in str(
            [bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()]
        )
    assert CaseExport.objects.get(pk=row.pk).filters["search"] == "Gjeloshaj"


def test_what_is_not_taken_within_a_day_is_destroyed(arta: User, case_of_arta: Case) -> None:
    row = made(arta)
    kept = row.file
    assert kept is not None
    with clock.frozen(clock.now() + timedelta(hours=23)):
        assert exports.clear_exports() == 0
    with clock.frozen(clock.now() + timedelta(hours=24, minutes=1)):
        with pytest.raises(errors.ExportGone):
            exports.take_export(row.pk, actor=actor_of(arta))
        assert exports.clear_exports() == 1
    row = CaseExport.objects.get(pk=row.pk)
    assert row.state == "expired" and row.data_key.destroyed_at is not None
    assert not blobs.exists(kept.pk)


def test_of_many_that_nobody_takes_the_oldest_goes(
    arta: User, besa: User, case_of_arta: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_AT_A_TIME", 2)
    elses, first, second, third = made(besa), made(arta), made(arta), made(arta)
    states = CaseExport.objects.in_bulk([elses.pk, first.pk, second.pk, third.pk])
    assert [states[row.pk].state for row in (elses, first, second, third)] == [
        "ready", "expired", "ready", "ready",
    ]  # fmt: skip


def test_a_list_too_long_is_refused_and_not_cut(
    arta: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "MOST_ROWS", 2)
    monkeypatch.setattr(exports, "_AT_ONCE", 1)
    for _ in range(3):
        CaseFactory(owner=partner_a)
    row = made(arta)
    assert (row.state, row.failure, row.file) == ("failed", "export.too_long", None)


def test_by_the_api_it_is_asked_for_followed_and_taken(
    api: Api, arta: User, besa: User, case_of_arta: Case, run_jobs: RunJobs
) -> None:
    caller = api(arta)
    body = {"format": "csv", "filters": {"state": ["open"], "opened_from": "2020-01-01", "assignee": "me"}}
    answer = caller.post("/exports/", body, key="night-1")
    assert answer.status_code == 202
    assert caller.post("/exports/", body, key="night-1").json() == answer.json()
    asked = answer.json()
    assert (asked["state"], asked["narrowed"]) == ("waiting", ["assignee", "opened_from", "state"])
    assert asked["columns"] == Column.values
    own = f"/exports/{asked['id']}/"
    assert caller.post(f"{own}take/").json()["code"] == "export.not_ready"
    run_jobs()
    ready = caller.get(own).json()
    assert (ready["state"], ready["done"], ready["total"], ready["count"]) == ("ready", 1, 1, 1)
    assert [one["id"] for one in caller.get("/exports/").json()["results"]] == [asked["id"]]
    stranger = api(besa)
    assert stranger.get("/exports/").json()["results"] == []
    assert stranger.get(own).status_code == stranger.post(f"{own}take/").status_code == 404
    file = caller.post(f"{own}take/")
    assert (file.status_code, len(table(file.content))) == (200, 1)
    assert file.headers["Content-Disposition"].endswith('.csv"')
    assert caller.post(f"{own}take/").json()["code"] == "export.gone"


def test_filters_are_the_same_for_the_worker() -> None:
    some = CaseFilters(
        states=frozenset({"open", "triage"}),
        kinds=frozenset({"corruption"}),
        severities=frozenset({1, 2}),
        categories=(4, 3),
        assignee=UUID(int=1),
        overdue=False,
        opened_from=clock.now(),
        owner=UUID(int=2),
        tag="toka",
        ids=frozenset({UUID(int=3)}),
    )
    again = kept_filters(json.loads(json.dumps(filters_to_keep(some))))
    for name in filters_to_keep(some):
        before, after = getattr(some, name), getattr(again, name)
        assert after == before or sorted(after) == sorted(before)
    assert kept_filters(filters_to_keep(CaseFilters(assignee="nobody"))).assignee == "nobody"


def test_many_rows_do_not_lie_in_memory(
    arta: User, case_of_arta: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = Leaving(CaseFilters(), "-opened_at", None, Column.values)
    (page,) = pages_leaving(leaving, actor_of(arta), most=10)
    many = [{**page[0], "summary": "Fletorja e vizitave " * 20}] * 100

    def pages(*_given: Any, **_more: Any) -> Iterator[Any]:
        yield from [many] * 60

    monkeypatch.setattr(exports, "pages_leaving", pages)
    for kind in ("xlsx", "csv", "jsonl"):
        row = ask(arta, kind)
        tracemalloc.start()
        exports.make_export(row.pk)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        row.refresh_from_db()
        assert (row.state, row.count) == ("ready", 6_000)
        assert most < 2_000_000, (kind, most)
