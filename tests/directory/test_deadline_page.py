"""The page for lawyers prints the terms that are shipped, and says what the code does."""

from datetime import date
from pathlib import Path

from django.conf import settings

from backend.directory.calendars import Calendar
from backend.directory.management.commands.describe_deadlines import table
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import Extension, Facts, Pause, reckon
from backend.directory.services.explanations import explain

PAGE = Path(settings.BASE_DIR, "docs/deadlines.md")


def test_the_page_prints_the_terms_that_are_shipped() -> None:
    printed = PAGE.read_text(encoding="utf-8")
    assert printed.endswith(f"{table()}\n"), "replace the table: manage.py describe_deadlines"


def test_an_unverified_term_is_never_printed_as_law() -> None:
    for line in table().splitlines()[2:]:
        assert "| verified: read" in line or "not verified" in line or "secondary" in line


def test_the_explanation_on_the_page_is_the_one_the_code_gives() -> None:
    quoted = PAGE.read_text(encoding="utf-8").split("\n> ", 1)[1].split("\n\n", 1)[0].replace("\n> ", " ")
    rule = DeadlineRule(code="t", country="XK", number=10, unit="working_day", roll=True, certainty="?")
    pauses = [Pause(date(2026, 3, 16), date(2026, 3, 18))]
    facts = Facts(date(2026, 3, 13), pauses, Extension(date(2026, 3, 18), 5, "working_day"))
    assert quoted == explain(reckon(rule, facts, calendar=Calendar("XK")), "en")
