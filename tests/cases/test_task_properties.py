"""However often the rules look, the same tasks are open; and nobody sees what he may not read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case, Task
from backend.cases.page.tasks import TaskFilters, counts_of_tasks, page_of_tasks
from backend.cases.services import referrals, sharing, tasks, work
from backend.cases.services.conversation import complainant_answered, read_by_partner, write_to_complainant
from backend.cases.services.task_rules import reconcile
from backend.cases.services.task_watch import follow_days, follow_events
from backend.cases.stages import ReferralState, ReferralVerb, State
from backend.cases.worklist.difference import Kept, difference
from backend.cases.worklist.facts import CaseFacts, Happening, OfferFacts, ReferralFacts, Wanted
from backend.cases.worklist.kinds import TaskKind
from backend.cases.worklist.rules import LONGEST_WARNING, wanted_tasks
from backend.common import clock
from backend.common.errors import Problem
from backend.common.kinds import CaseKind
from backend.complaints.models import Complaint
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.casework import answered, assigned, opened, resolved, restricted, sent

FIRST = date(2026, 3, 2)
OWNER = UUID(int=7)
HOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


# Drawn ids, no random ones: an example must be the same in every run.
ids = st.integers(1, 3).map(lambda number: UUID(int=number))
days = st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
perhaps = st.none() | days
referral_facts = st.builds(
    ReferralFacts,
    id=ids,
    state=st.sampled_from([str(state) for state in ReferralState]),
    entered=st.integers(0, 3),
    since=days,
    clock_runs=st.booleans(),
    due_at=perhaps,
    appeal_until=perhaps,
    appealed=st.booleans(),
)
happenings = st.builds(Happening, id=ids, on=days)
offers = st.builds(
    OfferFacts,
    id=ids,
    kind=st.sampled_from([TaskKind.PARTNER_OFFER, TaskKind.TRANSFER_OFFER]),
    to_partner=ids,
    made_on=days,
    until=perhaps,
)
case_facts = st.builds(
    CaseFacts,
    id=ids,
    state=st.sampled_from([str(state) for state in State]),
    today=days,
    is_working=st.just(weekdays),
    opened_on=days,
    partner_wrote=st.booleans(),
    unread=st.none() | happenings,
    resolved_on=perhaps,
    rated=st.booleans(),
    reopening_asked_on=perhaps,
    hearing_on=perhaps,
    referrals=st.lists(referral_facts, max_size=2, unique_by=lambda one: one.id),
    arrived_answers=st.lists(happenings, max_size=2, unique_by=lambda one: one.id),
    unclear_deliveries=st.lists(happenings, max_size=2, unique_by=lambda one: one.id),
    failed_deliveries=st.lists(happenings, max_size=2, unique_by=lambda one: one.id),
    ending_shares=st.lists(happenings, max_size=2, unique_by=lambda one: one.id),
    offers=st.lists(offers, max_size=2, unique_by=lambda one: (one.id, one.kind)),
)


def reconciled(kept: Mapping[str, Kept], wanted: list[Wanted]) -> dict[str, Kept]:
    """What the reconciler's writing makes of a difference."""
    found, after = difference(kept, wanted, OWNER), dict(kept)
    for one in (*found.make, *found.put_right):
        after[one.key] = Kept(one.key, True, False, one.due_on, one.due_time, one.team or OWNER)
    for key in found.drop:
        after[key] = replace(after[key], is_open=False)
    return after


def opened_of(kept: Mapping[str, Kept]) -> set[tuple[str, date]]:
    return {(one.key, one.due_on) for one in kept.values() if one.is_open}


@given(case_facts)
def test_every_task_has_its_own_key_and_looking_twice_changes_nothing(case: CaseFacts) -> None:
    wanted = wanted_tasks(case)
    assert len({one.key for one in wanted}) == len(wanted)
    once = reconciled({}, wanted)
    assert not difference(once, wanted, OWNER)


@given(st.lists(case_facts, min_size=1, max_size=5), st.booleans())
def test_whatever_was_looked_at_before_the_last_look_decides(past: list[CaseFacts], in_between: bool) -> None:
    """Late, early, twice, or only at the end: the same tasks are open."""
    kept: dict[str, Kept] = {}
    for facts in past if in_between else past[-1:]:
        kept = reconciled(reconciled(kept, wanted_tasks(facts)), wanted_tasks(facts))
    assert opened_of(kept) == opened_of(reconciled({}, wanted_tasks(past[-1])))


