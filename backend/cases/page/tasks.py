"""The work list: open tasks by their day, a page at a time; and how many there are.

Own partners' tasks come from an index by team and day, those on restricted cases through the names on them.
What leaves is asked for again by `Task.objects.visible_to`: index and copied columns only propose.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from backend.cases.models import Task
from backend.cases.page.branches import Place, Walk, merged, read
from backend.cases.page.cursor import Cursor, read_cursor
from backend.cases.page.filters import Columns
from backend.cases.page.listing import PLAIN
from backend.cases.page.orders import Order
from backend.cases.page.sight import Opening, Sight, allowed, sight_of
from backend.cases.sql import Piece, as_day, as_uuid, bound, every, joined, one_of, rows_of
from backend.cases.worklist.kinds import OFFERS
from backend.partners.actors import Actor

BY_DAY: Final = Order("by_day", "due_on", descending=False)
CAP: Final = 1_000
# A limit that nothing reaches: for the same plan without one.
_ALL: Final = 1_000_000
A_WEEK: Final = timedelta(days=7)
_TASK: Final = Columns("t", "t.id", "t.restricted")
# These words name the partial indexes.
_OPEN: Final = Piece("t.state = 'open'")
_UNRESTRICTED: Final = Piece("NOT t.restricted")


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """What the list is narrowed to: `mine`, else all of one's teams; kinds; the last and first day; whether
    nobody has it; one team; whose letters are left out, since nobody approves his own."""

    mine: bool = True
    kinds: Collection[str] = ()
    due_from: date | None = None
    due_until: date | None = None
    nobodys: bool = False
    team: UUID | None = None
    letters_not_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Some tasks in order, and where the next ones begin."""

    rows: list[Task]
    next: str | None


def page_of_tasks(actor: Actor, filters: TaskFilters, *, cursor: str | None, size: int) -> TaskPage:
    """The next open tasks that the actor may see, the earliest day first. Raises Invalid for a cursor."""
    place = None
    if cursor is not None:
        told = read_cursor(cursor, BY_DAY, (PLAIN,))
        place = Place(told.value, told.id)
    while True:
        pieces = branches_of_tasks(actor, filters, place, size + 1)
        keys = rows_of(merged(pieces, BY_DAY, size + 1)) if pieces else []
        wanted = [as_uuid(key) for _day, key in keys[:size]]
        rows = rows_of_tasks(actor, wanted)
        if len(keys) <= size:
            return TaskPage(rows, None)
        if rows:
            last = rows[-1]
            return TaskPage(rows, str(Cursor(BY_DAY.name, PLAIN, last.due_on, last.pk)))
        day, key = keys[size - 1]
        place = Place(as_day(day), as_uuid(key))


def counts_of_tasks(actor: Actor, filters: TaskFilters, today: date) -> dict[str, tuple[int, bool]]:
    """How many are overdue, due today, due within a week after, and open at all; each up to a limit, and
    whether there are more. One query.

    No task is looked at twice: all that are open are these three kinds and the later ones, and those are not
    asked for where the three have filled the number. Tasks of restricted cases are found once for all four.
    """
    a_day = timedelta(days=1)
    of_days = {
        "overdue": replace(filters, due_until=today - a_day),
        "today": replace(filters, due_from=today, due_until=today),
        "week": replace(filters, due_from=today + a_day, due_until=today + A_WEEK),
    }
    beyond = replace(filters, due_from=today + A_WEEK + a_day)
    named = _named_once(actor, filters)
    *soon, later = [
        count_piece(actor, one, named=_named_then(one) if named else None)
        for one in (*of_days.values(), beyond)
    ]
    asked = joined(", ", soon)
    first = Piece(f"soon ({', '.join(of_days)}) AS MATERIALIZED (SELECT {asked.text})", asked.values)
    tables = joined(", ", (*named, first))
    all_soon = " + ".join(of_days)
    text = (
        f"WITH {tables.text} SELECT soon.*,"
        f" {all_soon} + CASE WHEN {all_soon} > {CAP} THEN 0 ELSE {later.text} END FROM soon"
    )
    found = rows_of(Piece(text, (*tables.values, *later.values)))[0]
    counts = zip((*of_days, "open"), found, strict=True)
    return {name: (min(count, CAP), count > CAP) for name, count in counts}


