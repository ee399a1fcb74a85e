"""What a team is promised about tasks that come and go by themselves."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from backend.cases.models import (
    Case,
    CaseShare,
    Delivery,
    InstitutionAnswer,
    InstitutionReferral,
    PartnerReferral,
    Task,
    TaskWatch,
)
from backend.cases.page.tasks import TaskFilters, counts_of_tasks, page_of_tasks
from backend.cases.partner_stages import PartnerReferralVerb, ServiceOutcome
from backend.cases.services import (
    partner_referrals,
    referrals,
    sending,
    sharing,
    steps,
    task_watch,
    tasks,
    transfers,
    work,
)
from backend.cases.services.conversation import complainant_answered, read_by_partner, write_to_complainant
from backend.cases.services.feedback import complainant_rated
from backend.cases.services.task_rules import reconcile
from backend.cases.services.task_watch import follow_days, follow_events, look_at_everything
from backend.cases.stages import ReferralVerb
from backend.cases.worklist.kinds import ASKED_FROM_ABOVE, TaskKind
from backend.cases.worklist.rules import RULES
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Complaint
from backend.complaints.services.satisfaction import Rating
from backend.directory.models import DeadlineRule
from backend.jobs import services as jobs
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.casework import answered, assigned, drafted, opened, referred_to, resolved, restricted, sent

NewCase = Callable[..., Case]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday() -> Any:
    """Every test begins on Monday, 4 May 2026, ten o'clock in Tirana."""
    with clock.frozen(MONDAY):
        yield


def open_tasks(*cases: Case) -> set[tuple[str, date]]:
    found = Task.objects.filter(state="open", case__in=cases) if cases else Task.objects.filter(state="open")
    return set(found.values_list("kind", "due_on"))


def kinds(*cases: Case) -> set[str]:
    return {kind for kind, _due in open_tasks(*cases)}


def looked(case: Case, days: float = 0) -> set[str]:
    with clock.frozen(MONDAY + timedelta(days=days)):
        reconcile([case.pk])
    return kinds(case)


def test_every_kind_but_the_handwritten_has_its_rule() -> None:
    assert set(RULES) | {TaskKind.BY_HAND} | ASKED_FROM_ABOVE == set(TaskKind)


def test_a_new_complaint_is_acknowledged_within_seven_days(new_case: NewCase, arta: User) -> None:
    case = new_case()
    looked(case)
    assert open_tasks(case) == {("acknowledge", date(2026, 5, 11))}
    assert looked(case, days=30) == {"acknowledge"}, "it stays until somebody has written"
    write_to_complainant(case.pk, text="E morëm.", actor=actor_of(opened_triage(case, arta)))
    assert looked(case, days=30) == set()


def opened_triage(case: Case, by: User) -> User:
    steps.start_triage(case.pk, expected=None, actor=actor_of(by))
    return by


def test_opening_the_case_acknowledges_it_too(new_case: NewCase, arta: User) -> None:
    assert looked(opened(new_case(), arta)) == set()


