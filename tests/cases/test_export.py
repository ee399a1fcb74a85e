"""What is promised of a list that leaves as a file."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services import exporting, work
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import restricted, shared
from tests.factories.cases import CaseFactory

Api = Callable[[User], Caller]
COLUMNS = ["reference", "state", "summary", "assignee", "tags", "opened_at"]


def export(caller: Caller, **asked: Any) -> Any:
    return caller.post("/cases/export/", {"format": "csv", "columns": COLUMNS, **asked})


def table(answer: Any) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_caseworker_takes_the_list_as_it_is_narrowed(
    api: Api, arta: User, partner_a: Partner, case_of_arta: Case
) -> None:
    Case.objects.filter(pk=case_of_arta.pk).update(summary="=cmd()")
    work.retag(case_of_arta.pk, add=["toka"], remove=[], expected=None, actor=actor_of(arta))
    CaseFactory(owner=partner_a)
    answer = export(api(arta), filters={"state": ["open"]})
    (row,) = table(answer)
    assert list(row.values())[:5] == [case_of_arta.reference, "Open", "'=cmd()", "Arta", "toka"]
    assert answer.headers["Content-Disposition"].endswith('.csv"')
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_file_of_a_spreadsheet_holds_the_same(api: Api, arta: User, case_of_arta: Case) -> None:
    book = load_workbook(io.BytesIO(export(api(arta), format="xlsx").content))
    head, row = book.active.iter_rows(values_only=True)
    assert head[:2] == ("Reference", "State")
    assert row[:4] == (case_of_arta.reference, "Open", None, "Arta")


def test_only_the_chosen_ones_leave(api: Api, arta: User, partner_a: Partner) -> None:
    cases = [CaseFactory(owner=partner_a) for _ in range(3)]
    chosen = [str(case.pk) for case in cases[:2]]
    rows = table(export(api(arta), cases=chosen))
    assert {row["Reference"] for row in rows} == {case.reference for case in cases[:2]}


def test_it_is_told_in_the_audit_before_it_leaves(
    api: Api, arta: User, case_of_arta: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(api(arta), filters={"search": "cadastre", "state": ["open"]})
    (line,) = AuditEvent.objects.filter(action="cases.exported")
    assert (line.actor_id, line.chain_id) == (arta.pk, case_of_arta.owner_id)
    assert line.facts == {
        "format": "csv",
        "columns": COLUMNS,
        "narrowed": ["search", "state"],
        "count": 1,
    }

    def fails(*_given: Any, **_more: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("backend.cases.services.exporting.record", fails)
    caller = api(arta)
    caller.raise_request_exception = False
    assert export(caller).status_code == 500


def test_every_partner_whose_cases_leave_has_a_line(
    api: Api, nino: User, besa: User, case_of_arta: Case, partner_a: Partner, partner_b: Partner
) -> None:
    CaseFactory(owner=partner_b)
    shared(case_of_arta, partner_b, besa)
    assert len(table(export(api(nino)))) == 2
    lines = AuditEvent.objects.filter(action="cases.exported")
    assert {line.chain_id: line.facts["count"] for line in lines} == {partner_a.pk: 1, partner_b.pk: 1}


def test_a_file_holds_no_more_than_the_list(
    api: Api, observer: User, arta: User, besa: User, nino: User, case_of_arta: Case
) -> None:
    Case.objects.filter(pk=case_of_arta.pk).update(summary="Kadastra")
    work.retag(case_of_arta.pk, add=["toka"], remove=[], expected=None, actor=actor_of(arta))
    (row,) = table(export(api(observer)))
    assert (row["Summary"], row["Worked by"], row["Tags"]) == ("", "", "")
    assert table(export(api(nino), cases=[str(case_of_arta.pk)])) == []
    restricted(case_of_arta, [besa], besa)
    assert table(export(api(arta))) == []
    assert not AuditEvent.objects.filter(action="cases.exported", facts__count=0).exists()


def test_a_list_too_long_is_refused_and_not_cut(
    api: Api, arta: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_ROWS", 2)
    monkeypatch.setattr(exporting, "_AT_ONCE", 1)
    for _ in range(2):
        CaseFactory(owner=partner_a)
    assert len(table(export(api(arta)))) == 2
    CaseFactory(owner=partner_a)
    refused = export(api(arta))
    assert (refused.status_code, refused.json()["code"]) == (409, "export.too_long")
    assert AuditEvent.objects.filter(action="cases.exported").count() == 1
