"""What is promised to whoever enqueues a job."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction

from backend.common import clock
from backend.jobs.errors import UnsuitableArgumentsError
from backend.jobs.framework import TaskResultDoesNotExist, TaskResultStatus
from backend.jobs.models import Job
from tests.jobs import sample_tasks


class ChangedMyMindError(Exception):
    pass


@pytest.mark.django_db
def test_an_enqueued_job_runs_once(run_jobs, calls):
    sample_tasks.note.enqueue("letter")
    run_jobs()
    run_jobs()
    assert calls == ["letter"]


@pytest.mark.django_db(transaction=True)
def test_a_job_enqueued_in_a_rolled_back_transaction_never_runs(run_jobs, calls):
    with pytest.raises(ChangedMyMindError), transaction.atomic():
        sample_tasks.note.enqueue("letter")
        raise ChangedMyMindError
    run_jobs()
    assert calls == []
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_a_job_waits_for_its_time(run_jobs, calls):
    tomorrow = clock.now() + timedelta(days=1)
    sample_tasks.note.using(run_after=tomorrow).enqueue("reminder")
    run_jobs(at=tomorrow - timedelta(seconds=1))
    assert calls == []
    run_jobs(at=tomorrow)
    assert calls == ["reminder"]


@pytest.mark.django_db
def test_urgent_jobs_come_first_then_the_longest_waiting(run_jobs, calls):
    now = clock.now()
    sample_tasks.note.using(run_after=now - timedelta(minutes=1)).enqueue("second")
    sample_tasks.note.using(run_after=now - timedelta(minutes=2)).enqueue("first")
    sample_tasks.send.enqueue("urgent")
    run_jobs()
    assert calls == ["urgent", "first", "second"]


@pytest.mark.django_db
def test_jobs_enqueued_by_a_job_run_too(run_jobs, calls):
    sample_tasks.note_twice_more.enqueue("letter")
    assert len(run_jobs()) == 3
    assert calls == ["letter again", "letter once more"]


@pytest.mark.django_db
def test_the_same_unique_key_gives_back_the_unfinished_job(run_jobs, calls):
    task = sample_tasks.note.using(unique_key="digest:2026-03-13")
    assert task.enqueue("one").id == task.enqueue("two").id
    run_jobs()
    task.enqueue("three")
    run_jobs()
    assert calls == ["one", "three"]


@pytest.mark.django_db
def test_a_refused_duplicate_leaves_the_callers_transaction_usable():
    with transaction.atomic():
        for _ in range(3):
            sample_tasks.note.using(unique_key="one").enqueue("one")
        sample_tasks.note.enqueue("after")
    assert Job.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_many_at_once_with_one_unique_key_store_one_job():
    found: list[str] = []
    barrier = threading.Barrier(6)

    def enqueue() -> None:
        barrier.wait()
        found.append(sample_tasks.note.using(unique_key="one").enqueue("one").id)
        connection.close()

    threads = [threading.Thread(target=enqueue) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
    assert Job.objects.count() == 1


@pytest.mark.django_db
def test_contents_are_refused_where_ids_belong():
    with pytest.raises(UnsuitableArgumentsError) as refusal:
        sample_tasks.note.enqueue("They asked for 200 EUR at the hospital. " * 60)
    assert "hospital" not in str(refusal.value)
    with pytest.raises(TypeError):
        sample_tasks.note.enqueue(object())
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_a_job_can_be_followed_by_its_id(run_jobs):
    result = sample_tasks.note.enqueue("letter")
    assert sample_tasks.note.get_result(result.id).status == TaskResultStatus.READY
    run_jobs()
    result.refresh()
    assert result.status == TaskResultStatus.SUCCESSFUL
    assert result.attempts == 1
    with pytest.raises(TaskResultDoesNotExist):
        sample_tasks.note.get_result(str(uuid4()))
    with pytest.raises(TaskResultDoesNotExist):
        sample_tasks.note.get_result("not an id")


@pytest.mark.django_db
def test_a_job_shows_no_arguments_when_printed():
    sample_tasks.note.enqueue("Arta's letter")
    assert "letter" not in f"{Job.objects.get()!r} {Job.objects.get()}"