def rows_of_tasks(actor: Actor, wanted: Sequence[UUID]) -> list[Task]:
    """Those of the proposed tasks that are open and that the actor may see, the earliest day first."""
    if not wanted:
        return []
    found = Task.objects.visible_to(actor).filter(pk__in=wanted, state=Task.State.OPEN)
    found = found.select_related("case", "team", "assignee", "done_by", "data_key__partner_key")
    return list(found.order_by("due_on", "id"))


def branches_of_tasks(actor: Actor, filters: TaskFilters, after: Place | None, limit: int) -> list[Piece]:
    """Sub-selects of (day, id) that together propose the next tasks of a list."""
    sight = sight_of(actor, "read_complaints")
    narrowed = (_OPEN, *_narrowed(filters))
    if not sight.partners:
        return []
    if filters.mine:
        if sight.person is None:
            return []
        walk = Walk("cases_task t", _TASK, ("assignee_id",), ("uuid",), ((sight.person,),), narrowed)
        return read(walk, BY_DAY, after, limit)
    keys = tuple((partner,) for partner in sight.partners)
    own = Walk("cases_task t", _TASK, ("team_id",), ("uuid",), keys, (_UNRESTRICTED, *narrowed))
    return [*read(own, BY_DAY, after, limit), *_named(sight, narrowed, after, limit)]


def _named(sight: Sight, narrowed: Sequence[Piece], after: Place | None, limit: int) -> Iterator[Piece]:
    """Tasks on the restricted cases on which the person is named: those are few."""
    if sight.person is None or not sight.partners:
        return
    beyond = []
    if after is not None:
        beyond = [Piece("(t.due_on, t.id) > (%s, %s)", (bound(after.value), bound(after.id)))]
    where = every((*_of_named(sight), *narrowed, *beyond))
    yield Piece(
        "SELECT sort, id FROM (SELECT t.due_on AS sort, t.id AS id FROM cases_caseaccess a"
        f" JOIN cases_task t ON t.case_id = a.case_id WHERE {where.text}"
        f" {BY_DAY.by('t.due_on', 't.id')} LIMIT %s) one",
        (*where.values, limit),
    )


def _of_named(sight: Sight) -> tuple[Piece, ...]:
    named = Piece("a.by_name AND a.principal = %s", (bound(sight.person),))
    return named, one_of("t.team_id", sight.partners)


def _narrowed(filters: TaskFilters) -> Iterator[Piece]:
    if filters.kinds:
        yield one_of("t.kind", sorted(filters.kinds))
    yield from _due(filters, "t.due_on")
    if filters.nobodys:
        yield Piece("t.assignee_id IS NULL")
    if filters.team is not None:
        yield Piece("t.team_id = %s", (bound(filters.team),))
    if filters.letters_not_by is not None:
        own = "SELECT 1 FROM cases_institutionreferral r WHERE r.id = t.referral_id AND r.author_id = %s"
        yield Piece(f"NOT EXISTS ({own})", (bound(filters.letters_not_by),))


def _due(filters: TaskFilters, column: str) -> Iterator[Piece]:
    if filters.due_from is not None:
        yield Piece(f"{column} >= %s", (bound(filters.due_from),))
    if filters.due_until is not None:
        yield Piece(f"{column} <= %s", (bound(filters.due_until),))