@given(case_facts, st.data())
def test_what_a_person_has_ended_is_never_asked_for_again(case: CaseFacts, data: Any) -> None:
    kept = reconciled({}, wanted_tasks(case))
    ended = data.draw(st.sets(st.sampled_from(sorted(kept))) if kept else st.just(set()))
    for key in ended:
        kept[key] = replace(kept[key], is_open=False, by_person=True)
    again = reconciled(kept, wanted_tasks(case))
    assert {key for key, one in again.items() if one.is_open} == set(kept) - ended


@given(case_facts)
def test_a_warning_is_for_a_day_to_come_and_a_passed_term_for_one_that_is_over(case: CaseFacts) -> None:
    for one in wanted_tasks(case):
        if one.kind in (TaskKind.REFERRAL_DUE, TaskKind.APPEAL_WINDOW, TaskKind.SHARE_ENDS):
            assert case.today <= one.due_on <= case.today + LONGEST_WARNING
        elif one.kind == TaskKind.OVERDUE:
            assert one.due_on <= case.today + timedelta(days=3)
        if one.kind not in (TaskKind.ACKNOWLEDGE, TaskKind.SATISFACTION_DUE, TaskKind.HEARING):
            assert one.kind in (TaskKind.REFERRAL_DUE, TaskKind.APPEAL_WINDOW, TaskKind.SHARE_ENDS) or (
                weekdays(one.due_on) or one.team is not None
            )


# The same of the whole: real services, real tables.
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
ACTS = (
    "open",
    "send",
    "answer",
    "fail",
    "wrote",
    "read",
    "write",
    "resolve",
    "restrict",
    "open_up",
    "hearing",
)
BEGINNINGS = ((), ("open",), ("open", "send"), ("open", "send", "send"), ("open", "resolve"))
later = st.integers(0, 9)
acts = st.builds(
    lambda begun, rest: [*((what, 1) for what in begun), *rest],
    st.sampled_from(BEGINNINGS),
    st.lists(st.tuples(st.sampled_from(ACTS), later), max_size=6),
)


class Play:
    """One case, and what may be done to it; what does not fit at that moment is left out."""

    def __init__(self, case: Case, worker: User, chief: User) -> None:
        self.case, self.worker, self.chief = case, worker, chief

    def act(self, what: str) -> None:
        try:
            with transaction.atomic():
                getattr(self, what)()
        except Problem:
            pass

    def open(self) -> None:
        assigned(opened(self.case, self.worker), self.worker)

    def send(self) -> None:
        from backend.directory.models import DeadlineRule

        case = Case.objects.get(pk=self.case.pk)
        sent(case, self.worker, approver=self.chief, deadline_rule=DeadlineRule.objects.get())

    def answer(self) -> None:
        if found := self.case.referrals.first():
            answered(found, self.worker)

    def fail(self) -> None:
        if found := self.case.referrals.last():
            by = actor_of(self.worker)
            referrals.step(ReferralVerb.FAIL_DELIVERY, self.case.pk, found.pk, expected=None, actor=by)

    @property
    def complaint(self) -> Complaint:
        return Complaint.objects.get(pk=self.case.complaint_id)

    def wrote(self) -> None:
        complainant_answered(self.complaint, text="Çfarë ndodhi?")

    def read(self) -> None:
        if last := self.complaint.messages.filter(sender="complainant").last():
            read_by_partner(self.case.pk, until=last.pk, actor=actor_of(self.worker))

    def write(self) -> None:
        write_to_complainant(self.case.pk, text="E morëm.", actor=actor_of(self.worker))

    def resolve(self) -> None:
        resolved(self.case, self.chief, reason="Mjafton.")

    def restrict(self) -> None:
        restricted(self.case, [self.chief, self.worker], self.chief)

    def open_up(self) -> None:
        sharing.unrestrict(self.case.pk, expected=None, actor=actor_of(self.chief))

    def hearing(self) -> None:
        detail = {"next_hearing_on": clock.today("Europe/Tirane") + timedelta(days=5)}
        work.set_judiciary(self.case.pk, detail=detail, expected=None, actor=actor_of(self.worker))