def test_a_term_is_announced_three_working_days_before_and_then_called_passed(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    sent(case_of_arta, arta, deadline_rule=ten_days)  # due on Thursday 14 May
    assert looked(case_of_arta, days=6) == set()
    assert looked(case_of_arta, days=7) == {"referral_due"}
    assert looked(case_of_arta, days=10) == {"referral_due"}
    assert open_tasks(case_of_arta) == {("referral_due", date(2026, 5, 14))}
    assert looked(case_of_arta, days=11) == {"overdue"}
    assert open_tasks(case_of_arta) == {("overdue", date(2026, 5, 15))}


def test_a_weekend_does_not_shorten_the_warning(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    ten_days.number = 15
    ten_days.save()
    sent(case_of_arta, arta, deadline_rule=ten_days)  # due on Tuesday 19 May: three before is Thursday 14
    assert looked(case_of_arta, days=9) == set()
    assert looked(case_of_arta, days=10) == {"referral_due"}


def test_a_paused_clock_asks_for_nothing(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> None:
    from backend.cases.services.clocks import pause_clock

    made = sent(case_of_arta, arta, deadline_rule=ten_days)
    assert looked(case_of_arta, days=8) == {"referral_due"}
    pause_clock(
        case_of_arta.pk,
        made.pk,
        paused_on=date(2026, 5, 4),
        reason="agreed",
        expected=None,
        actor=actor_of(arta),
    )
    assert looked(case_of_arta, days=20) == set()


def test_an_answer_waits_to_be_assessed(case_of_arta: Case, arta: User) -> None:
    made = answered(sent(case_of_arta, arta), arta)
    looked(case_of_arta)
    assert open_tasks(case_of_arta) == {("answer_arrived", date(2026, 5, 7))}
    referrals.assess(made.case_id, made.pk, assessment="full", expected=None, actor=actor_of(arta))
    assert looked(case_of_arta) == set()


def test_what_came_by_itself_waits_until_somebody_says_what_it_is(case_of_arta: Case, arta: User) -> None:
    made = sent(case_of_arta, arta)
    answer = InstitutionAnswer.objects.create(
        referral=made, data_key=made.data_key, way="email", standing="arrived", answered_on=date(2026, 5, 4)
    )
    looked(case_of_arta)
    assert open_tasks(case_of_arta) == {("answer_arrived", date(2026, 5, 7))}
    assert Task.objects.values_list("about", "referral").get() == (answer.pk, made.pk)
    InstitutionAnswer.objects.update(standing="interim")
    assert looked(case_of_arta) == set()


def test_a_letter_waits_for_the_second_pair_of_eyes_of_anybody_in_the_team(
    new_case: NewCase, arta: User
) -> None:
    case = assigned(opened(new_case(kind=CaseKind.CORRUPTION), arta), arta)
    made = drafted(case, arta)
    by = actor_of(arta)
    referrals.step(ReferralVerb.SUBMIT, case.pk, made.pk, expected=None, actor=by)
    assert looked(case) == {"approval_wanted"}
    task = Task.objects.get(state="open")
    assert (task.assignee_id, task.referral_id, task.due_on) == (None, made.pk, date(2026, 5, 6))


def test_a_letter_that_came_back_is_a_task_and_the_second_time_another(
    case_of_arta: Case, arta: User
) -> None:
    made, by = sent(case_of_arta, arta), actor_of(arta)

    def step(verb: ReferralVerb) -> InstitutionReferral:
        return referrals.step(verb, case_of_arta.pk, made.pk, expected=None, actor=by)

    step(ReferralVerb.FAIL_DELIVERY)
    assert looked(case_of_arta) == {"delivery_failed"}
    tasks.finish_task(Task.objects.get().pk, expected=None, actor=by)
    assert looked(case_of_arta) == set(), "what a person has done is not asked for again"
    step(ReferralVerb.REQUEUE)
    sending.send(case_of_arta.pk, made.pk, channel="post", sent_on=date(2026, 5, 4), expected=None, actor=by)
    step(ReferralVerb.FAIL_DELIVERY)
    assert looked(case_of_arta) == {"delivery_failed"}
    assert Task.objects.count() == 2


def test_what_the_complainant_wrote_waits_until_it_is_read(case_of_arta: Case, arta: User) -> None:
    complaint = Complaint.objects.get(pk=case_of_arta.complaint_id)
    first = complainant_answered(complaint, text="Përshëndetje.")
    assert looked(case_of_arta) == {"complainant_wrote"}
    read_by_partner(case_of_arta.pk, until=first.pk, actor=actor_of(arta))
    assert looked(case_of_arta) == set()
    complainant_answered(complaint, text="Edhe një gjë.")
    assert looked(case_of_arta) == {"complainant_wrote"}


def test_a_resolved_case_asks_for_the_complainants_opinion_after_a_week(
    case_of_arta: Case, arta: User
) -> None:
    resolved(case_of_arta, arta)
    assert looked(case_of_arta, days=6) == set()
    assert looked(case_of_arta, days=7) == {"satisfaction_due"}
    assert open_tasks(case_of_arta) == {("satisfaction_due", date(2026, 5, 18))}
    steps.close_settled(actor=actor_of(arta))
    with clock.frozen(MONDAY + timedelta(days=15)):
        steps.close(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert looked(case_of_arta, days=15) == set()


def test_a_mail_of_which_nobody_knows_whether_it_left_is_a_question_for_a_person(
    case_of_arta: Case, arta: User
) -> None:
    made = sent(case_of_arta, arta)
    Delivery.objects.create(referral=made, data_key=made.data_key, channel="email", state="unclear")
    looked(case_of_arta)
    assert open_tasks(case_of_arta) == {("delivery_unclear", date(2026, 5, 5))}
    Delivery.objects.update(state="sent", sent_on=date(2026, 5, 4))
    assert looked(case_of_arta) == set()


def test_the_time_to_appeal_is_announced_five_working_days_before_it_ends(
    case_of_arta: Case, arta: User
) -> None:
    made = answered(sent(case_of_arta, arta), arta)
    InstitutionReferral.objects.filter(pk=made.pk).update(state="assessed", appeal_until=date(2026, 5, 22))
    assert looked(case_of_arta, days=10) == set()
    assert looked(case_of_arta, days=11) == {"appeal_window"}  # Friday 15 May
    child = drafted(case_of_arta, arta)
    InstitutionReferral.objects.filter(pk=child.pk).update(appeals=made)
    assert looked(case_of_arta, days=11) == set()
    InstitutionReferral.objects.filter(pk=child.pk).update(state="cancelled")
    assert looked(case_of_arta, days=11) == {"appeal_window"}
    assert looked(case_of_arta, days=19) == set(), "too late is too late"


def test_a_mail_that_was_refused_at_once_is_a_task_until_another_way_is_tried(
    case_of_arta: Case, arta: User
) -> None:
    made = drafted(case_of_arta, arta)
    InstitutionReferral.objects.filter(pk=made.pk).update(state="queued")
    told = {"referral": made, "data_key": made.data_key}
    Delivery.objects.create(**told, channel="email", state="failed")
    looked(case_of_arta)
    assert open_tasks(case_of_arta) == {("delivery_failed", date(2026, 5, 5))}
    later = MONDAY + timedelta(hours=1)
    Delivery.objects.create(**told, channel="post", state="prepared", created_at=later)
    assert looked(case_of_arta) == set()


def test_a_share_that_ends_is_announced(case_of_arta: Case, besa: User, partner_b: Partner) -> None:
    made = sharing.share(case_of_arta.pk, partner=partner_b, actor=actor_of(besa))
    CaseShare.objects.filter(pk=made.pk).update(ends_at=MONDAY + timedelta(days=10))
    assert looked(case_of_arta, days=6) == set()
    assert looked(case_of_arta, days=7) == {"share_ends"}
    sharing.end_share(case_of_arta.pk, share_id=made.pk, actor=actor_of(besa))
    assert looked(case_of_arta, days=7) == set()


def test_help_asked_of_another_partner_is_a_task_for_those_who_may_accept_it(
    case_of_arta: Case, nino: User, observer: User, arta: User, partner_b: Partner
) -> None:
    PartnerReferral.objects.create(
        case=case_of_arta,
        data_key=case_of_arta.data_key,
        from_partner=case_of_arta.owner,
        to_partner=partner_b,
        need="legal_aid",
        language="sq",
        fields=["summary"],
        expires_at=MONDAY + timedelta(days=2),
    )
    looked(case_of_arta)
    task = Task.objects.get(kind="partner_offer")
    assert (task.team_id, task.due_on) == (partner_b.pk, date(2026, 5, 6))
    assert task in Task.objects.visible_to(actor_of(nino))
    rows = page_of_tasks(actor_of(nino), TaskFilters(mine=False), cursor=None, size=10).rows
    assert rows == [task]
    assert counts_of_tasks(actor_of(nino), TaskFilters(mine=False), date(2026, 5, 4))["open"][0] == 1
    for person in (arta, observer):
        assert task not in Task.objects.visible_to(actor_of(person))


def test_the_sender_is_told_of_every_answer_of_the_other_partner(
    case_of_arta: Case, arta: User, nino: User, partner_b: Partner
) -> None:
    with clock.frozen(MONDAY):
        made = referred_to(partner_b, case_of_arta, arta)
        partner_referrals.accept(made.pk, expected=None, actor=actor_of(nino))
    assert looked(case_of_arta) == {"partner_answered"}
    task = Task.objects.get(kind="partner_answered")
    assert (task.team_id, task.assignee_id, task.due_on) == (case_of_arta.owner_id, arta.pk, date(2026, 5, 7))
    tasks.finish_task(task.pk, expected=None, actor=actor_of(arta))
    with clock.frozen(MONDAY + timedelta(days=1)):
        partner_referrals.start_service(made.pk, expected=None, actor=actor_of(nino))
        assert looked(case_of_arta, days=1) == set()
        verb, outcome = PartnerReferralVerb.COMPLETE, ServiceOutcome.GIVEN
        partner_referrals.finish(verb, made.pk, outcome=outcome, expected=None, actor=actor_of(nino))
    assert looked(case_of_arta, days=1) == {"partner_answered"}


def test_a_hearing_stays_until_somebody_says_what_came_of_it(new_case: NewCase, arta: User) -> None:
    case = opened(new_case(kind=CaseKind.JUDICIARY), arta)
    detail = {"next_hearing_on": date(2026, 6, 1), "next_hearing_time": time(9, 30)}
    work.set_judiciary(case.pk, detail=detail, expected=None, actor=actor_of(arta))
    looked(case)
    assert open_tasks(case) == {("hearing", date(2026, 6, 1))}
    assert looked(case, days=40) == {"hearing"}
    work.set_judiciary(
        case.pk, detail={"next_hearing_on": date(2026, 9, 1)}, expected=None, actor=actor_of(arta)
    )
    looked(case, days=40)
    assert open_tasks(case) == {("hearing", date(2026, 9, 1))}


def test_an_offered_case_is_a_task_for_the_other_partner_without_the_case(
    case_of_arta: Case, besa: User, giorgi: User, nino: User, partner_b: Partner
) -> None:
    made = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    looked(case_of_arta)
    task = Task.objects.get(kind="transfer_offer")
    assert (task.team_id, task.hides_case, task.assignee_id) == (partner_b.pk, True, None)
    assert list(Task.objects.visible_to(actor_of(giorgi))) == [task]
    assert not Task.objects.visible_to(actor_of(nino)).exists(), "he may not take cases over"
    assert task not in Task.objects.visible_to(actor_of(besa))
    transfers.accept(made.pk, expected=None, actor=actor_of(giorgi))
    looked(case_of_arta)
    assert "transfer_offer" not in kinds(case_of_arta)


def test_tasks_go_with_the_case_to_its_new_owner_and_leave_the_old_ones_people(
    case_of_arta: Case, arta: User, besa: User, giorgi: User, nino: User, partner_b: Partner
) -> None:
    tasks.write_task(
        case_of_arta.pk, title="Telefono.", due_on=date(2026, 5, 6), assignee=arta, actor=actor_of(arta)
    )
    made = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.accept(made.pk, expected=None, actor=actor_of(giorgi))
    task = Task.objects.get(kind="by_hand")
    assert (task.team_id, task.assignee_id) == (partner_b.pk, None)
    assert not Task.objects.visible_to(actor_of(arta)).filter(pk=task.pk).exists()
    assert Task.objects.visible_to(actor_of(nino)).get(pk=task.pk).title == "Telefono."


def test_a_rules_task_follows_who_works_the_case_unless_somebody_took_it(
    new_case: NewCase, arta: User, besa: User, luan: User
) -> None:
    case = new_case()
    looked(case)
    task = Task.objects.get()
    assert task.assignee_id is None
    work.assign(case.pk, assignee=arta, expected=None, actor=actor_of(besa))
    task.refresh_from_db()
    assert task.assignee_id == arta.pk
    tasks.take_task(task.pk, expected=None, actor=actor_of(luan))
    work.assign(case.pk, assignee=besa, expected=None, actor=actor_of(besa))
    looked(case, days=1)
    task.refresh_from_db()
    assert task.assignee_id == luan.pk


def test_a_restricted_case_takes_its_tasks_out_of_other_peoples_hands(
    new_case: NewCase, arta: User, besa: User, luan: User
) -> None:
    case = assigned(opened(new_case(), arta), arta)
    mine = tasks.write_task(
        case.pk, title="Telefono.", due_on=date(2026, 5, 6), assignee=arta, actor=actor_of(arta)
    )
    restricted(case, [besa, luan], besa)
    mine.refresh_from_db()
    assert (mine.restricted, mine.assignee_id) == (True, None)
    assert not Task.objects.visible_to(actor_of(arta)).exists()
    assert Task.objects.visible_to(actor_of(luan)).exists()
    sharing.unrestrict(case.pk, expected=None, actor=actor_of(besa))
    assert Task.objects.visible_to(actor_of(arta)).exists()


def test_the_rules_see_every_case_with_a_new_line_in_its_story(new_case: NewCase, arta: User) -> None:
    case = new_case()
    assert (follow_events(), kinds(case)) == (1, {"acknowledge"})
    assert follow_events() == 0
    opened(case, arta)
    assert (follow_events(), kinds(case)) == (1, set())


def test_an_event_that_was_committed_late_is_still_seen(new_case: NewCase) -> None:
    """Its number is lower than one that was looked at already."""
    first, second = new_case(), new_case()
    late = first.events.get()
    number, late.pk = late.pk, None
    first.events.all().delete()
    follow_events()
    assert kinds(first) == set()
    assert kinds(second) == {"acknowledge"}
    late.pk = number
    late.save(force_insert=True)
    with clock.frozen(MONDAY + task_watch.OVERLAP - timedelta(seconds=1)):
        follow_events()
    assert kinds(first) == {"acknowledge"}


def test_what_is_old_enough_is_not_looked_at_for_ever(new_case: NewCase) -> None:
    new_case()
    with clock.frozen(MONDAY + task_watch.OVERLAP):
        follow_events()
        watch = TaskWatch.objects.get(name="events")
        last = Case.objects.get().events.order_by("-id").values_list("id", flat=True)[0]
        assert watch.event_id == last


def test_a_day_is_looked_at_once_in_each_time_zone_and_a_missed_week_at_once(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule, partner_b: Partner
) -> None:
    sent(case_of_arta, arta, deadline_rule=ten_days)
    follow_days()
    assert set(TaskWatch.objects.values_list("name", flat=True)) >= {
        "day:Europe/Tirane",
        "day:Europe/Belgrade",
    }
    with clock.frozen(MONDAY + timedelta(days=30)):
        assert follow_days() == 1
        assert kinds(case_of_arta) == {"overdue"}, "what ended meanwhile is not made up for, what is so is"
        assert follow_days() == 0
    assert Task.objects.filter(kind="referral_due").count() == 0


def test_a_new_day_begins_where_the_partner_is(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    sent(case_of_arta, arta, deadline_rule=ten_days)  # due on 14 May
    follow_days()
    with clock.frozen(datetime(2026, 5, 14, 21, 59, tzinfo=UTC)):
        follow_days()
        assert kinds(case_of_arta) == {"referral_due"}
    with clock.frozen(datetime(2026, 5, 14, 22, 1, tzinfo=UTC)):  # one minute past midnight in Tirana
        follow_days()
        assert kinds(case_of_arta) == {"overdue"}


def test_a_machine_that_was_off_for_a_month_makes_each_task_once(
    new_case: NewCase, arta: User, ten_days: DeadlineRule, run_jobs: Callable[..., Any]
) -> None:
    """The real schedules, the real queue, simulated time."""
    waiting = new_case()
    case = assigned(opened(new_case(), arta), arta)
    sent(case, arta, deadline_rule=ten_days)
    jobs.synchronise_schedules()
    back = MONDAY + timedelta(days=30)
    with clock.frozen(back):
        for _minute in range(3):
            jobs.start_due_schedules()
            run_jobs(at=back)
    assert kinds(waiting) == {"acknowledge"}
    assert kinds(case) == {"overdue"}
    assert Task.objects.count() == 2


def test_the_weekly_look_finds_what_was_missed(new_case: NewCase, arta: User) -> None:
    case = new_case()
    assert (look_at_everything(), kinds(case)) == (1, {"acknowledge"})
    assert look_at_everything() == 0


def test_looking_costs_the_same_few_queries_for_one_case_and_for_many(
    new_case: NewCase, django_assert_max_num_queries: Any
) -> None:
    cases = [new_case() for _number in range(12)]
    reconcile(case.pk for case in cases)
    with django_assert_max_num_queries(15):
        reconcile(case.pk for case in cases)


def test_a_wish_to_take_the_case_up_again_waits_for_a_decision(case_of_arta: Case, arta: User) -> None:
    resolved(case_of_arta, arta)
    complaint = Complaint.objects.get(pk=case_of_arta.complaint_id)
    complainant_rated(complaint, rating=Rating(outcome=1, process=3, asks_reopening=True))
    assert looked(case_of_arta) == {"reopening_asked"}
