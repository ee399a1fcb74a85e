"""Files for spreadsheets: what stands in a cell stays a text, a number or a day, and is never a formula."""

import csv
import io
import tempfile
import uuid
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from backend.common.sheets import Sheet, escaped, unescaped, write_csv, write_xlsx

FORMULAS = ["=cmd|' /C calc'!A0", "@SUM(1+1)", "-1+cmd()", "\t=1", "\r=1", "\n=1", "＝1+1", "=1", "=", "+A1"]
# Characters that a sheet can hold; the others are replaced.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40
)


def opened(file: bytes):
    return load_workbook(io.BytesIO(file))


def only_row(*cells):
    page = opened(write_xlsx([Sheet("Cases", [str(n) for n in range(len(cells))], [cells])])).active
    return next(iter(page.iter_rows(min_row=2)))


@given(text=st.text())
def test_an_escaped_cell_is_no_formula_and_comes_back(text):
    cell = escaped(text)
    assert unescaped(cell) == text
    assert cell[:1] not in ("=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    assert cell[:1] not in ("+", "-") or not set(cell) - set("+-0123456789 ().")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1+1)", "'@SUM(1+1)"),
        ("-1+cmd()", "'-1+cmd()"),
        ("+355 4 222 333", "+355 4 222 333"),
        ("'=1", "''=1"),
        ("Qendra", "Qendra"),
    ],
)
def test_a_formula_is_escaped_and_a_phone_number_is_not(text, cell):
    assert escaped(text) == cell


@pytest.mark.parametrize("text", FORMULAS)
def test_a_workbook_holds_a_formula_as_the_text_it_is(text):
    (cell,) = only_row(text)
    assert cell.data_type == "s"
    assert cell.value.replace("\r", "\n") == text.replace("\r", "\n")
    assert cell.quotePrefix


@given(row=st.lists(texts, min_size=1, max_size=5))
def test_any_text_of_a_workbook_comes_back_as_text(row):
    cells = only_row(*row)
    assert [cell.value or "" for cell in cells] == row
    assert {cell.data_type for cell in cells if cell.value} <= {"s"}


@given(rows=st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5)))
def test_any_text_of_a_csv_file_comes_back(rows):
    text = "".join(write_csv(rows)).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[unescaped(cell) for cell in row] for row in read] == rows


def test_numbers_days_and_moments_stay_what_they_are():
    moment = datetime(2026, 11, 26, 12, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Tirane"))
    cells = only_row(7, 2.5, Decimal("12.50"), True, date(2026, 3, 13), moment, None, uuid.UUID(int=7))
    assert [cell.value for cell in cells[:4]] == [7, 2.5, 12.5, True]
    assert cells[4].value.date() == date(2026, 3, 13)
    assert cells[5].value == datetime(2026, 11, 26, 13, 30)
    assert cells[6].value is None
    assert cells[7].value == "00000000-0000-0000-0000-000000000007"


def test_a_csv_file_says_that_it_is_unicode_and_is_written_line_by_line():
    lines = write_csv([["Vendi", "Numri"], ["Приштина", 3], ["ქუთაისი", date(2026, 1, 2)]])
    assert next(lines) == "\ufeffVendi,Numri\r\n"
    assert list(lines) == ["Приштина,3\r\n", "ქუთაისი,2026-01-02\r\n"]


def test_what_a_workbook_cannot_hold_is_replaced_and_too_long_a_text_shows_that_it_was_cut():
    cells = only_row("a\x00b\ud800c", "x" * 40_000)
    assert cells[0].value == "a\ufffdb\ufffdc"
    assert len(cells[1].value) == 32_767
    assert cells[1].value.endswith("x…")


def test_each_sheet_has_its_title_its_headings_and_its_rows():
    file = write_xlsx(
        [
            Sheet("By place: [all]/2026", ["Place", "Cases"], iter([("Pukë", 3)]), widths=[30]),
            Sheet("'", ["A"], []),
        ]
    )
    book = opened(file)
    assert book.sheetnames == ["By place   all  2026", "1"]
    page = book.worksheets[0]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [["Place", "Cases"], ["Pukë", 3]]
    assert page["A1"].font.bold
    assert page.column_dimensions["A"].width == 30
    assert zipfile.ZipFile(io.BytesIO(file)).testzip() is None


def test_nothing_of_a_workbook_touches_a_disk(monkeypatch):
    def refused(*args, **kwargs):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refused)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", refused)
    assert opened(write_xlsx([Sheet("Cases", ["A"], [("secret",)])])).active["A2"].value == "secret"
