"""What a caseworker is promised about an institution's clock: pauses, more time, and holidays that change."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseAccess, CaseEvent, ClockPause, InstitutionReferral
from backend.cases.services import clocks, permits, referrals, sending, silence
from backend.cases.services.recomputing import recompute_clocks
from backend.cases.stages import PauseReason, ReferralVerb
from backend.cases.tasks import follow_the_calendar
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.directory.models import CalendarOverride, DeadlineRule
from backend.directory.services.overrides import add_override, remove_override
from backend.jobs import schedule
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.casework import SENTENCE, answered, opened, sent, shared
from tests.factories.directory import CalendarOverrideFactory, DeadlineRuleFactory

MONDAY = datetime(2027, 6, 7, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _a_monday() -> object:
    """Cases are opened today and worked in June 2027, where Albania has no holiday."""
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def ten_working_days(db: None) -> DeadlineRule:
    return DeadlineRuleFactory(code="al-ten-working-days", extension_number=5, extension_unit="working_day")


@pytest.fixture
def referral(case_of_arta: Case, arta: User, ten_working_days: DeadlineRule) -> InstitutionReferral:
    """Sent on Monday 7 June; due on Monday 21 June."""
    return sent(case_of_arta, arta, deadline_rule=ten_working_days)


def in_june(day: int) -> date:
    return date(2027, 6, day)


def on(day: int) -> object:
    return clock.frozen(MONDAY + timedelta(days=day - 7))


def paused(referral: InstitutionReferral, by: User, day: int, **changes: object) -> InstitutionReferral:
    given = {"reason": PauseReason.CLARIFICATION, "expected": None, **changes}
    with on(day):
        return clocks.pause_clock(
            referral.case_id, referral.pk, paused_on=in_june(day), actor=actor_of(by), **given
        )


def resumed(referral: InstitutionReferral, by: User, day: int) -> InstitutionReferral:
    with on(day):
        return clocks.resume_clock(
            referral.case_id, referral.pk, resumed_on=in_june(day), expected=None, actor=actor_of(by)
        )


def extended(referral: InstitutionReferral, by: User, day: int, until: date | None = None):
    with on(day):
        return clocks.extend_clock(
            referral.case_id,
            referral.pk,
            letter_on=in_june(day),
            until=until,
            expected=None,
            actor=actor_of(by),
        )


def case_due(referral: InstitutionReferral) -> date | None:
    return Case.objects.get(pk=referral.case_id).due_at


def last_event(referral: InstitutionReferral) -> CaseEvent:
    return CaseEvent.objects.filter(case=referral.case_id).latest("id")


def offered(referral: InstitutionReferral, to: User) -> set[str]:
    return {action.verb for action in permits.allowed_on_referral(referral, actor_of(to))}


CLOCK_VERBS = {"pause_clock", "resume_clock", "extend_clock"}


def test_a_paused_clock_has_no_due_date_and_a_resumed_one_the_days_that_were_left(
    referral: InstitutionReferral, arta: User
) -> None:
    assert case_due(referral) == in_june(21)
    standing = paused(referral, arta, 9)
    assert (standing.due_at, standing.clock_stands_since) == (None, in_june(9))
    assert case_due(referral) is None
    running = resumed(referral, arta, 16)
    # 8, 9 counted; 10 to 16 stood; 17, 18 | 21-25 | 28: ten.
    assert (running.due_at, running.clock_stands_since) == (in_june(28), None)
    assert case_due(referral) == in_june(28)
    assert running.due_explanation["pauses"] == [{"from": "2027-06-09", "to": "2027-06-16", "days": 7}]


def test_a_pause_leaves_an_event_and_an_audit_line_with_codes_and_no_words(
    referral: InstitutionReferral, arta: User
) -> None:
    paused(referral, arta, 9, words=SENTENCE)
    event = last_event(referral)
    assert event.action == "referral.clock_paused"
    assert event.facts["reason"] == "clarification"
    assert (event.facts["due_before"], event.facts["due_now"]) == ("2027-06-21", None)
    assert AuditEvent.objects.filter(action="referral.clock_paused").count() == 1
    assert ClockPause.objects.get().words == SENTENCE
    told = str(list(CaseEvent.objects.values())) + str(list(AuditEvent.objects.values()))
    assert SENTENCE not in told
    assert SENTENCE not in str(list(ClockPause.objects.values("words")))


def test_what_may_be_done_follows_the_clock(
    case_of_arta: Case, referral: InstitutionReferral, arta: User
) -> None:
    assert offered(referral, arta) & CLOCK_VERBS == {"pause_clock", "extend_clock"}
    assert offered(paused(referral, arta, 9), arta) & CLOCK_VERBS == {"resume_clock"}
    without_term = sent(case_of_arta, arta)
    assert not offered(without_term, arta) & CLOCK_VERBS
    with pytest.raises(errors.NoTerm):
        paused(without_term, arta, 8)
    with pytest.raises(errors.ClockStands):
        paused(referral, arta, 10)
    resumed(referral, arta, 10)
    with pytest.raises(errors.ClockRuns):
        resumed(referral, arta, 11)


def test_silence_is_not_noted_while_the_clock_stands(referral: InstitutionReferral, arta: User) -> None:
    paused(referral, arta, 9)
    with on(30), pytest.raises(errors.ClockStands):
        silence.note_silence(referral.case_id, referral.pk, expected=None, actor=actor_of(arta))


@pytest.mark.parametrize(("day", "code"), [(6, "too_early"), (9, "in_the_future")])
def test_a_pause_on_an_impossible_day_is_refused(
    referral: InstitutionReferral, arta: User, day: int, code: str
) -> None:
    with on(8), pytest.raises(Invalid) as refused:
        clocks.pause_clock(
            referral.case_id,
            referral.pk,
            paused_on=in_june(day),
            reason=PauseReason.AGREED,
            expected=None,
            actor=actor_of(arta),
        )
    assert refused.value.errors[0].code == code


def test_pauses_do_not_overlap_and_none_begins_after_the_term(
    referral: InstitutionReferral, arta: User
) -> None:
    paused(referral, arta, 8)
    resumed(referral, arta, 10)
    with on(11), pytest.raises(Invalid):
        clocks.pause_clock(
            referral.case_id,
            referral.pk,
            paused_on=in_june(9),
            reason=PauseReason.AGREED,
            expected=None,
            actor=actor_of(arta),
        )
    with pytest.raises(errors.TermOver):
        paused(referral, arta, 28)


def test_another_reason_is_given_in_words(referral: InstitutionReferral, arta: User) -> None:
    with pytest.raises(Invalid) as refused:
        paused(referral, arta, 9, reason=PauseReason.OTHER)
    assert refused.value.errors[0].field == "words"


def test_the_letter_of_the_institution_extends_by_the_rule_or_to_the_day_it_names(
    referral: InstitutionReferral, arta: User
) -> None:
    by_rule = extended(referral, arta, 10)
    assert (by_rule.due_at, by_rule.extension_number) == (in_june(28), 5)
    assert last_event(referral).facts | {"referral": "", "institution": ""} == {
        "referral": "",
        "institution": "",
        "letter_on": "2027-06-10",
        "due_before": "2027-06-21",
        "due_now": "2027-06-28",
    }
    # A later letter replaces the earlier one; Saturday 3 July rolls.
    by_day = extended(referral, arta, 14, until=date(2027, 7, 3))
    assert (by_day.due_at, by_day.extension_number) == (date(2027, 7, 5), None)
    assert case_due(referral) == date(2027, 7, 5)


def test_an_extension_that_comes_too_late_or_gives_nothing_is_refused(
    referral: InstitutionReferral, arta: User, ten_working_days: DeadlineRule
) -> None:
    with pytest.raises(errors.TermOver):
        extended(referral, arta, 22)
    with pytest.raises(Invalid) as refused:
        extended(referral, arta, 10, until=in_june(21))
    assert refused.value.errors[0].code == "too_early"
    DeadlineRule.objects.filter(pk=ten_working_days.pk).update(extension_number=None, extension_unit="")
    with pytest.raises(Invalid) as refused:
        extended(referral, arta, 10)
    assert refused.value.errors[0].code == "required"
    assert InstitutionReferral.objects.get(pk=referral.pk).due_at == in_june(21)


def test_only_who_refers_moves_the_clock_and_only_in_the_version_that_was_read(
    referral: InstitutionReferral, ilir: User, observer: User, nino: User, arta: User
) -> None:
    for person, refusal in ((ilir, NotAllowed), (observer, NotFound), (nino, NotFound)):
        with pytest.raises(refusal):
            paused(referral, person, 9)
        with pytest.raises(refusal):
            extended(referral, person, 9)
    with pytest.raises(Stale):
        paused(referral, arta, 9, expected=referral.version - 1)


def test_sent_again_a_letter_starts_a_clock_of_its_own(referral: InstitutionReferral, arta: User) -> None:
    extended(referral, arta, 8)
    paused(referral, arta, 9)
    actor = actor_of(arta)
    for verb in (ReferralVerb.FAIL_DELIVERY, ReferralVerb.REQUEUE):
        referrals.step(verb, referral.case_id, referral.pk, expected=None, actor=actor)
    with on(14):
        again = sending.send(
            referral.case_id, referral.pk, channel="post", sent_on=in_june(14), expected=None, actor=actor
        )
    assert (again.due_at, again.clock_stands_since, again.extension_letter_on) == (in_june(28), None, None)
    assert not again.pauses.exists()


# --- holidays that change


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


# --- time zones


def test_what_leaves_after_midnight_in_tirana_left_on_that_day(
    case_of_arta: Case, arta: User, ten_working_days: DeadlineRule
) -> None:
    half_past_midnight = datetime(2027, 6, 8, 22, 30, tzinfo=UTC)
    with clock.frozen(half_past_midnight):
        referral = sent(case_of_arta, arta, deadline_rule=ten_working_days)
    assert (referral.sent_on, referral.due_at) == (in_june(9), in_june(23))


@pytest.mark.parametrize(("filed_at", "on_monday"), [((21, 30), True), ((22, 30), False)])
def test_a_complaint_filed_at_half_past_eleven_at_night_counts_for_that_day(
    new_case: Callable[..., Case], arta: User, filed_at: tuple[int, int], on_monday: bool
) -> None:
    # 23:30 and 0:30 in Tirana; nothing can have left before the complaint was there.
    with clock.frozen(datetime(2027, 6, 7, *filed_at, tzinfo=UTC)):
        case = opened(new_case(), arta)
    with on(9):
        if on_monday:
            assert sent(case, arta, days_ago=2).sent_on == in_june(7)
        else:
            with pytest.raises(Invalid) as refused:
                sent(case, arta, days_ago=2)
            assert refused.value.errors[0].code == "too_early"


def test_the_term_is_over_when_the_day_has_passed_where_the_institution_sits(
    referral: InstitutionReferral, arta: User
) -> None:
    def note() -> InstitutionReferral:
        return silence.note_silence(referral.case_id, referral.pk, expected=None, actor=actor_of(arta))

    with clock.frozen(datetime(2027, 6, 21, 21, 59, tzinfo=UTC)), pytest.raises(errors.TermRunning):
        note()
    with clock.frozen(datetime(2027, 6, 21, 22, 1, tzinfo=UTC)):
        assert note().assessment == "non_answer"


# --- over the API


def test_the_clock_over_the_api(
    api: Callable, arta: User, referral: InstitutionReferral, django_assert_max_num_queries: Callable
) -> None:
    address = f"/cases/{referral.case_id}/referrals/{referral.pk}/"
    caller = api(arta)
    body = {"paused_on": "2027-06-07", "reason": "other", "words": SENTENCE}
    assert caller.post(f"{address}pause_clock/", body).status_code == 428
    assert caller.post(f"{address}pause_clock/", body, if_match=99).status_code == 412
    answer = caller.post(f"{address}pause_clock/", body, if_match=referral.version)
    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert (shown["due_at"], shown["clock_stands_since"], shown["overdue"]) == (None, "2027-06-07", False)
    assert shown["pauses"] == [
        {"paused_on": "2027-06-07", "resumed_on": None, "reason": "other", "words": SENTENCE}
    ]
    assert "stood since" in shown["due_explanation"]
    refused = caller.post(f"{address}pause_clock/", body, if_match="*")
    assert (refused.status_code, refused.json()["code"]) == (409, "referral.clock_stands")
    answer = caller.post(f"{address}resume_clock/", {"resumed_on": "2027-06-07"}, if_match="*")
    assert answer.json()["due_at"] == "2027-06-21"
    answer = caller.post(f"{address}extend_clock/", {"letter_on": "2027-06-07"}, if_match="*")
    assert answer.json()["extension"] == {
        "letter_on": "2027-06-07",
        "number": 5,
        "unit": "working_day",
        "until": None,
    }
    bad = caller.post(f"{address}extend_clock/", {"letter_on": "soon"}, if_match="*")
    assert bad.status_code == 400


def test_an_overdue_referral_is_listed_as_such_by_the_institutions_own_day(
    api: Callable, arta: User, referral: InstitutionReferral
) -> None:
    def overdue(wanted: str) -> list[str]:
        return [row["id"] for row in api(arta).get(f"/referrals/?overdue={wanted}").json()["results"]]

    with clock.frozen(datetime(2027, 6, 21, 22, 30, tzinfo=UTC)):
        assert (overdue("true"), overdue("false")) == ([str(referral.pk)], [])
    with clock.frozen(datetime(2027, 6, 21, 21, 30, tzinfo=UTC)):
        assert (overdue("true"), overdue("false")) == ([], [str(referral.pk)])
