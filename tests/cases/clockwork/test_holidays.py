"""Holidays that change move running clocks, once, and say so."""

from collections.abc import Callable
from datetime import date, timedelta

from backend.cases.models import Case, CaseAccess, CaseEvent, InstitutionReferral
from backend.cases.services import clocks
from backend.cases.services.recomputing import recompute_clocks
from backend.cases.tasks import follow_the_calendar
from backend.directory.models import CalendarOverride, DeadlineRule
from backend.directory.services.overrides import add_override, remove_override
from backend.jobs import schedule
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.cases.clockwork.june import (
    case_due,
    in_june,
    last_event,
    on,
    paused,
    resumed,
)
from tests.casework import answered, sent, shared
from tests.factories.directory import CalendarOverrideFactory, DeadlineRuleFactory


def free(day: int, admin: User) -> CalendarOverride:
    return add_override(
        country="AL",
        date=in_june(day),
        working=False,
        names={"en": "Mourning"},
        source="decree",
        actor=actor_of(admin),
    )


def test_a_decree_moves_the_due_date_of_running_clocks_and_says_so(
    referral: InstitutionReferral, partner_b: Partner, besa: User, admin: User
) -> None:
    shared(referral.case, partner_b, besa)
    override = free(15, admin)
    assert recompute_clocks(actor=Actor.system()) == 1
    moved = InstitutionReferral.objects.get(pk=referral.pk)
    assert moved.due_at == case_due(referral) == in_june(22)
    assert CaseAccess.objects.get(case=referral.case_id).due_at == in_june(22)
    assert [told["date"] for told in moved.due_explanation["skipped"]] == ["2027-06-15"]
    event = last_event(referral)
    assert (event.action, event.actor_kind) == ("referral.due_changed", "system")
    assert (event.facts["due_before"], event.facts["due_now"]) == ("2027-06-21", "2027-06-22")
    assert moved.version == referral.version + 1
    remove_override(override.code, expected=None, actor=actor_of(admin))
    assert recompute_clocks(actor=Actor.system()) == 1
    assert case_due(referral) == in_june(21)


def test_a_second_run_changes_nothing(referral: InstitutionReferral, admin: User) -> None:
    free(15, admin)
    assert [recompute_clocks(actor=Actor.system()) for _run in range(3)] == [1, 0, 0]
    assert CaseEvent.objects.filter(action="referral.due_changed").count() == 1


def test_a_holiday_that_moves_no_date_leaves_no_event(referral: InstitutionReferral, admin: User) -> None:
    free(30, admin)
    version = referral.version
    assert recompute_clocks(actor=Actor.system()) == 0
    same = InstitutionReferral.objects.get(pk=referral.pk)
    assert same.version == version
    assert same.due_basis == clocks.basis_of(same.deadline_rule, clocks.calendar_of("AL"))
    assert not CaseEvent.objects.filter(action="referral.due_changed").exists()


def test_a_corrected_term_moves_running_clocks_too(
    referral: InstitutionReferral, ten_working_days: DeadlineRule
) -> None:
    ten_working_days.number, ten_working_days.version = 12, 2
    ten_working_days.save()
    assert recompute_clocks(actor=Actor.system()) == 1
    assert case_due(referral) == in_june(23)


def test_what_is_answered_keeps_the_date_it_had(
    referral: InstitutionReferral, arta: User, admin: User
) -> None:
    with on(10):
        answered(referral, arta)
    free(15, admin)
    assert recompute_clocks(actor=Actor.system()) == 0
    assert InstitutionReferral.objects.get(pk=referral.pk).due_at == in_june(21)


def test_a_paused_clock_stays_paused_when_holidays_change(
    referral: InstitutionReferral, arta: User, admin: User
) -> None:
    paused(referral, arta, 9)
    free(18, admin)
    assert recompute_clocks(actor=Actor.system()) == 0
    assert case_due(referral) is None
    # 17 | 18 free | 21-25 | 28, 29: the days left after 8 and 9.
    assert resumed(referral, arta, 16).due_at == in_june(29)


def test_another_countrys_decree_asks_nobody_to_reckon_again(
    referral: InstitutionReferral, django_assert_num_queries: Callable
) -> None:
    CalendarOverrideFactory(country="XK", date=in_june(15))
    # The rules at work, the country's decrees, the clocks that rest on older ones: none.
    with django_assert_num_queries(3):
        assert recompute_clocks(actor=Actor.system()) == 0


def test_one_clock_beyond_the_known_calendar_does_not_stop_the_others(
    referral: InstitutionReferral, case_of_arta: Case, arta: User, admin: User
) -> None:
    endless = DeadlineRuleFactory(code="al-endless", number=1, unit="month")
    lost = sent(case_of_arta, arta, deadline_rule=endless)
    DeadlineRule.objects.filter(pk=endless.pk).update(number=1000)
    free(15, admin)
    assert recompute_clocks(actor=Actor.system()) == 1
    assert InstitutionReferral.objects.get(pk=lost.pk).due_at == date(2027, 7, 7)


def test_the_worker_follows_the_calendar(
    referral: InstitutionReferral, admin: User, run_jobs: Callable
) -> None:
    free(15, admin)
    follow_the_calendar.enqueue()
    run_jobs()
    assert case_due(referral) == in_june(22)


def test_the_calendar_is_followed_every_five_minutes() -> None:
    rhythm = schedule.registered()["backend.cases.tasks.follow_the_calendar"]
    assert rhythm.interval == timedelta(minutes=5)
