"""What a platform administrator is promised about work that was given up."""

from collections.abc import Callable
from typing import Any

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.jobs.models import Job
from backend.partners.models import User
from tests.calling import Caller

Api = Callable[[User], Caller]


def given_up(**more: Any) -> Job:
    told: dict[str, Any] = {
        "task_path": "backend.cases.tasks.follow_the_calendar",
        "args": ["Drita Kola"],
        "state": "dead",
        "attempts": 10,
        "max_attempts": 10,
        "last_error_class": "ValueError",
        "finished_at": clock.now(),
    }
    return Job.objects.create(**told | more)


def test_it_is_seen_without_its_arguments(api: Api, admin: User) -> None:
    job = given_up()
    Job.objects.create(task_path="a.b", state="done", max_attempts=1, finished_at=clock.now())
    answer = api(admin).get("/jobs/dead/")
    (shown,) = answer.json()["results"]
    assert (shown["id"], shown["error"], shown["attempts"]) == (str(job.pk), "ValueError", 10)
    assert "Drita" not in answer.content.decode()


def test_it_is_started_again_once_and_that_is_told(api: Api, admin: User) -> None:
    job = given_up()
    assert api(admin).post(f"/jobs/dead/{job.pk}/retry/").json() == {"count": 1}
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("ready", 0)
    again = api(admin).post(f"/jobs/dead/{job.pk}/retry/")
    assert (again.status_code, again.json()["code"]) == (409, "job.not_dead")
    line = AuditEvent.objects.get(action="job.retried")
    assert (line.actor_id, line.facts) == (admin.pk, {"task": job.task_path})


def test_all_are_started_again_but_those_whose_work_waits_already(api: Api, admin: User) -> None:
    given_up()
    given_up(unique_key="schedule:x")
    Job.objects.create(task_path="a.b", state="ready", max_attempts=1, unique_key="schedule:x")
    assert api(admin).post("/jobs/dead/retry_all/").json() == {"count": 1}
    assert Job.objects.filter(state="dead").count() == 1
    assert AuditEvent.objects.get(action="job.all_retried").facts == {"count": 1}


def test_nobody_else_sees_or_starts_anything(api: Api, besa: User) -> None:
    job = given_up()
    assert api(besa).get("/jobs/dead/").status_code == 403
    assert api(besa).post(f"/jobs/dead/{job.pk}/retry/").status_code == 403
    assert api(besa).post("/jobs/dead/retry_all/").status_code == 403
    assert Job.objects.filter(state="dead").count() == 1
