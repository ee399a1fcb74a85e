"""Prints the table of legal terms for docs/deadlines.md; a test compares the two."""

import csv
from collections.abc import Mapping
from typing import Any, Final

from django.core.management.base import BaseCommand
from django.utils import translation

from backend.directory.kinds import Certainty, Silence
from backend.directory.services.explanations import term_in_words
from backend.directory.services.loading import DATA

_HEAD: Final = (
    "| code | law | term | rolls | extension | silence | appeal | how surely |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |"
)
# How each mark of the data reads in the table.
_CERTAINTY: Final = {
    Certainty.VERIFIED: "verified",
    Certainty.SECONDARY: "secondary or older source",
    Certainty.UNVERIFIED: "**not verified**",
}


class Command(BaseCommand):
    help = "Print the table of docs/deadlines.md from backend/directory/data/deadline_rules.csv."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(table())


def table() -> str:
    """All terms that are shipped, in English."""
    with (DATA / "deadline_rules.csv").open(encoding="utf-8", newline="") as file, translation.override("en"):
        return "\n".join([_HEAD, *(_line(row) for row in csv.DictReader(file))])


def _line(row: Mapping[str, str]) -> str:
    article = f", art. {row['article']}" if row["article"] else ""
    mark = _CERTAINTY[Certainty(row["certainty"])]
    cells = (
        f"`{row['code']}`<br>{row['title_en']}",
        f"{row['law']}{article}",
        _term(row["number"], row["unit"]),
        row["roll"],
        _term(row["extension_number"], row["extension_unit"]),
        Silence(row["silence"]).label,
        _term(row["appeal_number"], row["appeal_unit"]),
        f"{mark}: {row['source']}",
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _term(number: str, unit: str) -> str:
    return term_in_words(int(number), unit) if number else "not known"
