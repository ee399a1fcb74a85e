"""What keeps a case: no rule, running work, a hold; who may set one; who is told before it goes."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, PartnerReferral, Task
from backend.cases.services import steps, tasks
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.keyring.fields import EncryptedField
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.retention import errors
from backend.retention.models import LegalHold, PlannedErasure, RetentionRule
from backend.retention.rules import Rule, due_on
from backend.retention.services import erasing, holds, planning, policies
from backend.retention.services.blocking import blockers_of
from backend.retention.stages import Blocker, HoldReason
from tests.casework import opened, referred_to, sent

LATER = timedelta(days=2 * 366)


@pytest.fixture
def ended(new_case: Callable[..., Case], ilir: User) -> Case:
    """A case whose author took it back."""
    case = new_case()
    assert case.complaint is not None
    complainant_withdrew(case.complaint)
    case.refresh_from_db()
    return case


def all_gone(days: int = 0) -> int:
    """What the workers do two years later, and again after the time of notice."""
    with clock.frozen(clock.now() + LATER + timedelta(days=days)):
        planning.announce_due()
    with clock.frozen(clock.now() + LATER + timedelta(days=days + 31)):
        return erasing.erase_due()


def noon(day: date) -> datetime:
    """The same day everywhere, in summer and in winter."""
    return datetime.combine(day, time(12), UTC)


def hold(case: Case, by: User, *, days: int = 100, **more: Any) -> LegalHold:
    told = {"reason": HoldReason.COURT, "words": "Gjykata e kërkoi.", **more}
    until = clock.today("Europe/Tirane") + timedelta(days=days)
    return holds.set_hold(case.pk, **told, until=until, actor=actor_of(by))


def test_without_a_rule_nothing_is_ever_erased(ended: Case, partner_b: Partner) -> None:
    RetentionRule.objects.create(partner=partner_b, months=6)
    assert all_gone(days=10_000) == 0
    assert Case.objects.filter(pk=ended.pk).exists()


def test_a_case_is_announced_thirty_days_before_and_erased_on_its_day_not_sooner(
    ended: Case, rules: None
) -> None:
    due = due_on(clock.today("Europe/Tirane"), 24)
    with clock.frozen(noon(due - timedelta(days=31))):
        assert planning.announce_due() == 0
    with clock.frozen(noon(due - timedelta(days=30))):
        assert planning.announce_due() == 1
        assert planning.announce_due() == 0
        assert PlannedErasure.objects.get().due_on == due
        task = Task.objects.get(kind="erasure_soon")
        assert (task.due_on, task.state, task.case_id) == (due, "open", ended.pk)
    with clock.frozen(noon(due - timedelta(days=1))):
        assert erasing.erase_due() == 0
    with clock.frozen(noon(due)):
        assert erasing.erase_due() == 1
    assert not Case.objects.filter(pk=ended.pk).exists()


def test_a_case_on_which_work_goes_on_is_never_erased(
    new_case: Callable[..., Case], rules: None, ilir: User, arta: User
) -> None:
    running = new_case()
    resolved = opened(new_case(), arta)
    steps.resolve(
        resolved.pk, result=steps.Result(outcome="remedied", words="x"), expected=None, actor=actor_of(arta)
    )
    assert all_gone(days=5_000) == 0
    assert Case.objects.filter(pk__in=(running.pk, resolved.pk)).count() == 2


def test_an_open_task_keeps_a_case(ended: Case, rules: None, arta: User) -> None:
    task = tasks.write_task(ended.pk, title="Kthe dokumentet", due_on=date(2026, 12, 1), actor=actor_of(arta))
    assert blockers_of(ended) == [Blocker.TASK]
    assert all_gone() == 0
    tasks.finish_task(task.pk, expected=None, actor=actor_of(arta))
    assert all_gone() == 1


def test_a_letter_whose_term_runs_keeps_a_case(
    new_case: Callable[..., Case], rules: None, arta: User, ten_days: Any
) -> None:
    case = opened(new_case(), arta)
    sent(case, arta, deadline_rule=ten_days)
    assert case.complaint is not None
    complainant_withdrew(case.complaint)
    case.refresh_from_db()
    assert Blocker.REFERRAL in blockers_of(case)
    Task.objects.all().delete()
    assert all_gone() == 0


def test_help_by_another_partner_keeps_a_case(
    new_case: Callable[..., Case], rules: None, arta: User, partner_b: Partner
) -> None:
    case = opened(new_case(), arta)
    asked = referred_to(partner_b, case, arta)
    assert case.complaint is not None
    complainant_withdrew(case.complaint)
    PartnerReferral.objects.filter(pk=asked.pk).update(state="in_service")
    case.refresh_from_db()
    assert Blocker.PARTNER_REFERRAL in blockers_of(case)


def test_a_duplicate_stays_while_the_other_case_is_worked_on(
    new_case: Callable[..., Case], rules: None, ilir: User, arta: User
) -> None:
    kept, double = new_case(), new_case()
    steps.start_triage(double.pk, expected=None, actor=actor_of(ilir))
    steps.mark_duplicate(double.pk, original_id=kept.pk, expected=None, actor=actor_of(ilir))
    double.refresh_from_db()
    assert blockers_of(double) == [Blocker.DUPLICATE]
    assert kept.complaint is not None
    complainant_withdrew(kept.complaint)
    double = Case.objects.get(pk=double.pk)
    assert blockers_of(double) == []
    assert all_gone() == 2


def test_while_a_hold_stands_nothing_is_erased_and_what_was_announced_is_called_off(
    ended: Case, rules: None, besa: User
) -> None:
    with clock.frozen(clock.now() + LATER):
        assert planning.announce_due() == 1
        hold(ended, besa)
        assert not PlannedErasure.objects.exists()
        assert Task.objects.get(kind="erasure_soon").state == "dropped"
    with clock.frozen(clock.now() + LATER + timedelta(days=60)):
        assert planning.announce_due() == 0 and erasing.erase_due() == 0
    assert Case.objects.filter(pk=ended.pk).exists()


def test_after_a_hold_there_is_the_whole_time_of_notice_again(ended: Case, rules: None, besa: User) -> None:
    with clock.frozen(clock.now() + LATER):
        made = hold(ended, besa, days=300)
    end = clock.now() + LATER + timedelta(days=200)
    with clock.frozen(end):
        holds.end_hold(ended.pk, made.pk, expected=None, actor=actor_of(besa))
        assert planning.announce_due() == 1
        assert PlannedErasure.objects.get().due_on == clock.today("Europe/Tirane") + timedelta(days=30)
    with clock.frozen(end + timedelta(days=29)):
        assert erasing.erase_due() == 0
    with clock.frozen(end + timedelta(days=30)):
        assert erasing.erase_due() == 1


def test_a_hold_that_nobody_ends_is_over_after_its_last_day(ended: Case, rules: None, besa: User) -> None:
    with clock.frozen(clock.now() + LATER):
        hold(ended, besa, days=10)
    with clock.frozen(clock.now() + LATER + timedelta(days=10)):
        assert planning.announce_due() == 0
    with clock.frozen(clock.now() + LATER + timedelta(days=12)):
        assert planning.announce_due() == 1


def test_a_hold_set_on_the_last_day_still_stops_the_worker(ended: Case, rules: None, besa: User) -> None:
    with clock.frozen(clock.now() + LATER):
        planning.announce_due()
    planned = PlannedErasure.objects.get()
    with clock.frozen(clock.now() + LATER + timedelta(days=31)):
        hold(ended, besa)
        assert not erasing.erase_planned(planned.pk)
    assert Case.objects.filter(pk=ended.pk).exists()


def test_no_hold_is_endless_and_each_can_be_extended(ended: Case, besa: User) -> None:
    with pytest.raises(Invalid):
        hold(ended, besa, days=367)
    with pytest.raises(Invalid):
        hold(ended, besa, days=-1)
    made, today = hold(ended, besa, days=5), clock.today("Europe/Tirane")
    longer = holds.extend_hold(
        ended.pk, made.pk, until=today + timedelta(days=300), expected=1, actor=actor_of(besa)
    )
    assert longer.until == today + timedelta(days=300)
    with pytest.raises(Invalid):
        holds.extend_hold(
            ended.pk, made.pk, until=today + timedelta(days=400), expected=None, actor=actor_of(besa)
        )
    holds.end_hold(ended.pk, made.pk, expected=2, actor=actor_of(besa))
    with pytest.raises(errors.HoldOver):
        holds.extend_hold(ended.pk, made.pk, until=today, expected=None, actor=actor_of(besa))


def test_why_a_case_is_held_is_sealed_with_the_case_and_only_a_coordinator_holds_it(
    ended: Case, besa: User, arta: User, nino: User, admin: User
) -> None:
    made = hold(ended, besa)
    assert made.data_key_id == ended.data_key_id
    assert isinstance(LegalHold._meta.get_field("words"), EncryptedField)
    for person, refusal in ((arta, NotAllowed), (nino, NotFound), (admin, NotFound)):
        with pytest.raises(refusal):
            hold(ended, person)
    line = AuditEvent.objects.get(action="case.hold_set")
    assert "Gjykata" not in str(line.facts) and line.facts["reason"] == "court"


def test_a_case_taken_up_again_is_called_off(ended: Case, rules: None, besa: User) -> None:
    with clock.frozen(clock.now() + LATER):
        planning.announce_due()
        Case.objects.filter(pk=ended.pk).update(state="triage")
        planning.announce_due()
    assert not PlannedErasure.objects.exists()
    assert CaseEvent.objects.filter(action="case.erasure_called_off").exists()


def test_a_change_of_rules_leaves_what_was_and_what_is_in_the_log(besa: User, rules: None) -> None:
    told = [Rule(36), Rule(60, kind="corruption"), Rule(12, kind="corruption", ending="withdrawn")]
    policies.write_rules("pif", rules=told, expected=1, actor=actor_of(besa))
    line = AuditEvent.objects.get(action="retention.rules_changed")
    assert line.facts == {
        "before": ["*/*:24"],
        "after": ["*/*:36", "corruption/*:60", "corruption/withdrawn:12"],
    }


def test_longer_keeping_calls_off_what_was_announced(ended: Case, rules: None, besa: User) -> None:
    with clock.frozen(clock.now() + LATER):
        planning.announce_due()
        policies.write_rules("pif", rules=[Rule(60)], expected=None, actor=actor_of(besa))
        assert not PlannedErasure.objects.exists()


@pytest.mark.parametrize("months", [0, 5, 241])
def test_no_rule_is_shorter_than_the_terms_or_endless(months: int, besa: User) -> None:
    with pytest.raises(Invalid):
        policies.write_rules("pif", rules=[Rule(months)], expected=None, actor=actor_of(besa))


def test_a_preview_says_how_many_would_go_and_changes_nothing(
    new_case: Callable[..., Case], besa: User
) -> None:
    for _ in range(3):
        complaint = new_case().complaint
        assert complaint is not None
        complainant_withdrew(complaint)
    new_case()
    with clock.frozen(clock.now() + timedelta(days=300)):
        soon = policies.outlook("pif", rules=[Rule(6)], actor=actor_of(besa))
        kept = policies.outlook("pif", rules=[Rule(6), Rule(60, ending="withdrawn")], actor=actor_of(besa))
    assert (soon.ended, soon.at_once, [count for _month, count in soon.months]) == (3, 3, [3])
    assert (kept.ended, kept.at_once, kept.months) == (3, 0, [])
    assert not RetentionRule.objects.exists() and not PlannedErasure.objects.exists()


def test_many_at_once_are_a_warning() -> None:
    assert policies.Outlook(ended=40, at_once=20, months=[]).is_many
    assert not policies.Outlook(ended=40, at_once=19, months=[]).is_many
