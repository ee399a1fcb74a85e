"""What the examples promise whoever copies them."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dosja import Dosja
from dosja.core.api.cases import cases_count
from dosja.core.models import Case
from tests.clients.seed import CASES
from tests.clients.test_cli import signed_in
from tests.e2e.installation import ROOT, Installation

TABLE = """id,received,complaint,category,institution,summary,tags
TAB-0001,2024-02-03,Pres certifikatën.,delay,al-cadastre,Certifikatë,"urgent, kadastra"
TAB-0002,2024-03-14,Nuk ka ujë.,delay,al-cadastre,Ujë,
TAB-0003,not a day,Rruga.,delay,al-cadastre,Rrugë,
"""


def example(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "api_clients" / "examples" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_a_table_is_filed_once_and_followed(
    network: Installation, dosja: Dosja, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    signed_in(monkeypatch, network.address, network.facts["keeper"])
    sync, table = example("sheet_sync"), tmp_path / "table.csv"
    table.write_text(TABLE, encoding="utf-8")
    words = [str(table), "--partner", "qytet"]
    before = dosja.call(cases_count.sync).count
    assert sync.main(words) == 3  # one row is faulty, and told
    assert dosja.call(cases_count.sync).count == before + 2
    first = dosja.case("TAB-0001")
    assert isinstance(first, Case)
    assert (first.summary, sorted(first.tags)) == ("Certifikatë", ["kadastra", "urgent"])

    table.write_text(
        TABLE.replace("not a day", "2024-04-01").replace("Certifikatë", "E re").replace("urgent, ", "")
    )
    assert sync.main(words) == 0
    assert dosja.call(cases_count.sync).count == before + 3
    changed = dosja.case("TAB-0001")
    assert isinstance(changed, Case)
    assert (changed.id, changed.summary, changed.tags) == (first.id, "E re", ["kadastra"])

    assert sync.main(words) == 0
    assert dosja.case("TAB-0001") == changed
    assert dosja.call(cases_count.sync).count == before + 3


def test_the_nightly_export_keeps_the_last_files(
    network: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    signed_in(monkeypatch, network.address, network.facts["reader"])
    for day in ("01", "02", "03"):
        (tmp_path / f"cases-2024-01-{day}.xlsx").touch()
    assert example("nightly_export").main([str(tmp_path), "--keep", "2"]) == 0
    old, new = sorted(tmp_path.iterdir())
    assert old.name == "cases-2024-01-03.xlsx"
    assert openpyxl.load_workbook(new).active.max_row > CASES
