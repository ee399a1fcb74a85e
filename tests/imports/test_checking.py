"""The dry run: it finds each fault at its cell, and exactly what the import would refuse."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.imports.models import ImportedCase
from tests.imports.conftest import HEADINGS, ROWS, Desk, book, mapping, text

GOOD = ROWS[0]
AT = {heading: number for number, heading in enumerate(HEADINGS)}


def row(**changes: Any) -> tuple[Any, ...]:
    """The first row with other cells, named by the field's heading in small letters."""
    cells = list(GOOD)
    for heading, value in changes.items():
        cells[next(n for h, n in AT.items() if h.lower().replace(" ", "_") == heading)] = value
    return tuple(cells)


FAULTS = [
    (row(data_e_ankeses="31.02.2021"), "received_on", "date_unreadable"),
    (row(data_e_ankeses="01.01.2190"), "received_on", "date_in_the_future"),
    (row(data_e_ankeses="01.01.1911"), "received_on", "date_too_long_ago"),
    (row(data_e_ankeses=""), "received_on", "required"),
    (row(data_e_mbylljes="01.01.2020"), "closed_on", "date_before_arrival"),
    (row(data_e_mbylljes=""), "resolved_on", "end_missing"),
    (row(rezultati=""), "outcome", "outcome_missing"),
    (row(ankesa=""), "narrative", "required"),
    (row(ankesa="x" * 20_001), "narrative", "too_long"),
    (row(ankesa="a\x9bb"), "narrative", "invalid_characters"),
    (row(kategoria="Diçka tjetër"), "category", "unknown_value"),
    (row(statusi="Në ajër"), "state", "unknown_value"),
    (row(statusi="Hapur", institucioni=""), "institution", "not_classified"),
    (row(nr=""), "external_id", "required"),
]


@pytest.mark.parametrize(("faulty", "field", "code"), FAULTS)
def test_each_fault_is_told_at_its_cell(desk: Desk, faulty: tuple[Any, ...], field: str, code: str) -> None:
    desk.send(book([row(nr=7), faulty]))
    desk.map()
    desk.step("check")
    assert (desk.shown["faulty"], desk.shown["row_count"]) == (1, 2), desk.problems()
    (found,) = desk.problems()
    assert (found["row"], found["field"], found["code"]) == (3, field, code)
    assert found["message"]


def test_the_same_number_twice_in_a_file_is_told_at_the_second(desk: Desk) -> None:
    desk.send(book([row(nr=7), row(nr=8), row(nr=7)]))
    desk.map()
    desk.step("check")
    (found,) = desk.problems()
    assert (found["row"], found["code"]) == (4, "external_id_twice")
    desk.step("start", {"leave_out_faulty": True})
    assert Case.objects.count() == 2


def test_nothing_is_written_by_a_dry_run(desk: Desk) -> None:
    desk.send(book())
    desk.map()
    desk.step("check")
    assert not Case.objects.exists()
    assert not ImportedCase.objects.exists()


