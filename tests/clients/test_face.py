"""Lists, cases and problems, waited for and awaited."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from dosja import AsyncDosja, Dosja, Invalid, NotFound, Stale, Unreachable
from dosja.core.api.cases import cases_count, cases_list, cases_partial_update, cases_set_tags
from dosja.core.api.complaints import complaints_file
from dosja.core.models import Case, CaseRow, CaseState, PatchedCaseChangesRequest, TagNamesRequest
from dosja.watching import Watch
from tests.clients.conftest import QUICK
from tests.clients.faulty import Fault, Line
from tests.clients.seed import CASES
from tests.clients.test_retrying import COUNT, FILING, complaint
from tests.e2e.installation import Installation

Through = Callable[..., Dosja]


def test_a_list_goes_on_over_its_pages(through: Through, line: Line, dosja: Dosja) -> None:
    total = dosja.call(cases_count.sync).count
    rows = list(through().pages(cases_list.sync, page_size=2))
    assert len({row.id for row in rows}) == len(rows) == total >= CASES
    assert all(isinstance(row, CaseRow) for row in rows)
    assert len(line.seen("GET", "/api/v1/cases/")) == -(-total // 2)


def test_a_list_is_read_as_far_as_it_is_wanted(through: Through, line: Line) -> None:
    next(through().cases(page_size=2))
    assert len(line.seen("GET", "/api/v1/cases/")) == 1


def test_filters_are_plain_words(dosja: Dosja) -> None:
    rows = list(dosja.cases(state=["received"], kind="public_service", severity=[2], ordering="opened_at"))
    assert len(rows) >= CASES
    assert {row.state for row in rows} == {CaseState.RECEIVED}
    assert list(dosja.cases(state="closed")) == []
    with pytest.raises(Invalid) as refused:
        list(dosja.cases(state="nonsense"))
    assert refused.value.errors[0].field.startswith("state")


def test_a_case_is_found_by_its_reference(dosja: Dosja) -> None:
    row = next(dosja.cases())
    case = dosja.case(row.reference.lower())
    assert isinstance(case, Case)
    assert case == dosja.case(row.id) == dosja.case(str(row.id))
    for nobodys in ("QYT-1999-000001", uuid4()):
        with pytest.raises(NotFound) as refused:
            dosja.case(nobodys)
        assert refused.value.code == "not_found"


def test_whoever_was_slower_is_told_so(dosja: Dosja) -> None:
    seen = dosja.case(next(dosja.cases()).id)
    changes = PatchedCaseChangesRequest(summary="Nga tabela")
    changed = dosja.call(cases_partial_update.sync, seen.id, body=changes, seen=seen)
    assert isinstance(changed, Case)
    assert changed.version == seen.version + 1
    with pytest.raises(Stale) as refused:
        dosja.call(cases_partial_update.sync, seen.id, body=changes, seen=seen)
    assert refused.value.status == 412


def test_a_refusal_says_which_field(dosja: Dosja) -> None:
    with pytest.raises(Invalid) as refused:
        dosja.call(complaints_file.sync, body=complaint(category="nix", narrative="Fjalë të fshehta"))
    error = refused.value.errors[0]
    assert (refused.value.status, refused.value.code, error.field) == (400, "invalid", "category")
    assert error.message in str(refused.value)
    assert "fshehta" not in f"{refused.value} {refused.value!r}"


def test_problems_come_in_the_callers_language(network: Installation) -> None:
    georgian = Dosja(network.address, *network.facts["keeper"], language="ka")
    with georgian as dosja, pytest.raises(NotFound) as refused:
        dosja.case(uuid4())
    assert not refused.value.title.isascii()


def test_what_is_new_is_told_once(dosja: Dosja) -> None:
    watch = Watch(dosja)
    assert watch.news() == []
    dosja.call(complaints_file.sync, body=complaint(narrative="E re"))
    new = watch.news()
    assert len(new) == 1
    case = dosja.case(new[0].id)
    assert watch.news() == []
    dosja.call(cases_set_tags.sync, case.id, body=TagNamesRequest(tags=["seen"]), seen=case)
    assert [row.id for row in watch.news()] == [case.id]
    assert watch.news() == []
    assert Watch(dosja, datetime.now(UTC) + timedelta(hours=1)).news() == []
    assert len(Watch(dosja, datetime.now(UTC) - timedelta(hours=1)).news()) > CASES


def behind(line: Line, network: Installation) -> AsyncDosja:
    return AsyncDosja(line.address, *network.facts["keeper"], patience=QUICK)


def test_asyncio_reads_the_same_pages(line: Line, network: Installation, dosja: Dosja) -> None:
    async def read() -> tuple[list[Any], Any, Any]:
        async with behind(line, network) as there:
            rows = [row async for row in there.cases(page_size=3)]
            return rows, await there.case(rows[0].reference), await there.case(rows[0].id)

    rows, by_reference, by_id = asyncio.run(read())
    assert [row.id for row in rows] == [row.id for row in dosja.cases()]
    assert by_reference == by_id == dosja.case(rows[0].id)
    assert line.tokens == 1


def test_asyncio_files_once_over_a_bad_line(line: Line, network: Installation, dosja: Dosja) -> None:
    before = dosja.call(cases_count.sync).count
    line.faults = [Fault.PAGE, Fault.LOSES_ANSWER]

    async def file() -> Any:
        async with behind(line, network) as there:
            return await there.call(complaints_file.asyncio, body=complaint(narrative="Asinkron"))

    assert asyncio.run(file()).reference
    assert dosja.call(cases_count.sync).count == before + 1
    assert len({headers["Idempotency-Key"] for headers in line.seen("POST", FILING)}) == 1


def test_asyncio_renews_its_token_and_raises_alike(line: Line, network: Installation) -> None:
    async def visit() -> None:
        async with behind(line, network) as there:
            await there.call(cases_count.asyncio)
            network.sql("DELETE FROM allauth_idp_oidc_token")
            await there.call(cases_count.asyncio)
            with pytest.raises(NotFound):
                await there.case("QYT-1999-000001")
            line.faults = [Fault.HANGS_UP] * QUICK.tries
            with pytest.raises(Unreachable):
                await there.call(cases_count.asyncio)

    asyncio.run(visit())
    assert line.tokens == 2
    assert len(line.seen("GET", COUNT)) == 3 + QUICK.tries
