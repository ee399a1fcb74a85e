"""What is promised about work that comes back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from backend.common import clock
from backend.jobs import schedule, services
from backend.jobs.models import Job, Schedule
from tests.jobs import sample_tasks
from tests.jobs.conftest import wait_for
from tests.jobs.test_working import in_threads

NOON = datetime(2026, 3, 13, 12, 0, tzinfo=UTC)


@pytest.fixture
def hourly(no_schedules, db):
    schedule.every(hours=1, name="hourly")(sample_tasks.note_twice_more)
    with clock.frozen(NOON):
        services.synchronise_schedules()


def started(at: datetime) -> int:
    with clock.frozen(at):
        return services.start_due_schedules()


def finish_all() -> None:
    Job.objects.update(state="done", finished_at=clock.now())


def test_an_interval_runs_once_each_time(hourly):
    times = [NOON + timedelta(minutes=minutes) for minutes in range(0, 181, 10)]
    count = 0
    for at in times:
        count += started(at)
        finish_all()
    assert count == 3


def test_a_run_missed_while_the_machine_was_off_runs_once_and_keeps_its_rhythm(hourly):
    back = NOON + timedelta(days=3, minutes=25)
    assert [started(back), started(back)] == [1, 0]
    assert Job.objects.count() == 1
    assert Schedule.objects.get().next_run_at == NOON + timedelta(days=3, hours=1)
    assert Schedule.objects.get().last_run_at == back


def test_a_clock_that_was_ahead_and_is_right_again_holds_nothing_up(hourly):
    assert started(NOON + timedelta(days=2)) == 1
    with clock.frozen(NOON + timedelta(minutes=5)):
        assert services.claim_job(worker="w") is None, "it was made for a day that has not come"
        assert services.return_from_the_future() == 2
        assert services.claim_job(worker="w") is not None
        assert services.return_from_the_future() == 0
    finish_all()
    assert started(NOON + timedelta(minutes=6)) == 1


def test_a_missed_daily_run_is_made_up_for_once(no_schedules, db):
    schedule.daily("06:30", "Europe/Tirane", name="digest")(sample_tasks.note_twice_more)
    with clock.frozen(NOON):
        services.synchronise_schedules()
    assert started(NOON + timedelta(days=4)) == 1
    assert started(NOON + timedelta(days=4, minutes=1)) == 0
    assert Schedule.objects.get().next_run_at == datetime(2026, 3, 18, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "zone", "at", "due"),
    [
        ("2026-03-28T05:00", "Europe/Tirane", "06:30", "2026-03-28T05:30"),
        ("2026-03-28T06:00", "Europe/Tirane", "06:30", "2026-03-29T04:30"),  # summer time began that night
        ("2026-03-29T00:00", "Europe/Tirane", "02:30", "2026-03-29T01:30"),  # 02:30 does not exist that day
        ("2026-10-24T22:30", "Europe/Tirane", "02:30", "2026-10-25T00:30"),  # 02:30 comes twice that day
        ("2026-10-25T00:30", "Europe/Tirane", "02:30", "2026-10-26T01:30"),
        ("2026-12-31T21:00", "Asia/Tbilisi", "00:30", "2027-01-01T20:30"),
        ("2028-02-28T12:00", "Asia/Tbilisi", "08:00", "2028-02-29T04:00"),
    ],
)
def test_a_daily_time_follows_the_clocks_of_its_place(no_schedules, now, zone, at, due):
    schedule.daily(at, zone, name="daily")(sample_tasks.note)
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = schedule.registered()["daily"].first_after(moment)
    assert found == datetime.fromisoformat(due).replace(tzinfo=UTC)


def test_slow_work_is_not_piled_up_behind_itself(hourly):
    assert started(NOON + timedelta(hours=1)) == 1
    assert started(NOON + timedelta(hours=2)) == 1
    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_start_one_occurrence_twice(no_schedules):
    schedule.every(hours=1, name="hourly")(sample_tasks.note_twice_more)
    with clock.frozen(NOON):
        services.synchronise_schedules()
    counts: list[int] = []
    in_threads(5, lambda: counts.append(started(NOON + timedelta(hours=1))))
    assert sum(counts) == 1
    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_starting_together_write_a_schedule_down_once(no_schedules):
    schedule.every(hours=1, name="hourly")(sample_tasks.note_twice_more)
    in_threads(5, services.synchronise_schedules)
    assert Schedule.objects.count() == 1


def test_starting_again_does_not_begin_the_rhythm_anew(hourly):
    with clock.frozen(NOON + timedelta(minutes=50)):
        services.synchronise_schedules()
    assert Schedule.objects.get().next_run_at == NOON + timedelta(hours=1)


def test_a_changed_rhythm_is_taken_over(hourly, no_schedules):
    no_schedules.clear()
    schedule.daily("03:10", name="hourly")(sample_tasks.note_twice_more)
    with clock.frozen(NOON):
        services.synchronise_schedules()
    row = Schedule.objects.get()
    assert (row.every_seconds, row.next_run_at) == (None, datetime(2026, 3, 14, 3, 10, tzinfo=UTC))


def test_a_schedule_that_the_code_no_longer_knows_is_left_alone_then_forgotten(hourly, no_schedules):
    no_schedules.clear()
    assert started(NOON + timedelta(days=1)) == 0
    with clock.frozen(NOON + timedelta(days=40)):
        services.purge_finished_jobs()
    assert not Schedule.objects.exists()


def test_misspelt_schedules_fail_when_the_code_is_loaded(no_schedules):
    with pytest.raises(ValueError, match="interval"):
        schedule.every(seconds=0)(sample_tasks.note)
    with pytest.raises(ValueError, match="24:61"):
        schedule.daily("24:61")(sample_tasks.note)
    with pytest.raises(Exception, match="Tirana"):
        schedule.daily("06:30", "Europe/Tirana")(sample_tasks.note)
    schedule.every(hours=1, name="one")(sample_tasks.note)
    with pytest.raises(ValueError, match="two tasks"):
        schedule.every(hours=1, name="one")(sample_tasks.send)


@pytest.mark.django_db(transaction=True)
def test_the_purge_of_finished_jobs_is_scheduled_and_runs(worker_process):
    call_command("run_worker", once=True)
    row = Schedule.objects.get(name="backend.jobs.tasks.purge_finished_jobs")
    Schedule.objects.filter(pk=row.pk).update(next_run_at=clock.now() - timedelta(days=2))
    worker_process()
    wait_for(lambda: Job.objects.filter(task_path=row.task_path, state="done").exists())
