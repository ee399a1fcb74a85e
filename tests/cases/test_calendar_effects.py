"""What a decree would move is what it then moves; looking writes nothing."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.calendar_effects import effect_of_day
from backend.cases.services.recomputing import recompute_clocks
from backend.common import clock
from backend.common.errors import NotAllowed
from backend.directory.models import CalendarOverride, DeadlineRule
from backend.directory.services.overrides import add_override
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import opened, sent

pytestmark = pytest.mark.django_db
SENT_ON = date(2026, 3, 13)


@pytest.fixture
def running(
    new_case: Callable[..., Case], arta: User, cadastre: Any, ten_days: DeadlineRule
) -> InstitutionReferral:
    """A clock of ten working days from Friday 13 March 2026 on: until 1 April."""
    DeadlineRule.objects.filter(pk=ten_days.pk).update(unit="working_day", roll=True)
    ten_days.refresh_from_db()
    with clock.frozen(datetime(2026, 3, 13, 9, tzinfo=UTC)):
        case = opened(new_case(), arta)
        made = sent(case, arta, deadline_rule=ten_days)
    assert made.due_at is not None
    return made


def test_the_look_says_how_many_move_from_when_to_when(
    api: Callable[[User], Caller], admin: User, running: InstitutionReferral
) -> None:
    before = running.due_at
    answer = api(admin).post("/calendar-effects/", {"country": "AL", "date": "2026-03-19", "working": False})
    assert answer.status_code == 200, answer.json()
    (move,) = answer.json()["clocks"]
    assert (move["before"], move["count"]) == (before.isoformat(), 1)
    assert move["after"] > move["before"]
    assert not CalendarOverride.objects.exists()
    running.refresh_from_db()
    assert running.due_at == before


def test_only_who_keeps_the_platform_looks(besa: User) -> None:
    with pytest.raises(NotAllowed):
        effect_of_day(country="AL", day=date(2026, 3, 19), working=False, actor=actor_of(besa))


@given(offset=st.integers(-5, 40), working=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_what_the_look_says_is_what_happens(running: InstitutionReferral, offset: int, working: bool) -> None:
    from tests.contracts.world import undone

    day = SENT_ON + timedelta(days=offset)
    running.refresh_from_db()
    before = running.due_at
    told = effect_of_day(country="AL", day=day, working=working, actor=Actor.system())
    with undone():
        add_override(
            country="AL", date=day, working=working, names={"en": "x"}, source="x", actor=Actor.system()
        )
        recompute_clocks(actor=Actor.system())
        after = InstitutionReferral.objects.get(pk=running.pk).due_at
    moved = [(one.before, one.after, one.count) for one in told.clocks]
    assert moved == ([] if after == before else [(before, after, 1)])
