"""What reports read is what counting the cases would give, whatever was done to them (ADR 52)."""

import importlib
import os
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services import access
from backend.cases.services.keys import keys_of_receipt
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.secondlock import holding
from backend.insights.definitions import Statistic
from backend.insights.models import Facet, Tally
from backend.insights.periods import Interval, Stretch, stretches
from backend.insights.questions import Question, asked
from backend.insights.services.counting import COLUMN_OF, received
from backend.insights.services.keeping import check_sums, fold_sums
from backend.insights.services.statistics import table_of
from backend.insights.tasks import repair_sums
from backend.jobs import schedule
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from backend.partners.services.partners import change_partner
from tests.application_role import ROLE, as_owner
from tests.casework import restricted
from tests.databases import in_threads, one_waits_for_the_other
from tests.factories.cases import CaseFactory
from tests.factories.directory import CategoryFactory, InstitutionFactory, PlaceFactory
from tests.factories.partners import member

SYSTEM = Actor.system()
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="no sums are kept on SQLite")
LATE = datetime(2025, 6, 30, 23, 30, tzinfo=UTC)
HOW = settings(
    max_examples=25 * int(os.environ.get("DOSJA_TEST_DEPTH", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
Sums = Counter[tuple[Any, ...]]


def kept() -> Sums:
    """By partner, day, facet and value: what is kept."""
    found: Sums = Counter()
    for row in Tally.objects.all():
        found[row.partner_id, row.day, row.facet, row.value] += row.count
    return Counter({key: count for key, count in found.items() if count})


def counted() -> Sums:
    """The same, from the cases, in Python."""
    found: Sums = Counter()
    for case in Case.objects.filter(restricted=False).exclude(state="transferred").select_related("owner"):
        day = clock.day_of(case.opened_at, case.owner.time_zone)
        for facet, column in COLUMN_OF.items():
            value = getattr(case, column)
            found[case.owner_id, day, facet.value, None if value is None else str(value)] += 1
    return found


def seen(question: Question, facet: Facet) -> dict[Any, int]:
    """Cases of the question's partner in its period by value, as far as the actor sees them, in Python."""
    found: Counter[Any] = Counter()
    for case in Case.objects.visible_to(question.actor).filter(owner=question.partner):
        day = clock.day_of(case.opened_at, question.partner.time_zone)
        if case.state != "transferred" and question.period.first <= day <= question.period.last:
            found[getattr(case, COLUMN_OF[facet])] += 1
    return dict(found)


def told(question: Question, facet: Facet) -> dict[Any, int]:
    months = stretches(question.period, Interval.MONTH)
    return {value: sum(counts) for value, counts in received(question, facet, months).items()}


def year_2025(person: User, partner: Partner) -> Question:
    return asked(
        actor_of(person), partner=partner.slug, date_from=date(2025, 1, 1), date_to=date(2025, 12, 31)
    )


def set_on(case: Case, **columns: Any) -> Case:
    assert Case.objects.filter(pk=case.pk).update(**columns) == 1
    return case


moments = st.datetimes(datetime(2024, 12, 30), datetime(2026, 1, 2), timezones=st.just(UTC))
which = st.sets(st.integers(0, 9), min_size=1, max_size=4)
columns = st.fixed_dictionaries(
    {},
    optional={
        "state": st.sampled_from(["received", "triage", "open", "transferred"]),
        "kind": st.sampled_from(CaseKind.values),
        "category": st.integers(0, 2),
        "place": st.integers(0, 2),
        "institution": st.integers(0, 2),
        "owner": st.integers(0, 1),
        "restricted": st.booleans(),
        "opened_at": moments,
        "summary": st.sampled_from(["Road", "Water"]),
    },
)
acts = st.one_of(
    st.tuples(st.just("open"), columns),
    st.tuples(st.just("change"), which, columns.filter(bool)),
    st.tuples(st.just("name"), which),
    st.tuples(st.just("delete"), which),
    st.tuples(
        st.just("move"), st.integers(0, 1), st.sampled_from(["Europe/Tirane", "Asia/Tbilisi", "CET", "UTC"])
    ),
    st.tuples(st.just("fold")),
)


class World:
    """Two partners with their cases, and a caseworker who works for both."""

    def __init__(self, partners: list[Partner], person: User) -> None:
        self.partners, self.person = partners, person
        self.rows: dict[str, list[Any]] = {
            "category": [None, CategoryFactory(), CategoryFactory()],
            "place": [None, PlaceFactory(), PlaceFactory()],
            "institution": [None, InstitutionFactory(), InstitutionFactory()],
            "owner": partners,
        }
        for number in range(4):
            self.open({"opened_at": LATE + timedelta(days=number)})

    def some(self, which: set[int]) -> list[Any]:
        found = list(Case.objects.order_by("opened_at", "pk").values_list("pk", flat=True))
        return [found[number] for number in which if number < len(found)]

    def told(self, columns: dict[str, Any]) -> dict[str, Any]:
        return {name: self.rows[name][one] if name in self.rows else one for name, one in columns.items()}

    def open(self, columns: dict[str, Any]) -> None:
        CaseFactory(**{"owner": self.partners[0], **self.told(columns)})

    def change(self, which: set[int], columns: dict[str, Any]) -> None:
        told = self.told(columns)
        if told.get("state") is None:
            # What was handed over stays so: its complaint went along.
            Case.objects.filter(pk__in=self.some(which)).update(**told)
        else:
            Case.objects.filter(pk__in=self.some(which), complaint__isnull=False).update(**told)

    def name(self, which: set[int]) -> None:
        for case in Case.objects.filter(pk__in=self.some(which), restricted=True):
            access.name_person(case, self.person)

    def delete(self, which: set[int]) -> None:
        Case.objects.filter(pk__in=self.some(which)).delete()

    def move(self, partner: int, zone: str) -> None:
        Partner.objects.filter(pk=self.partners[partner].pk).update(time_zone=zone)

    def brought_in_line(self) -> None:
        """The index by which a person's restricted cases are found, as services keep it."""
        for case in Case.objects.all():
            access.refresh(case)

    def fold(self) -> None:
        fold_sums()


def test_whatever_is_done_to_cases_the_numbers_are_theirs(
    partner_a: Partner, partner_b: Partner, arta: User
) -> None:
    member(partner_b, Role.CASEWORKER, arta)
    world = World([partner_a, partner_b], arta)

    @HOW
    @given(st.lists(acts, max_size=10))
    def holds(done: list[tuple[Any, ...]]) -> None:
        with transaction.atomic():
            for what, *told_of_it in done:
                getattr(world, what)(*told_of_it)
                world.brought_in_line()
                if connection.vendor == "postgresql":
                    assert kept() == counted(), what
            for partner in world.partners:
                question = year_2025(arta, partner)
                for facet in Facet:
                    assert told(question, facet) == seen(question, facet)
            assert check_sums(repair=False, actor=SYSTEM) == []
            # Each story begins with the same cases.
            transaction.set_rollback(True)

    holds()


def test_a_number_is_one_question_of_one_moment(case_of_arta: Case, arta: User) -> None:
    question = asked(actor_of(arta))
    with CaptureQueriesContext(
        connection,
    ) as asked_of_it:
        received(question, Facet.STATE, [Stretch("all", question.period)])
    assert len(asked_of_it) == 1


def test_a_restricted_case_counts_for_those_named_on_it_and_on_no_paper_for_donors(
    new_case: Callable[..., Case], arta: User, besa: User
) -> None:
    new_case()
    restricted(new_case(), [besa], besa)
    for person, number in ((besa, 2), (arta, 1)):
        question = asked(actor_of(person))
        assert sum(told(question, Facet.KIND).values()) == number
        assert sum(told(question.for_outsiders(), Facet.KIND).values()) == 1
        assert sum(seen(question, Facet.KIND).values()) == number


def test_a_case_that_is_no_longer_restricted_counts_for_everybody(case_of_arta: Case, arta: User) -> None:
    question = asked(actor_of(arta))
    set_on(case_of_arta, restricted=True)
    assert told(question, Facet.STATE) == {}
    set_on(case_of_arta, restricted=False)
    assert told(question, Facet.STATE) == {"open": 1}


def test_whoever_may_not_see_the_cases_reads_no_sum_of_them(
    case_of_arta: Case, partner_a: Partner, nino: User, arta: User
) -> None:
    mine = asked(actor_of(arta))
    foreign = Question(actor_of(nino), partner_a, mine.period, mine.interval, hides_small=False)
    assert told(mine, Facet.STATE) == {"open": 1}
    assert told(foreign, Facet.STATE) == {}


def test_half_past_eleven_in_london_is_the_next_day_of_the_partner_until_it_moves(
    new_case: Callable[..., Case], partner_a: Partner, arta: User, admin: User
) -> None:
    set_on(new_case(), opened_at=LATE)

    def months() -> dict[str, int]:
        table = table_of(Statistic.CASES_BY_KIND, year_2025(arta, partner_a))
        assert table.total is not None
        cells = zip(table.columns, table.total.cells, strict=True)
        return {column.code: cell.value for column, cell in cells if cell.value}  # type: ignore[misc]

    assert months() == {"2025-07": 1, "all": 1}
    change_partner("pif", changes={"time_zone": "Atlantic/Azores"}, expected=None, actor=actor_of(admin))
    assert months() == {"2025-06": 1, "all": 1}


@pytest.mark.postgres
@on_postgres
class TestOnPostgreSQL:
    def test_who_moves_a_partner_needs_no_key_to_its_cases(
        self, case_of_arta: Case, partner_b: Partner, admin: User
    ) -> None:
        """A platform administrator, who sees no case; the functions' owner is held by the policies, too."""
        set_on(case_of_arta, opened_at=LATE)
        CaseFactory(owner=partner_b)
        with as_owner(connection), connection.cursor() as cursor:
            cursor.execute(f"ALTER FUNCTION dosja_tally_mend(uuid) OWNER TO {ROLE}")
        changes: Any = {"time_zone": "Atlantic/Azores"}
        with holding():
            change_partner("pif", changes=changes, expected=None, actor=actor_of(admin))
        assert kept() == counted()
        assert any(day == date(2025, 6, 30) for _partner, day, *_rest in kept())

    def test_the_key_that_was_taken_for_counting_is_given_back(self, case_of_arta: Case) -> None:
        """Told past the wrapper, which would take any key away with the next statement."""
        raw = connection.connection
        raw.execute("SELECT set_config('dosja.keys', '{}', true)")
        raw.execute("UPDATE partners_partner SET time_zone = 'Atlantic/Azores'")
        assert raw.execute("SELECT current_setting('dosja.keys')").fetchone() == ("{}",)
        assert raw.execute("SELECT count(*) FROM cases_case").fetchone() == (0,)
        assert kept() == counted() != {}

    def test_a_receipt_and_the_release_before_write_sums_without_a_right_to_them(
        self, case_of_arta: Case
    ) -> None:
        """The one has the key of a single case; the other's role was given none to a table that is new."""
        assert case_of_arta.complaint is not None
        with as_owner(connection), connection.cursor() as cursor:
            cursor.execute(f"REVOKE ALL ON insights_tally FROM {ROLE}")
            cursor.execute(f"REVOKE ALL ON SEQUENCE insights_tally_id_seq FROM {ROLE}")
        with holding(*keys_of_receipt(case_of_arta.complaint)):
            set_on(case_of_arta, state="withdrawn")
        with as_owner(connection), connection.cursor() as cursor:
            cursor.execute(f"GRANT SELECT ON insights_tally TO {ROLE}")
        assert kept() == counted()

    def test_what_changes_no_number_writes_no_row(self, case_of_arta: Case) -> None:
        before = Tally.objects.count()
        set_on(case_of_arta, summary="Water", severity=4, state=case_of_arta.state)
        assert Tally.objects.count() == before
        set_on(case_of_arta, state="withdrawn")
        assert Tally.objects.count() == before + 2

    def test_each_column_that_is_counted_counts_by_itself(
        self, case_of_arta: Case, partner_b: Partner
    ) -> None:
        changes: dict[str, Any] = {
            **{
                "state": "triage",
                "kind": "corruption",
                "category": CategoryFactory(),
                "place": PlaceFactory(),
            },
            **{"institution": InstitutionFactory(), "owner": partner_b, "opened_at": LATE},
            **{"restricted": True},
        }
        for column, value in changes.items():
            before = kept()
            set_on(case_of_arta, **{column: value})
            assert kept() == counted() != before, column

    def test_many_cases_at_once_make_few_rows(
        self, new_case: Callable[..., Case], partner_a: Partner
    ) -> None:
        cases = [new_case() for _ in range(6)]
        Case.objects.filter(pk__in=[case.pk for case in cases]).update(opened_at=LATE)
        before = Tally.objects.count()
        Case.objects.filter(owner=partner_a).update(state="triage", kind="corruption")
        assert Tally.objects.count() == before + 4
        assert kept() == counted()

    def test_folding_changes_no_number_and_leaves_one_row_of_each(
        self, new_case: Callable[..., Case]
    ) -> None:
        for state in ("triage", "open", "triage"):
            set_on(new_case(), state=state)
        before = kept()
        fold_sums()
        assert kept() == before == counted()
        assert Tally.objects.count() == len(before)
        fold_sums()
        assert Tally.objects.count() == len(before)

    @pytest.mark.parametrize(
        "harm",
        [
            lambda: Tally.objects.filter(facet="state").update(count=7),
            lambda: Tally.objects.filter(facet="place").delete(),
            lambda: Tally.objects.update(day=date(2024, 1, 1)),
            lambda: Tally.objects.filter(facet="place").update(value="77"),
        ],
    )
    def test_a_falsified_sum_is_found_and_put_right(
        self, case_of_arta: Case, harm: Callable[[], Any]
    ) -> None:
        fold_sums()
        call_command("check_sums")
        harm()
        assert kept() != counted()
        assert check_sums(repair=False, actor=SYSTEM)
        with pytest.raises(CommandError):
            call_command("check_sums")
        repair_sums.call()
        assert kept() == counted()
        assert check_sums(repair=True, actor=SYSTEM) == []
        assert AuditEvent.objects.filter(action="statistics.sums_repaired").count() == 1

    def test_cases_that_were_there_before_are_taken_in(self, case_of_arta: Case, partner_b: Partner) -> None:
        CaseFactory(owner=partner_b)
        Tally.objects.all().delete()
        migration = importlib.import_module("backend.insights.migrations.0002_fill_tallies")
        editor = SimpleNamespace(connection=connection)
        migration.fill(apps, editor)
        migration.fill(apps, editor)
        assert kept() == counted() != {}

    def test_a_day_is_the_same_for_both_who_cut_it(self, db: None) -> None:
        zones = {"Asia/Tbilisi", *(zone for zone in available_timezones() if zone.startswith("Europe/"))}
        zones |= {zone for zone in available_timezones() if "/" not in zone}
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM pg_timezone_names")
            for zone in sorted(zones & {name for (name,) in cursor.fetchall()}):
                for moment in (datetime(2025, 1, 15, 12, tzinfo=UTC), datetime(2025, 7, 15, 12, tzinfo=UTC)):
                    cursor.execute("SELECT %s AT TIME ZONE dosja_tally_zone(%s)", [moment, zone])
                    assert cursor.fetchone()[0] == moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None), (
                        zone
                    )

    def test_the_sums_have_their_jobs(self) -> None:
        assert {"backend.insights.tasks.fold_sums", "backend.insights.tasks.repair_sums"} <= set(
            schedule.registered()
        )


@pytest.fixture
def two_cases(shared_by_threads: None, partner_a: Partner) -> list[Case]:
    return [CaseFactory(owner=partner_a, opened_at=LATE) for _ in range(2)]


@pytest.mark.postgres
@on_postgres
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_nobody_waits_for_anybody_and_nothing_is_lost(self, two_cases: list[Case]) -> None:
        both_have_written = threading.Barrier(3)

        def work(number: int) -> None:
            if number == 2:
                both_have_written.wait(timeout=20)
                fold_sums()
                return
            with transaction.atomic():
                set_on(two_cases[number], state="triage")
                both_have_written.wait(timeout=20)
                set_on(two_cases[number], kind="corruption")

        in_threads(3, work)
        assert kept() == counted()

    def test_two_who_fold_at_once_add_nothing_twice(self, two_cases: list[Case]) -> None:
        for state in ("triage", "open", "triage"):
            Case.objects.update(state=state)
        in_threads(4, lambda _number: fold_sums())
        assert kept() == counted()

    @pytest.mark.parametrize("first", ["the case", "the partner"])
    def test_a_case_and_a_moving_partner_wait_for_each_other(
        self, two_cases: list[Case], partner_a: Partner, first: str
    ) -> None:
        def change_case() -> None:
            set_on(two_cases[0], opened_at=LATE + timedelta(days=3), state="triage")

        def move_partner() -> None:
            Partner.objects.filter(pk=partner_a.pk).update(time_zone="Atlantic/Azores")

        steps = (change_case, move_partner) if first == "the case" else (move_partner, change_case)

        one_waits_for_the_other(*steps)
        assert kept() == counted()
