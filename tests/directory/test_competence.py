"""The table of who answers for what speaks only of what the directory ships."""

import csv
import tomllib
from pathlib import Path

from backend.common.kinds import CaseKind
from backend.directory.kinds import InstitutionKind

DATA = Path(__file__).parents[2] / "backend" / "directory" / "data"
TABLE = tomllib.loads((DATA / "competences.toml").read_text(encoding="utf-8"))


def _codes(name: str) -> set[str]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"] for row in csv.DictReader(rows)}


def test_every_category_institution_kind_and_term_of_the_table_exists() -> None:
    categories, institutions, rules = _codes("categories"), _codes("institutions"), _codes("deadline_rules")
    assert set(TABLE["categories"]) <= categories
    for told in TABLE["categories"].values():
        assert set(told) <= {"kinds", "named", "parts"}
        assert set(told.get("named", ())) <= institutions
        assert set(told.get("kinds", ())) <= set(InstitutionKind.values)
        for part in told.get("parts", ()):
            assert any(part in code for code in institutions), part
    assert set(TABLE["terms"]) <= {*CaseKind.values, *InstitutionKind.values}
    for codes in TABLE["terms"].values():
        assert set(codes) <= rules
