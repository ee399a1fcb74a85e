"""What is sent again over a bad line, and what never is."""

import io
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from dosja import Busy, Dosja, Patience, Unreachable
from dosja.core.api.cases import cases_count, cases_set_tags
from dosja.core.api.complaints import complaints_file
from dosja.core.api.imports import imports_create, imports_list
from dosja.core.models import NewComplaintRequest, NewImportRequest, TagNamesRequest
from dosja.core.types import File
from dosja.retrying import retry_after
from tests.clients.faulty import Fault, Line
from tests.factories.complaints import body

Through = Callable[..., Dosja]
COUNT, FILING = "/api/v1/cases/count/", "/api/v1/complaints/"


def complaint(**changes: Any) -> NewComplaintRequest:
    return NewComplaintRequest.from_dict(body(partner="qytet", channel="in_person", **changes))


@pytest.mark.parametrize(
    "fault",
    [Fault.PAGE, Fault.HANGS_UP, Fault.LOSES_ANSWER, Fault.HALF_AN_ANSWER],
    ids=lambda fault: fault.name,
)
def test_a_reading_request_is_sent_again(through: Through, line: Line, dosja: Dosja, fault: Fault) -> None:
    line.faults = [fault, fault]
    assert through().call(cases_count.sync) == dosja.call(cases_count.sync)
    assert len(line.seen("GET", COUNT)) == 3


def test_the_server_says_how_long_to_wait(through: Through, line: Line) -> None:
    line.faults = [Fault.BUSY]
    began = time.monotonic()
    through().call(cases_count.sync)
    assert time.monotonic() - began >= 1


def test_whoever_asks_for_an_hour_is_not_waited_for(through: Through, line: Line) -> None:
    line.faults = [Fault.PATIENCE]
    with pytest.raises(Busy) as busy:
        through().call(cases_count.sync)
    assert (busy.value.status, busy.value.retry_after) == (429, 3600)
    assert len(line.seen("GET", COUNT)) == 1


def test_patience_ends(through: Through, line: Line) -> None:
    line.faults = [Fault.HANGS_UP] * 9
    with pytest.raises(Unreachable) as broken:
        through(patience=Patience(tries=3, first_wait=0.01)).call(cases_count.sync)
    assert len(line.seen("GET", COUNT)) == 3
    # Neither request nor token hangs on it.
    assert broken.value.__cause__ is None
    assert broken.value.__suppress_context__


@pytest.mark.parametrize(
    "fault",
    [Fault.BUSY, Fault.HANGS_UP, Fault.LOSES_ANSWER, Fault.HALF_AN_ANSWER],
    ids=lambda fault: fault.name,
)
def test_a_complaint_is_filed_once_however_often_it_is_sent(
    through: Through, line: Line, dosja: Dosja, fault: Fault
) -> None:
    before = dosja.call(cases_count.sync).count
    line.faults = [fault, fault]
    filed = through().call(complaints_file.sync, body=complaint(narrative=f"Një herë: {fault.name}"))
    assert filed.reference
    assert dosja.call(cases_count.sync).count == before + 1
    keys = [headers["Idempotency-Key"] for headers in line.seen("POST", FILING)]
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_a_file_is_sent_whole_again(through: Through, line: Line, dosja: Dosja) -> None:
    line.faults = [Fault.LOSES_ANSWER, Fault.HANGS_UP]
    table = File(io.BytesIO(b"Nr,Ankesa\n" + b"1,Nuk ka\n" * 9_000), "again.csv")
    body = NewImportRequest(partner="qytet", file=table)
    run = through().call(imports_create.sync, body=body)
    assert [one.id for one in dosja.pages(imports_list.sync) if one.file_name == "again.csv"] == [run.id]
    lengths = {headers["Content-Length"] for headers in line.seen("POST", "/api/v1/imports/")}
    assert len(line.seen("POST", "/api/v1/imports/")) == 3
    assert len(lengths) == 1
    assert int(lengths.pop()) > 80_000


def test_two_complaints_have_two_keys(through: Through, line: Line) -> None:
    dosja = through()
    for number in range(2):
        dosja.call(complaints_file.sync, body=complaint(narrative=f"Tjetër: {number}"))
    assert len({headers["Idempotency-Key"] for headers in line.seen("POST", FILING)}) == 2


def test_a_change_whose_answer_was_lost_is_not_sent_again(through: Through, line: Line, dosja: Dosja) -> None:
    """It may have been made: sent again, it would be called stale."""
    case = dosja.case(next(dosja.cases()).id)
    line.faults = [Fault.LOSES_ANSWER]
    with pytest.raises(Unreachable):
        through().call(cases_set_tags.sync, case.id, body=TagNamesRequest(tags=["lost"]), seen=case)
    changed = dosja.case(case.id)
    assert (changed.version, changed.tags) == (case.version + 1, ["lost"])
    assert len(line.seen("PUT", f"/api/v1/cases/{case.id}/tags/")) == 1


def test_a_change_that_a_busy_server_refused_is_sent_again(
    through: Through, line: Line, dosja: Dosja
) -> None:
    case = dosja.case(next(dosja.cases()).id)
    line.faults = [Fault.PAGE]
    through().call(cases_set_tags.sync, case.id, body=TagNamesRequest(tags=["again"]), seen=case)
    assert dosja.case(case.id).tags == ["again"]


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("7", 7), ("", None), ("soon", None), ("-1", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("٣", None)],
)
def test_how_long_to_wait_is_a_number_or_a_moment(told: str, seconds: float | None) -> None:
    assert retry_after(httpx.Response(503, headers={"Retry-After": told.encode()})) == seconds
