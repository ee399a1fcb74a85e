"""What is promised about running, failing and dying."""

import logging
import signal
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from backend.common import clock
from backend.jobs import services
from backend.jobs.models import Job
from backend.jobs.services import retries
from backend.jobs.services.retries import FIRST_DELAY, JITTER, LONGEST_DELAY, base_delay, retry_delay
from backend.jobs.stages import JobState
from backend.jobs.worker import Worker
from tests.jobs import sample_tasks
from tests.jobs.conftest import wait_for
from tests.jobs.sample_tasks import lines_of


def test_retry_delays_grow_to_six_hours_and_stay_there():
    delays = [base_delay(attempts) for attempts in range(1, 30)]
    assert delays[:4] == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240)]
    assert delays == sorted(delays)
    assert delays[-1] == LONGEST_DELAY


def test_retries_do_not_all_come_back_at_the_same_moment():
    delays = {retry_delay(1) for _ in range(50)}
    assert len(delays) > 1
    assert min(delays) >= FIRST_DELAY * (1 - JITTER)
    assert max(delays) <= FIRST_DELAY * (1 + JITTER)


@pytest.mark.django_db
def test_a_failed_job_is_tried_again_later_and_each_time_after_longer(run_jobs, monkeypatch):
    monkeypatch.setattr(retries, "JITTER", 0)
    sample_tasks.fail.enqueue("agim@example.org")
    now, waits = clock.now(), []
    for _ in range(2):
        run_jobs(at=now, failing=True)
        job = Job.objects.get()
        assert job.state == JobState.READY
        waits.append(job.run_after - now)
        assert run_jobs(at=job.run_after - timedelta(seconds=1)) == []
        now = job.run_after
    assert waits == [timedelta(seconds=30), timedelta(seconds=60)]


@pytest.mark.django_db
def test_a_job_is_given_up_after_its_last_attempt(run_jobs, calls):
    dead = make_dead(run_jobs)
    assert calls == ["failed"] * 3
    assert (dead.state, dead.attempts) == (JobState.DEAD, 3)
    assert services.backlog().dead == 1


@pytest.mark.django_db
def test_neither_log_nor_database_keeps_arguments_or_what_an_exception_said(run_jobs, caplog):
    caplog.set_level(logging.DEBUG)
    dead = make_dead(run_jobs)
    assert dead.last_error_class == "tests.jobs.sample_tasks.CitizenError"
    assert "agim" not in caplog.text
    assert "jobs/sample_tasks.py:" in caplog.text
    kept = {name: value for name, value in vars(dead).items() if name != "args"}
    assert "agim" not in str(kept)


@pytest.mark.django_db
def test_dead_jobs_are_listed_without_arguments_and_can_be_retried(run_jobs, capsys, calls):
    dead = make_dead(run_jobs)
    call_command("dead_jobs")
    shown = capsys.readouterr().out
    assert str(dead.pk) in shown
    assert "CitizenError" in shown
    assert "agim" not in shown
    call_command("dead_jobs", retry=dead.pk)
    revived = Job.objects.get()
    assert (revived.state, revived.attempts) == (JobState.READY, 0)
    run_jobs(failing=True)
    assert len(calls) == 4


@pytest.mark.django_db
def test_all_dead_jobs_are_retried_except_those_whose_work_already_waits(run_jobs, capsys):
    for name in ("one", "two"):
        sample_tasks.fail.using(unique_key=name, max_attempts=1).enqueue("agim@example.org")
    run_jobs(failing=True)
    sample_tasks.fail.using(unique_key="one").enqueue("agim@example.org")
    call_command("dead_jobs", retry_all=True)
    assert "1 started again" in capsys.readouterr().out
    assert Job.objects.filter(state=JobState.DEAD).get().unique_key == "one"


@pytest.mark.django_db
def test_a_job_that_breaks_its_transaction_breaks_nothing_else(run_jobs):
    for _ in range(2):
        sample_tasks.break_the_transaction.enqueue()
    run_jobs(failing=True)
    assert set(Job.objects.values_list("last_error_class", flat=True)) == {"django.db.utils.IntegrityError"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["tests.jobs.sample_tasks.not_a_task", "tests.jobs.sample_tasks.gone", "os.system", "nowhere.at.all"],
)
def test_nothing_but_a_declared_task_is_ever_called(run_jobs, calls, path):
    services.enqueue_job(task_path=path, max_attempts=1)
    run_jobs(failing=True)
    assert calls == []
    assert Job.objects.get().last_error_class == "backend.jobs.errors.UnknownTaskError"


@pytest.mark.django_db
def test_a_job_whose_lease_ran_out_is_run_again_and_the_late_worker_cannot_end_it():
    sample_tasks.note.enqueue("letter")
    slow = services.claim_job(worker="slow")
    assert services.recover_lost_jobs() == 0
    with clock.frozen(clock.now() + services.LEASE + timedelta(seconds=1)):
        assert services.recover_lost_jobs() == 1
        quick = services.claim_job(worker="quick")
        assert services.run_claimed(slow).state is None
        assert Job.objects.get().state == JobState.RUNNING
        assert services.run_claimed(quick).state == JobState.DONE