def tasks_open(case: Case) -> list[tuple[Any, ...]]:
    found = Task.objects.filter(case=case, state="open").order_by("rule_key")
    return list(found.values_list("rule_key", "due_on", "team", "restricted", "assignee"))


@pytest.mark.either_engine("sqlite")
@HOW
@given(acts, st.lists(st.integers(0, 70), max_size=6))
def test_when_the_rules_looked_in_between_leaves_no_trace(
    new_case: Any, arta: User, besa: User, ten_days: Any, told: list[tuple[str, int]], looks: list[int]
) -> None:
    """The acts of a case over some weeks, the rules looking at any moments in between or only at the end."""
    with transaction.atomic():
        with clock.frozen(MORNING):
            play = Play(new_case(kind=CaseKind.JUDICIARY), arta, besa)
        day = 0
        moments = sorted(looks)
        for what, later in told:
            day += later
            while moments and moments[0] <= day:
                with clock.frozen(MORNING + timedelta(days=moments.pop(0))):
                    follow_events()
                    follow_days()
            with clock.frozen(MORNING + timedelta(days=day)):
                play.act(what)
        with clock.frozen(MORNING + timedelta(days=max(day, 30))):
            follow_events()
            follow_days()
            as_it_went = tasks_open(play.case)
            assert reconcile([play.case.pk]) == 0, "nothing is left to do"
            Task.objects.all().delete()
            reconcile([play.case.pk])
            assert tasks_open(play.case) == as_it_went
        transaction.set_rollback(True)


DOINGS = ("restrict", "unrestrict", "share", "assign", "task", "rules", "forget")
people = st.sampled_from(("arta", "besa", "luan", "ilir", "nino", "giorgi", "observer", "admin"))
doings = st.lists(
    st.tuples(
        st.sampled_from(("restrict", "unrestrict", "share", "assign", "task", "rules", "forget")), people
    ),
    max_size=8,
)


@HOW
@given(doings)
def test_a_task_is_never_seen_by_somebody_who_may_not_read_its_case(
    new_case: Any,
    arta: User,
    besa: User,
    luan: User,
    ilir: User,
    nino: User,
    giorgi: User,
    observer: User,
    admin: User,
    partner_b: Any,
    told: list[tuple[str, str]],
) -> None:
    cast = {
        **{"arta": arta, "besa": besa, "luan": luan, "ilir": ilir},
        **{"nino": nino, "giorgi": giorgi, "observer": observer, "admin": admin},
    }
    with transaction.atomic(), clock.frozen(MORNING):
        cases = [opened(new_case(), arta), opened(new_case(partner=partner_b, consent=False), nino)]
        for number, (what, who) in enumerate(told):
            _done(what, cases[number % 2], cast[who], (besa, giorgi)[number % 2])
        for person in cast.values():
            actor = actor_of(person)
            readable = {case.pk for case in Case.objects.readable_by(actor)}
            for mine in (True, False):
                filters = TaskFilters(mine=mine)
                rows = page_of_tasks(actor, filters, cursor=None, size=50).rows
                assert all(one.case_id in readable for one in rows)
                assert set(rows) <= set(Task.objects.visible_to(actor))
                # As many as there are, unless a copy was left behind: then fewer, never more.
                assert counts_of_tasks(actor, filters, FIRST)["open"][0] == len(rows)
        transaction.set_rollback(True)


def _done(what: str, case: Case, person: User, chief: User) -> None:
    by = actor_of(chief)
    try:
        with transaction.atomic():
            if what == "restrict":
                sharing.restrict(case.pk, people=[chief, person], expected=None, actor=by)
            elif what == "unrestrict":
                sharing.unrestrict(case.pk, expected=None, actor=by)
            elif what == "share":
                from tests.factories.partners import PartnerFactory

                sharing.share(case.pk, partner=PartnerFactory(), actor=by)
            elif what == "assign":
                work.assign(case.pk, assignee=person, expected=None, actor=by)
            elif what == "task":
                tasks.write_task(case.pk, title="x", due_on=FIRST, assignee=person, actor=by)
            elif what == "rules":
                complainant_answered(Complaint.objects.get(pk=case.complaint_id), text="x")
                reconcile([case.pk])
            else:
                # A copy that was not brought in line.
                Task.objects.filter(case=case).update(restricted=False, assignee=person)
    except Problem:
        pass