def count_piece(actor: Actor, filters: TaskFilters, *, named: Piece | None = None) -> Piece:
    """How many tasks a list holds, up to one more than the limit, as a scalar sub-select. `named`: the ids of
    those on restricted cases, where they have been looked for already."""
    sight = sight_of(actor, "read_complaints")
    if not sight.partners or (filters.mine and sight.person is None):
        return Piece("0")
    narrowed = (_OPEN, *_narrowed(filters))
    if filters.mine:
        mine = (Piece("t.assignee_id = %s", (bound(sight.person),)), *narrowed)
        ids = [_ids(_held(mine, _readable(actor, sight)))]
    else:
        own = (one_of("t.team_id", sight.partners), _UNRESTRICTED, *narrowed)
        ids = [_ids(_held(own, _of_the_team(actor)))]
        if named is not None:
            ids.append(named)
        elif sight.person is not None:
            ids.append(_ids(_held_by_name(actor, sight, narrowed, CAP + 1)))
    union = joined(" UNION ", ids)
    return Piece(f"(SELECT count(*) FROM ({union.text}) counted)", union.values)


def _named_once(actor: Actor, filters: TaskFilters) -> tuple[Piece, ...]:
    """A table `named` of the tasks on restricted cases: those are few, whatever their day. None for one's own
    tasks, which no such table would add to."""
    sight = sight_of(actor, "read_complaints")
    if filters.mine or sight.person is None or not sight.partners:
        return ()
    held = _held_by_name(actor, sight, (_OPEN, *_narrowed(filters)), _ALL)
    return (Piece(f"named AS MATERIALIZED ({held.text})", held.values),)


def _named_then(filters: TaskFilters) -> Piece:
    """Of `named`, those of some days."""
    where = every(_due(filters, "named.due_on"))
    return Piece(f"SELECT id FROM named WHERE {where.text}", where.values)


def _held_by_name(actor: Actor, sight: Sight, narrowed: Sequence[Piece], limit: int) -> Piece:
    join = "JOIN cases_caseaccess a ON a.case_id = t.case_id"
    return _held((*_of_named(sight), *narrowed), _readable(actor, sight), join, limit)


def _held(conditions: Sequence[Piece], check: Piece, join: str = "", limit: int = CAP + 1) -> Piece:
    """Id and day of what an index proposes, up to the limit, and of that only what holds."""
    where = every(conditions)
    text = (
        "SELECT id, due_on FROM (SELECT t.id, t.due_on, t.case_id, t.team_id, t.kind, t.hides_case"
        f" FROM cases_task t {join} WHERE {where.text} LIMIT %s) t WHERE {check.text}"
    )
    return Piece(text, (*where.values, limit, *check.values))


def _ids(held: Piece) -> Piece:
    return Piece(f"SELECT id FROM ({held.text}) held", held.values)


# A case is looked up by a scalar sub-select, after the limit: joined, PostgreSQL would rather read all cases
# once than a thousand by their keys; before the limit, it would expect so much work that it compiles the
# statement first. Either took half a second with 100 000 cases.
_OF_THE_CASE: Final = (
    "(SELECT CASE WHEN {rule} THEN 1 ELSE 0 END FROM cases_case c WHERE c.id = t.case_id) = 1"
)


def _of_the_team(actor: Actor) -> Piece:
    """What holds of a task of one's own partner that is proposed as unrestricted."""
    rule = "NOT c.restricted AND c.owner_id = t.team_id"
    return _or_offered(actor, Piece(f"NOT t.hides_case AND {_OF_THE_CASE.format(rule=rule)}"))


def _readable(actor: Actor, sight: Sight) -> Piece:
    """The whole rule of `visible_to`."""
    team, readable = one_of("t.team_id", sight.partners), allowed(sight, Opening.EVERYTHING)
    on_case = Piece(
        f"NOT t.hides_case AND {team.text} AND {_OF_THE_CASE.format(rule=readable.text)}",
        (*team.values, *readable.values),
    )
    return _or_offered(actor, on_case)


def _or_offered(actor: Actor, on_case: Piece) -> Piece:
    offers = [
        every((Piece("t.hides_case AND t.kind = %s", (kind,)), one_of("t.team_id", actor.partners_with(may))))
        for kind, may in OFFERS.items()
    ]
    seen = joined(") OR (", (on_case, *offers))
    return Piece(f"(({seen.text}))", seen.values)
