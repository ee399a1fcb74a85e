"""Which rule applies to an ended case, and on which day it falls due: plain values alone."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from dateutil.relativedelta import relativedelta

from backend.cases.stages import State
from backend.retention.stages import NOTICE, Ending

ANY: Final = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """So many months after a case ended it is erased; of one kind, one ending, both, or whatever it is."""

    months: int
    kind: str = ANY
    ending: str = ANY

    @property
    def code(self) -> str:
        """As it stands in the audit log."""
        return f"{self.kind or '*'}/{self.ending or '*'}:{self.months}"


# The most specific rule wins. How a case ended says more of what the file is needed for than its kind.
PRECEDENCE: Final[tuple[tuple[bool, bool], ...]] = (
    # names the kind, names the ending
    (True, True),
    (False, True),
    (True, False),
    (False, False),
)
WAYS_OUT: Final[Mapping[str, Ending]] = {
    State.INADMISSIBLE: Ending.INADMISSIBLE,
    State.DUPLICATE: Ending.DUPLICATE,
    State.WITHDRAWN: Ending.WITHDRAWN,
    State.TRANSFERRED: Ending.TRANSFERRED,
}
ENDED: Final[tuple[str, ...]] = (State.CLOSED, *WAYS_OUT)
"""States from which the time of keeping counts. A resolved case has not ended: its author may object."""


def ending_of(state: str, outcome: str) -> Ending | None:
    """How a case ended; None while it has not."""
    if state == State.CLOSED:
        return Ending(outcome)
    return WAYS_OUT.get(state)


def rule_for(rules: Iterable[Rule], *, kind: str, ending: str) -> Rule | None:
    """The rule that applies, if any does."""
    by_place = {(rule.kind, rule.ending): rule for rule in rules}
    for names_kind, names_ending in PRECEDENCE:
        found = by_place.get((kind if names_kind else ANY, ending if names_ending else ANY))
        if found is not None:
            return found
    return None


def due_on(ended_on: date, months: int) -> date:
    """The day on which keeping ends: the same day so many months later; of a shorter month its last."""
    return ended_on + relativedelta(months=months)


def day_with_notice(due: date, today: date) -> date:
    """The day that is announced: never sooner than the time of notice."""
    return max(due, today + NOTICE)


@cache
def suggested_rules() -> tuple[Rule, ...]:
    """What the settings suggest to a partner without rules."""
    source = Path(__file__).with_name("data") / "suggested.toml"
    return tuple(Rule(**row) for row in tomllib.loads(source.read_text(encoding="utf-8"))["rules"])
