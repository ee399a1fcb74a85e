"""Fills an empty installation with any number of cases, in several processes where the engine has room."""

import multiprocessing
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from random import Random
from typing import Any, Final
from uuid import UUID

from django.db import connections

from backend.cases.models import Case, CaseEvent, ReferenceCounter, TaskWatch
from backend.complaints.receipt_codes import seal_new_secret
from backend.demo.load import proportions
from backend.demo.load.auditing import link
from backend.demo.load.drawing import Drawing, Setting
from backend.demo.load.network import build_network, offices
from backend.demo.load.rows import rows_of
from backend.demo.load.surroundings import Surroundings
from backend.demo.load.writing import set_sequences, write
from backend.insights.services.keeping import count_anew
from backend.partners.models import Partner

_AT_ONCE: Final = 5_000
_TO_READER: Final = 20
_OLD: Final = 0.02
"""Of this part of all cases, the oldest, are those of who has only old shares."""
Said = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """How much was written, and in how many seconds."""

    cases: int
    rows: int
    seconds: float


@dataclass(frozen=True)
class _Run:
    """What every process knows. Forked ones find it in their memory: it is never sent."""

    drawing: Drawing
    today: date
    receipt_hash: str


_at_hand: dict[str, _Run] = {}


def generate(*, cases: int, seed: int, today: date, processes: int, said: Said) -> Made:
    """The network and its cases, as they stand at the beginning of a day (UTC). The database holds none."""
    began = time.monotonic()
    build_network()
    now = datetime.combine(today, hour(), UTC)
    drawing = Drawing(seed, cases, now, offices(), Surroundings())
    _at_hand["run"] = _Run(drawing, today, seal_new_secret().hash)
    rows = _told(_spread(_write_part, _parts(drawing), processes), cases, began, said)
    _count(drawing)
    set_sequences()
    windows = max(1, cases // _AT_ONCE)
    first = now - timedelta(days=proportions.DAYS + 1)
    jobs = [(held, first, now, windows) for held in _halves(drawing, processes)]
    said("Linking the audit chains …")
    rows += sum(count for count, _cases in _spread(_link_part, jobs, processes))
    set_sequences()
    count_anew()
    _follow(today)
    return Made(cases, rows, time.monotonic() - began)


def is_there(*, cases: int, seed: int) -> bool:
    """Whether the database holds just these cases."""
    first_and_last = {Drawing.id_of_case(seed, number) for number in (0, cases - 1)}
    found = Case.objects.filter(pk__in=first_and_last).count()
    return found == len(first_and_last) and Case.objects.count() == cases


def _parts(drawing: Drawing) -> Iterator[list[Setting]]:
    """The settings of all cases, some thousand at a time: who owns which, and under which number."""
    draw = Random(f"{drawing.seed}/owners")  # noqa: S311  # has to be the same in every run
    owners = draw.choices(range(proportions.PARTNERS), cum_weights=proportions.owner_sums(), k=drawing.cases)
    readers = _readers(draw, drawing.cases)
    running: dict[tuple[int, int], int] = defaultdict(int)
    last: dict[int, int] = {}
    part = []
    for number, place in enumerate(owners):
        year = drawing.opened(number).year
        running[place, year] += 1
        part.append(Setting(number, place, running[place, year], last.get(place), readers.get(number)))
        last[place] = number
        if len(part) == _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _readers(draw: Random, cases: int) -> dict[int, int]:
    """The cases that are shared with partners who own none: any twenty, and twenty of the oldest."""
    old = max(1, int(cases * _OLD))
    anywhere = draw.sample(range(cases), min(cases, _TO_READER))
    early = draw.sample(range(old), min(old, _TO_READER))
    # Who has only old shares comes last: nothing newer is added to them.
    return dict.fromkeys(anywhere, proportions.PARTNERS) | dict.fromkeys(early, proportions.PARTNERS + 1)


def _write_part(part: list[Setting]) -> tuple[int, int]:
    run = _at_hand["run"]
    rows = write(row for one in part for row in rows_of(run.drawing, one, run.today, run.receipt_hash))
    return rows, len(part)


def _link_part(job: tuple[list[UUID], datetime, datetime, int]) -> tuple[int, int]:
    return link(*job), 0


def _spread(
    work: Callable[[Any], tuple[int, int]], jobs: Iterable[Any], processes: int
) -> Iterator[tuple[int, int]]:
    """The jobs one after the other here, or in as many processes."""
    if processes == 1:
        yield from map(work, jobs)
        return
    # A forked process must not speak through its parent's connection.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        yield from pool.map(work, jobs)


def _told(counts: Iterable[tuple[int, int]], cases: int, began: float, said: Said) -> int:
    rows = done = 0
    for more, some in counts:
        rows, done = rows + more, done + some
        seconds = time.monotonic() - began
        said(f"{done:,} of {cases:,} cases, {rows:,} rows, {rows / seconds:,.0f} rows a second")
    return rows


def _halves(drawing: Drawing, processes: int) -> list[list[UUID]]:
    """The partners in as many groups, about equal in their cases: the largest weigh as all the small ones."""
    groups: list[list[UUID]] = [[] for _ in range(processes)]
    for rank, office in enumerate(drawing.offices):
        turn, place = divmod(rank, processes)
        groups[place if turn % 2 == 0 else processes - 1 - place].append(office.partner_id)
    return groups


def _count(drawing: Drawing) -> None:
    """Where the running numbers stand."""
    last: dict[tuple[UUID, int], int] = defaultdict(int)
    for part in _parts(drawing):
        for one in part:
            key = (drawing.offices[one.place].partner_id, drawing.opened(one.number).year)
            last[key] = one.running
    ReferenceCounter.objects.bulk_create(
        [ReferenceCounter(partner_id=owner, year=year, last=number) for (owner, year), number in last.items()]
    )


def _follow(today: date) -> None:
    """The rules of the work list have looked at everything already."""
    newest = CaseEvent.objects.order_by("-id").values_list("id", flat=True).first() or 0
    zones = set(Partner.objects.values_list("time_zone", flat=True))
    TaskWatch.objects.update_or_create(name="events", defaults={"event_id": newest})
    for zone in sorted(zones):
        TaskWatch.objects.update_or_create(name=f"day:{zone}", defaults={"day": today})
