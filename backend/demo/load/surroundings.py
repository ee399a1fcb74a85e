"""What cases are drawn among: directory, terms, working days, each read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from django.contrib.auth.models import Permission

from backend.cases.services import access
from backend.cases.services.clocks import basis_of
from backend.cases.services.task_facts import working_days_in
from backend.cases.worklist.days import IsWorking
from backend.directory.calendars import Calendar
from backend.directory.models import Category, DeadlineRule, Institution, Place
from backend.directory.services.deadlines import Facts, calendar_of, reckon
from backend.directory.spelling import search_text

_RULES: Final = {
    ("AL", "information_request"): "al-information-request",
    ("AL", "public_service"): "al-administrative-request",
    ("AL", "corruption"): "al-administrative-request",
    ("XK", "information_request"): "xk-public-documents",
    ("GE", "information_request"): "ge-public-information",
    ("GE", "public_service"): "ge-administrative-complaint",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the directory: its key, its code, and the folded words that it is found by."""

    pk: int
    code: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """When a term ends, and what a referral keeps of that."""

    rule: int
    on: date
    explanation: Mapping[str, Any]
    basis: str


@dataclass
class Surroundings:
    """The directory in memory."""

    _due: dict[tuple[str, date], Due] = field(default_factory=dict)

    @cached_property
    def categories(self) -> dict[str, list[Named]]:
        """By kind of case."""
        found: dict[str, list[Named]] = {}
        for row in Category.objects.order_by("pk"):
            for kind in row.kinds:
                found.setdefault(kind, []).append(_named(row, row.labels))
        return found

    @cached_property
    def institutions(self) -> dict[str, list[Named]]:
        """By country."""
        return _by_country(Institution)

    @cached_property
    def places(self) -> dict[str, list[Named]]:
        return _by_country(Place)

    @cached_property
    def rules(self) -> dict[str, DeadlineRule]:
        return {rule.code: rule for rule in DeadlineRule.objects.filter(code__in=set(_RULES.values()))}

    @cached_property
    def calendars(self) -> dict[str, Calendar]:
        return {country: calendar_of(country) for country in self.institutions}

    @cached_property
    def working(self) -> dict[str, IsWorking]:
        return {country: working_days_in(country) for country in self.institutions}

    @cached_property
    def named_on_case(self) -> int:
        """guardian's permission of a person on a restricted case."""
        return Permission.objects.get(codename=access.NAMED).pk

    def due(self, country: str, kind: str, sent_on: date) -> Due | None:
        """The end of the term that begins with a sending, where the law sets one."""
        code = _RULES.get((country, kind), "")
        if code not in self.rules:
            return None
        if (code, sent_on) not in self._due:
            self._due[code, sent_on] = self._reckoned(self.rules[code], sent_on)
        return self._due[code, sent_on]

    def _reckoned(self, rule: DeadlineRule, sent_on: date) -> Due:
        calendar = self.calendars[rule.country]
        due = reckon(rule, Facts(sent_on), calendar=calendar)
        explanation = {**due.explanation, "calendar": due.calendar_version}
        return Due(rule.pk, due.date, explanation, basis_of(rule, calendar))


def _by_country(model: type[Institution] | type[Place]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for row in model.objects.order_by("pk"):
        found.setdefault(row.country, []).append(_named(row, row.names))
    return found


def _named(row: Any, names: Mapping[str, str]) -> Named:
    return Named(row.pk, row.code, tuple(search_text(names).split()))
