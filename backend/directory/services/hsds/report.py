"""What an import did with every row that it met."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

# Every row ends in exactly one of these.
FATES: Final = ("created", "changed", "unchanged", "refused")


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken, or (as a notice) what was not taken of it. Codes, never the row's words."""

    table: str
    # In CSV the line as a spreadsheet numbers it; in JSON the number of the object in its list.
    row: int
    # The file, or the way to the object in the document.
    where: str
    id: str
    field: str
    code: str


@dataclass
class ImportReport:
    """Counts by table, every refusal, every notice."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[Refusal] = field(default_factory=list)

    def count(self, table: str, fate: str) -> None:
        """Note what became of one row."""
        self.counts.setdefault(table, Counter(dict.fromkeys(FATES, 0)))[fate] += 1

    @property
    def changed_anything(self) -> bool:
        return any(counts["created"] or counts["changed"] for counts in self.counts.values())

    @property
    def rows(self) -> int:
        return sum(sum(counts.values()) for counts in self.counts.values())