def test_faults_are_kept_up_to_a_limit_and_counted_beyond(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.imports.services.passing.MOST_PROBLEMS", 5)
    desk.send(book([row(nr=n, data_e_ankeses="?") for n in range(12)]))
    desk.map()
    desk.step("check")
    assert len(desk.problems()) == 5
    assert [(one["code"], one["count"]) for one in desk.shown["problem_counts"]] == [("date_unreadable", 12)]


def test_faults_can_be_taken_along_as_a_sheet_and_that_is_told(desk: Desk) -> None:
    desk.send(text([row(statusi="=HYPERLINK(1)")]), name="ankesat.csv")
    desk.map()
    desk.step("check")
    path = f"/imports/{desk.run_id}/problems/sheet/"
    sheet = openpyxl.load_workbook(io.BytesIO(desk.caller.post(path, {"kind": "xlsx"}).content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][:3] == (2, "Statusi", "State")
    assert rows[1][4:] == ("=HYPERLINK(1)", "unknown_value")
    assert sheet["E2"].data_type == "s"
    assert "'=HYPERLINK(1)" in desk.caller.post(path, {"kind": "csv"}).content.decode()
    assert AuditEvent.objects.filter(action="import.problems_exported").count() == 2


def test_a_sheet_of_faults_is_empty_where_the_file_could_not_be_read(desk: Desk) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as good, zipfile.ZipFile(file, "w") as broken:
        for name in good.namelist():
            broken.writestr(name, b"<worksheet>" if "sheet1" in name else good.read(name))
    desk.send(file.getvalue())
    assert desk.shown["state"] == "unreadable"
    path = f"/imports/{desk.run_id}/problems/sheet/"
    for kind in ("csv", "xlsx"):
        assert desk.caller.post(path, {"kind": kind}).status_code == 200


def test_faults_are_told_in_the_language_of_the_caller(desk: Desk) -> None:
    desk.send(book([row(ankesa="")]))
    desk.map()
    desk.step("check")
    codes = {
        language: desk.caller.get(f"/imports/{desk.run_id}/problems/", language=language).json()["results"][0]
        for language in ("en", "sq")
    }
    assert codes["en"]["code"] == codes["sq"]["code"] == "required"


CELLS = {
    "Nr": st.sampled_from(["1", "2", "3", "4", ""]),
    "Data e ankeses": st.sampled_from(
        ["03.02.2021", "2021-02-03", "31.02.2021", "1/2/90", "", "soon", "05.05.2190"]
    ),
    "Emri": st.sampled_from(["", "Drita Kola", "x" * 201]),
    "Telefoni": st.sampled_from(["", "069"]),
    "Ankesa": st.sampled_from(["Fjalë", "", "a\x9bb", "=1+1", "'"]),
    "Kategoria": st.sampled_from(["Vonesë", "delay", "", "?"]),
    "Institucioni": st.sampled_from(["Kadastra", "", "State Cadastre Agency"]),
    "Bashkia": st.sampled_from(["Pukë", "Puka", "Atlantis", ""]),
    "Statusi": st.sampled_from(["Mbyllur", "Hapur", "E re", "withdrawn", "inadmissible", "resolved", ""]),
    "Data e mbylljes": st.sampled_from(["12.05.2021", "01.01.1991", ""]),
    "Rezultati": st.sampled_from(["Zgjidhur", "refused", ""]),
    "Shenime": st.sampled_from(["", "një shënim"]),
}
SHEETS = st.lists(st.tuples(*(CELLS[heading] for heading in HEADINGS)), min_size=1, max_size=8)


class Rollback(Exception):
    pass


@pytest.mark.either_engine("sqlite")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=SHEETS)
def test_the_dry_run_finds_what_the_import_refuses_and_twice_is_once(
    desk: Desk, rows: list[tuple[str, ...]]
) -> None:
    content = "\n".join(";".join(f'"{cell}"' for cell in row) for row in (HEADINGS, *rows)).encode()
    try:
        with transaction.atomic():
            assert desk.send(content, name="ankesat.csv").status_code == 201
            if desk.shown["state"] == "unreadable":
                raise Rollback
            assert desk.map(mapping()).status_code == 200
            desk.step("check")
            tried, found = desk.shown, desk.problems()
            expected = tried["row_count"] - tried["faulty"]
            desk.step("start", {"leave_out_faulty": True})
            assert desk.problems() == found
            assert (desk.shown["faulty"], desk.shown["imported"]) == (tried["faulty"], expected)
            assert not {one["code"] for one in found} & {"refused"}
            assert Case.objects.count() == expected
            desk.whole(content, name="ankesat.csv")
            # Rows under one number twice in a file are both known again.
            assert desk.shown["imported"] == 0
            assert desk.shown["already_there"] >= expected
            assert Case.objects.count() == expected
            raise Rollback
    except Rollback:
        pass