@pytest.mark.django_db
def test_a_renewed_lease_keeps_the_job():
    sample_tasks.note.enqueue("letter")
    job = services.claim_job(worker="slow")
    with clock.frozen(clock.now() + services.LEASE * 0.75):
        services.renew_leases(jobs=[job])
    with clock.frozen(clock.now() + services.LEASE * 1.5):
        assert services.recover_lost_jobs() == 0


@pytest.mark.django_db
def test_a_job_that_kills_every_worker_is_given_up():
    sample_tasks.send.enqueue("poison")
    for days in range(3):
        with clock.frozen(clock.now() + timedelta(days=days)):
            assert services.claim_job(worker="victim")
        with clock.frozen(clock.now() + timedelta(days=days, hours=1)):
            services.recover_lost_jobs()
    job = Job.objects.get()
    assert (job.state, job.last_error_class) == (JobState.DEAD, "WorkerLost")


@pytest.mark.django_db(transaction=True)
def test_workers_in_threads_share_the_work_without_doing_one_job_twice(calls):
    words = [f"letter {number}" for number in range(60)]
    for word in words:
        sample_tasks.note.enqueue(word)
    Worker(threads=4, once=True).run()
    assert sorted(calls) == sorted(words)


@pytest.mark.django_db(transaction=True)
def test_an_idle_worker_writes_nothing(django_assert_max_num_queries):
    with django_assert_max_num_queries(3) as seen:
        assert services.claim_job(worker="idle") is None
    assert not [query for query in seen.captured_queries if query["sql"].startswith(("UPDATE", "INSERT"))]


@pytest.mark.django_db
def test_a_worker_serves_only_the_queues_it_was_given(calls):
    sample_tasks.note.enqueue("other")
    sample_tasks.send.enqueue("mail")
    services.run_ready(worker="mail", queues=["mail"])
    assert calls == ["mail"]


@pytest.mark.django_db(transaction=True)
def test_a_killed_workers_job_runs_again(worker_process, log_of_jobs):
    sample_tasks.append_slowly.enqueue(str(log_of_jobs), "letter", 1)
    victim = worker_process("--lease", "2")
    wait_for(lambda: lines_of(log_of_jobs) == ["begin letter"])
    victim.kill()
    victim.wait()
    worker_process("--lease", "2")
    wait_for(lambda: Job.objects.filter(state=JobState.DONE).exists())
    assert lines_of(log_of_jobs) == ["begin letter", "begin letter", "end letter"]
    assert Job.objects.get().attempts == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_told_to_stop_finishes_the_job_in_hand_and_takes_no_other(
    worker_process, log_of_jobs, number
):
    for word in ("first", "second"):
        sample_tasks.append_slowly.enqueue(str(log_of_jobs), word, 1)
    worker = worker_process()
    wait_for(lambda: lines_of(log_of_jobs) == ["begin first"])
    worker.send_signal(number)
    _, log = worker.communicate(timeout=20)
    assert worker.returncode == 0
    assert lines_of(log_of_jobs) == ["begin first", "end first"]
    assert "worker.stop" in log
    assert Job.objects.filter(state=JobState.READY).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_long_job_keeps_its_lease_while_its_worker_lives(worker_process, log_of_jobs):
    sample_tasks.append_slowly.enqueue(str(log_of_jobs), "long", 3.5)
    for _ in range(2):
        worker_process("--lease", "2")
    wait_for(lambda: Job.objects.filter(state=JobState.DONE).exists())
    assert lines_of(log_of_jobs) == ["begin long", "end long"]


@pytest.mark.django_db(transaction=True)
def test_two_worker_processes_share_without_doing_one_job_twice(worker_process, log_of_jobs):
    words = [f"letter {number}" for number in range(80)]
    for word in words:
        sample_tasks.append_line.enqueue(str(log_of_jobs), word)
    workers = [worker_process("--once", "--threads", "2") for _ in range(2)]
    for worker in workers:
        _, log = worker.communicate(timeout=40)
        assert worker.returncode == 0, log
        assert "letter" not in log
    assert sorted(lines_of(log_of_jobs)) == sorted(words)


@pytest.mark.django_db
def test_done_jobs_are_purged_after_a_week_and_dead_ones_stay(run_jobs):
    make_dead(run_jobs)
    sample_tasks.note.enqueue("letter")
    run_jobs()
    services.purge_finished_jobs()
    assert Job.objects.count() == 2
    with clock.frozen(clock.now() + timedelta(days=8)):
        assert services.purge_finished_jobs() == 1
    assert Job.objects.get().state == JobState.DEAD


@pytest.mark.django_db
def test_the_backlog_says_how_long_the_oldest_job_has_waited():
    long_ago = clock.now() - timedelta(hours=2)
    sample_tasks.note.using(run_after=long_ago).enqueue("letter")
    sample_tasks.note.using(run_after=clock.now() + timedelta(hours=2)).enqueue("later")
    waiting = services.backlog()
    assert (waiting.ready, waiting.running, waiting.oldest_due) == (2, 0, long_ago)


def make_dead(run_jobs) -> Job:
    sample_tasks.fail.enqueue("agim@example.org")
    for day in range(3):
        run_jobs(at=clock.now() + timedelta(days=day), failing=True)
    return Job.objects.get(state=JobState.DEAD)


def in_threads(count: int, call) -> None:
    def one() -> None:
        try:
            call()
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
