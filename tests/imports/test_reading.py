"""What comes in: letters, signs, sheets, dates; and what is not taken."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from backend.files import blobs
from backend.imports.models import ImportRun
from backend.imports.services.cells import DayOrder, amount_in, day_in, likely_order
from tests.imports.conftest import HEADINGS, ROWS, Desk, book, text


def columns(desk: Desk) -> dict[str, Any]:
    told: dict[str, Any] = desk.caller.get(f"/imports/{desk.run_id}/columns/").json()
    return told


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_whatever_wrote_it(desk: Desk, sign: str, encoding: str) -> None:
    desk.send(text(sign=sign, encoding=encoding), name="ankesat.csv")
    told = columns(desk)
    assert [column["name"] for column in told["columns"]] == list(HEADINGS)
    assert told["columns"][4]["samples"][0] == "Pres certifikatën."
    assert (told["delimiter"], desk.shown["row_count"]) == (sign, 3)


@pytest.mark.parametrize(
    ("encoding", "word"),
    [("cp1250", "Čuvaju šumu žitelji"), ("cp1251", "Чувају шуму житељи"), ("cp1252", "Çdo ditë është")],
)
def test_code_pages_are_told_apart_by_their_letters(desk: Desk, encoding: str, word: str) -> None:
    desk.send(f"Nr;Opis\n1;{word}\n2;{word}\n".encode(encoding), name="stari.csv")
    assert columns(desk)["columns"][1]["samples"][0] == word


def test_another_encoding_can_be_said(desk: Desk) -> None:
    desk.send("Nr;Opis\n1;šuma\n".encode("cp1250"), name="stari.csv")
    desk.step("read", {"encoding": "cp1251", "delimiter": ";"})
    assert columns(desk)["encoding"] == "cp1251"
    desk.step("read", {"encoding": "cp1250"})
    assert columns(desk)["columns"][1]["samples"] == ["šuma"]


def test_sheets_and_the_line_of_names_can_be_chosen(desk: Desk) -> None:
    made = openpyxl.Workbook()
    made.active.title = "Titulli"
    made.active["A1"] = "Ankesat"
    sheet = made.create_sheet("2021")
    for row in (["Regjistri i ankesave"], [], ["a", "b"], *([HEADINGS, *ROWS])):
        sheet.append(list(row))
    file = io.BytesIO()
    made.save(file)
    desk.send(file.getvalue())
    assert desk.shown["unreadable"] == "empty"
    desk.step("read", {"sheet": 1, "header_row": 4})
    told = columns(desk)
    assert (told["sheets"], told["sheet"], told["header_row"]) == (["Titulli", "2021"], 1, 4)
    assert told["columns"][0]["name"] == "Nr"


def test_days_of_a_workbook_are_days_whatever_they_look_like(desk: Desk) -> None:
    row = list(ROWS[0])
    row[1], row[9] = date(2021, 2, 3), datetime(2021, 5, 12, 14, 30)
    desk.send(book([row]))
    told = columns(desk)
    assert told["columns"][1]["samples"] == ["2021-02-03"]
    assert told["columns"][9]["samples"] == ["2021-05-12 14:30:00"]
    assert told["columns"][0]["samples"] == ["1"]


def open_document(rows: Any) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Ankesat">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return file.getvalue()


def test_an_open_document_is_read(desk: Desk) -> None:
    desk.send(open_document((HEADINGS, *ROWS)), name="ankesat.ods")
    assert desk.shown["row_count"] == 3, desk.shown
    assert columns(desk)["columns"][4]["samples"][1] == "Nuk ka ujë."


def bomb() -> bytes:
    file = io.BytesIO(book())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet9.xml", b" " * 60_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.csv", "file.not_a_sheet"),
        (b"%PDF-1.7 text", "a.csv", "file.not_a_sheet"),
        (b"<html><table>", "a.csv", "file.not_a_sheet"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "a.xls", "file.old_office"),
        (bomb(), "a.xlsx", "file.bomb"),
        (book(), "a.pdf", "file.wrong_extension"),
    ],
)
def test_what_is_no_sheet_is_refused_and_not_kept(desk: Desk, content: bytes, name: str, code: str) -> None:
    before = set(blobs.every_blob())
    answer = desk.send(content, name=name)
    assert answer.status_code == 400
    assert code in {one["code"] for one in answer.json()["errors"]} | {"empty"}
    assert not ImportRun.objects.exists()
    assert set(blobs.every_blob()) == before


def test_a_broken_book_is_told_as_unreadable(desk: Desk) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as good, zipfile.ZipFile(file, "w") as broken:
        for name in good.namelist():
            content = good.read(name)
            broken.writestr(name, b"<worksheet><sheetData><row" if "sheet1" in name else content)
    desk.send(file.getvalue())
    assert (desk.shown["state"], desk.shown["unreadable"]) == ("unreadable", "broken")


def test_too_many_rows_are_told_as_such(desk: Desk) -> None:
    desk.send(("Nr;a\n" + "1;b\n" * 100_001).encode(), name="a.csv")
    assert desk.shown["unreadable"] == "too_large"


def test_no_word_of_a_file_lies_in_the_storage_in_clear(desk: Desk) -> None:
    desk.send(text(), name="ankesat.csv")
    for blob_id in (desk.run.source_id, desk.run.rows_id):
        assert blob_id is not None
        with blobs.read_sealed(blob_id) as file:
            assert b"certifikat" not in file.read()


def test_a_forgotten_file_is_gone_with_its_key(desk: Desk) -> None:
    desk.whole()
    path = f"/imports/{desk.run_id}/"
    assert desk.caller.delete(path, if_match=desk.shown["version"]).status_code == 204
    desk.work()
    assert (desk.shown["file_name"], desk.shown["allowed_steps"]) == (None, ["undo"])
    assert desk.run.data_key.destroyed_at is not None
    assert desk.caller.get(f"{path}columns/").json()["code"] == "import.forgotten"
    desk.step("undo")
    assert desk.shown["undone"] == 3


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("3.2.2021", "dmy", date(2021, 2, 3)),
        ("03/02/2021", "mdy", date(2021, 3, 2)),
        ("2021-02-03", "mdy", date(2021, 2, 3)),
        ("2021.02.03", "dmy", date(2021, 2, 3)),
        ("03-02-21", "dmy", date(2021, 2, 3)),
        ("03.02.1999.", "dmy", date(1999, 2, 3)),
        ("03 02 99", "dmy", date(1999, 2, 3)),
        ("2021-02-03 10:30:00", "dmy", date(2021, 2, 3)),
        ("2021-02-03T10:30:00", "dmy", date(2021, 2, 3)),
        ("31.02.2021", "dmy", None),
        ("yesterday", "dmy", None),
        ("", "dmy", None),
        ("44230", "dmy", None),
        ("0.0.0", "dmy", None),
    ],
)
def test_days(cell: str, order: str, day: date | None) -> None:
    assert day_in(cell, DayOrder(order)) == day


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1200", "1200"), ("1.200,50", "1200.50"), ("1,200.50", "1200.50"), ("1 200", "1200"),
        ("12,5", "12.5"), ("1.200", "1200"), ("€ 45", "45"), ("45 ALL", "45"), ("0", "0"), ("-5", None),
        ("abc", None), ("", None), ("99999999999999", None), ("1.200.300", "1200300"),
    ],
)  # fmt: skip
def test_amounts(cell: str, amount: str | None) -> None:
    found = amount_in(cell)
    assert (None if found is None else str(found)) == amount


def test_the_order_of_days_is_found_out() -> None:
    assert likely_order(["03.02.2021", "14.03.2021"]) is DayOrder.DMY
    assert likely_order(["02/03/2021", "03/14/2021"]) is DayOrder.MDY
    assert likely_order([]) is DayOrder.DMY
