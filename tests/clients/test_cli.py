"""`dosja` at a terminal, from its arguments to its exit codes."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dosja import Dosja
from dosja.cli import arguments, main
from dosja.core.api.cases import cases_count
from tests.clients.faulty import Fault, Line
from tests.clients.seed import CASES
from tests.e2e.installation import Installation

Say = Callable[..., tuple[int, str, str]]
ROWS = (
    "Nr,Data,Ankesa,Kategoria,Institucioni\n"
    "{0}1,2024-02-03,Pres certifikatën.,delay,al-cadastre\n"
    "{0}2,2024-03-14,Nuk ka ujë.,delay,al-cadastre\n"
)
MAPPING = {
    "columns": {
        "Nr": {"field": "external_id", "prefix": "cli/"},
        "Data": {"field": "received_on", "order": "ymd"},
        "Ankesa": "narrative",
        "Kategoria": "category",
        "Institucioni": "institution",
    },
    "constants": {"kind": "public_service", "state": "received", "channel": "letter", "language": "sq"},
}


def signed_in(monkeypatch: pytest.MonkeyPatch, address: str, program: tuple[str, str]) -> None:
    for name, value in zip(("URL", "CLIENT_ID", "CLIENT_SECRET"), (address, *program), strict=True):
        monkeypatch.setenv(f"DOSJA_{name}", value)


@pytest.fixture
def say(network: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """`say("list", "--json")`: exit code, what was printed, what was complained of."""
    signed_in(monkeypatch, network.address, network.facts["keeper"])

    def said(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert network.facts["keeper"][1] not in out + err
        return code, out, err

    return said


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """A table whose numbers begin with this letter, and its mapping."""

    def written(letter: str, text: str = ROWS) -> tuple[Path, Path]:
        table, mapping = tmp_path / f"{letter}.csv", tmp_path / "mapping.json"
        table.write_text(text.format(letter), encoding="utf-8")
        mapping.write_text(json.dumps(MAPPING), encoding="utf-8")
        return table, mapping

    return written


def test_a_list_for_people_and_one_for_programs(say: Say, dosja: Dosja) -> None:
    code, shown, _ = say("list", "--state", "received", "--institution", "al-cadastre")
    assert (code, len(shown.splitlines()) > CASES) == (0, True)
    assert shown.startswith("reference")
    code, shown, _ = say("list", "--limit", 3, "--json")
    assert code == 0
    assert [one["id"] for one in json.loads(shown)] == [
        str(row.id) for row, _ in zip(dosja.cases(), "abc", strict=False)
    ]
    assert say("list", "--search", "nonesuch", "--json")[1].strip() == "[]"
    assert len(json.loads(say("list", "--changed-after", "2999-01-01", "--json")[1])) == 0


def test_one_case_is_shown_by_its_reference(say: Say, dosja: Dosja) -> None:
    row = next(dosja.cases())
    code, shown, _ = say("show", row.reference)
    assert (code, f"reference: {row.reference}" in shown) == (0, True)
    assert json.loads(say("show", row.reference, "--json")[1])["id"] == str(row.id)
    code, shown, complaint = say("show", "QYT-1999-000001")
    assert (code, shown, "404 not_found" in complaint) == (1, "", True)


def test_an_export_is_whole_and_for_its_owner_only(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "cases.xlsx"
    assert say("export", "--to", target, "--columns", "reference,state", "--ordering", "opened_at")[0] == 0
    book = openpyxl.load_workbook(target)
    assert book.active.max_row > CASES
    assert target.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["cases.xlsx"]
    code, _, complaint = say("export", "--to", tmp_path / "cases.txt")
    assert (code, "--format" in complaint) == (1, True)


def test_an_export_flows_into_a_pipe(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", pipe)
    assert main(["export", "--format", "jsonl", "--columns", "reference"]) == 0
    rows = [json.loads(line) for line in pipe.buffer.getvalue().splitlines()]  # type: ignore[attr-defined]
    assert len(rows) >= CASES
    assert all(row["reference"].startswith("QYT-") for row in rows)
    providers = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", providers)
    assert main(["export", "--what", "service-providers"]) == 0
    assert isinstance(json.loads(providers.buffer.getvalue()), dict)  # type: ignore[attr-defined]


def test_an_import_is_tried_run_known_again_and_undone(say: Say, sheet: Any, dosja: Dosja) -> None:
    table, mapping = sheet("A")
    words = ("import", table, "--partner", "qytet", "--mapping", mapping)
    before = dosja.call(cases_count.sync).count
    code, shown, _ = say(*words)
    assert (code, "2 rows, 0 imported" in shown) == (0, True)
    assert dosja.call(cases_count.sync).count == before
    code, shown, _ = say(*words, "--run", "--json")
    told = json.loads(shown)
    assert (code, told["import"]["state"], told["import"]["imported"]) == (0, "done", 2)
    assert dosja.call(cases_count.sync).count == before + 2
    again = json.loads(say(*words, "--run", "--json")[1])["import"]
    assert (again["imported"], again["already_there"]) == (0, 2)
    code, shown, _ = say("import", "--undo", told["import"]["id"])
    assert (code, shown.startswith("2 cases were taken back, 0 stayed")) == (0, True)
    assert dosja.call(cases_count.sync).count == before


def test_faults_are_told_by_row_and_column(say: Say, sheet: Any, dosja: Dosja) -> None:
    table, mapping = sheet("B", ROWS.replace("2024-03-14", "yesterday"))
    words = ("import", table, "--partner", "qytet", "--mapping", mapping, "--run")
    before = dosja.call(cases_count.sync).count
    code, shown, _ = say(*words)
    assert code == 3
    assert "row 3, column 'Data': " in shown
    assert "(date_unreadable)" in shown
    assert dosja.call(cases_count.sync).count == before
    assert say(*words, "--leave-out-faulty")[0] == 0
    assert dosja.call(cases_count.sync).count == before + 1


def test_a_mapping_that_does_not_fit_is_told_so(say: Say, sheet: Any) -> None:
    table, mapping = sheet("C")
    mapping.write_text(json.dumps({"columns": {"Emri": "name"}}))
    code, _, complaint = say("import", table, "--partner", "qytet", "--mapping", mapping)
    assert (code, "no column 'Emri'" in complaint) == (2, True)
    assert say("import", table)[0] == 2


def test_a_change_is_watched(say: Say) -> None:
    code, shown, _ = say("watch", "--once", "--json", "--since", "2020-01-01")
    rows = [json.loads(line) for line in shown.splitlines()]
    assert (code, len(rows) >= CASES) == (0, True)
    assert [row["changed_at"] for row in rows] == sorted(row["changed_at"] for row in rows)
    assert say("watch", "--once") == (0, "", "")


def test_a_server_that_is_too_busy_has_an_exit_code(
    say: Say, line: Line, network: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, line.address, network.facts["keeper"])
    line.faults = [Fault.PATIENCE]
    code, _, complaint = say("list")
    assert (code, "429" in complaint) == (4, True)
    signed_in(monkeypatch, "http://127.0.0.1:1", network.facts["keeper"])
    monkeypatch.setattr("dosja.retrying.time.sleep", lambda seconds: None)
    assert say("list")[0] == 4


def test_credentials_come_from_a_file_that_nobody_else_reads(
    say: Say, network: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("URL", "CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.delenv(f"DOSJA_{name}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code, _, complaint = say("list")
    assert (code, "DOSJA_CLIENT_SECRET" in complaint) == (2, True)
    program = dict(zip(("client_id", "client_secret"), network.facts["keeper"], strict=True))
    file = tmp_path / "dosja" / "credentials.json"
    file.parent.mkdir()
    # As `create_api_client` prints it.
    file.write_text(json.dumps({**program, "token_url": f"{network.address}/identity/o/api/token"}))
    file.chmod(0o644)
    code, _, complaint = say("list")
    assert (code, "chmod 600" in complaint) == (2, True)
    file.chmod(0o600)
    assert say("list")[0] == 0
    assert say("--credentials", file, "list", "--limit", 1)[0] == 0
    file.write_text("{")
    assert say("list")[0] == 2


def test_no_secret_can_be_an_argument() -> None:
    assert "secret" not in arguments.parser().format_help().replace("DOSJA_CLIENT_SECRET", "").lower()


def test_a_wrong_secret_is_misuse(say: Say, network: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSJA_CLIENT_SECRET", "wrong-secret")
    code, shown, complaint = say("list")
    assert (code, shown, "invalid_client" in complaint) == (2, "", True)
    assert "wrong-secret" not in complaint


def test_signs_that_command_a_terminal_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    from dosja.cli.showing import facts

    facts({"summary": "a\x1b[2Jb\nc", "none": None})
    assert capsys.readouterr().out == "summary: a [2Jb c\n"
