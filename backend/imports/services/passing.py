"""What the dry run and the import have in common: rows in batches, judged, their faults kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import Final

from backend.common import clock
from backend.imports.fields import ImportField
from backend.imports.models import ImportedCase, ImportProblem, ImportRun
from backend.imports.services.converting import Converter, Draft, Found
from backend.imports.services.rows import Row
from backend.imports.stages import ProblemCode
from backend.keyring.services import partner_digests

MOST_PROBLEMS: Final = 2_000
"""So many are kept; all are counted."""
LONGEST_VALUE: Final = 200


class Standing(Enum):
    """What becomes of a row."""

    NEW = auto()
    ALREADY_THERE = auto()
    FAULTY = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Judged:
    """A row, by what it is known again, what it says, what is wrong with it. Not printed."""

    row: Row
    origin: str
    standing: Standing
    draft: Draft | None
    found: list[Found]


class Judge:
    """Judges the rows of one pass, in their order."""

    def __init__(self, run: ImportRun) -> None:
        self._run = run
        headings = [column["name"] for column in run.layout["columns"]]
        self._converter = Converter(run.partner, run.mapping, headings)
        # Good rows of this pass: what stands there once more is refused.
        self._seen: set[bytes] = set()

    def judge(self, rows: list[Row]) -> Iterator[Judged]:
        """Each row of a batch."""
        origins = partner_digests(
            partner_id=self._run.partner_id, label="import", values=map(self._origin, rows)
        )
        known = {
            origin: (run_id, row)
            for origin, run_id, row in ImportedCase.objects.filter(
                partner=self._run.partner_id, origin__in=origins
            ).values_list("origin", "run_id", "row")
        }
        for row, origin in zip(rows, origins, strict=True):
            draft, found = self._converter.convert(row)
            before = known.get(origin)
            if not found and before not in (None, (self._run.pk, row.number)) and before[0] == self._run.pk:
                found = [self._twice()]
            elif not found and before is not None:
                yield Judged(row, origin, Standing.ALREADY_THERE, None, [])
                continue
            elif not found and bytes.fromhex(origin) in self._seen:
                found = [self._twice()]
            if not found:
                self._seen.add(bytes.fromhex(origin))
            yield Judged(row, origin, Standing.FAULTY if found else Standing.NEW, draft, found)

    def _origin(self, row: Row) -> str:
        own = self._converter.external_id(row) if self._converter.has_external_ids else None
        return f"id:{own}" if own is not None else "row:" + "\x1f".join(row.cells)

    def _twice(self) -> Found:
        return Found(ImportField.EXTERNAL_ID.value, ProblemCode.TWICE)


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Rows, so many at a time."""
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def start_over(run: ImportRun) -> None:
    """Forget what an earlier pass found."""
    run.problems.all().delete()
    run.rows_done = run.position = run.faulty = run.already_there = 0
    run.problem_counts = {}


def write_down(run: ImportRun, judged: Iterable[Judged]) -> None:
    """Count what came of some rows, and keep what is wrong with them as long as there is room."""
    counts, problems = Counter(run.problem_counts), []
    for one in judged:
        run.rows_done += 1
        run.position = one.row.next_at
        run.already_there += one.standing is Standing.ALREADY_THERE
        run.faulty += one.standing is Standing.FAULTY
        for found in one.found:
            if (number := sum(counts.values())) < MOST_PROBLEMS:
                problems.append(_problem(run, number, one.row, found))
            counts[found.code.value] += 1
    run.problem_counts, run.touched_at = dict(counts), clock.now()
    ImportProblem.objects.bulk_create(problems)
    run.save(update_fields=PROGRESS)


PROGRESS: Final = (
    "rows_done",
    "position",
    "already_there",
    "faulty",
    "imported",
    "made_tags",
    "problem_counts",
    "touched_at",
)


def _problem(run: ImportRun, number: int, row: Row, found: Found) -> ImportProblem:
    value = found.value or (row.cell(found.column) if found.column is not None else "")
    problem = ImportProblem(
        run=run,
        data_key=run.data_key,
        number=number,
        row=row.number,
        column=found.column,
        field=found.field,
        code=found.code,
    )
    problem.value = value[:LONGEST_VALUE]
    return problem
