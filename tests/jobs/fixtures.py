"""`run_jobs()` for every test that enqueues something: the real queue, worked off in this process."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import transaction

from backend.common import clock
from backend.jobs import services
from backend.jobs.services import Outcome, working

RunJobs = Callable[..., list[Outcome]]


@pytest.fixture
def run_jobs(db: None, monkeypatch: pytest.MonkeyPatch) -> RunJobs:
    """Run all that is due (at a moment, if given) and what that makes due; a failing job raises."""
    call = working._call
    # A test's transaction is all there is on PostgreSQL: a job that breaks it must break only its own part.
    monkeypatch.setattr(working, "_call", lambda job: _in_savepoint(call, job))

    def run(*, at: datetime | None = None, failing: bool = False) -> list[Outcome]:
        with clock.frozen(at or clock.now()):
            outcomes = services.run_ready(worker="test")
        for outcome in outcomes:
            if outcome.error is not None and not failing:
                raise outcome.error
        return outcomes

    return run


def _in_savepoint(call: Callable[[object], None], job: object) -> None:
    with transaction.atomic():
        call(job)
