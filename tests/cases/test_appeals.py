"""What follows a refusal, half an answer or silence: the time for an appeal, the appeal, the next bodies."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.cases import errors
from backend.cases.models import Case, CaseEvent, InstitutionReferral
from backend.cases.services import (
    appeals,
    clarifications,
    drafting,
    next_bodies,
    permits,
    redirecting,
    referrals,
    sending,
    silence,
    steps,
    windows,
)
from backend.cases.services.appeals import Appeal
from backend.cases.stages import NextReason, ReferralState, ReferralVerb, State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.directory.calendars import Calendar
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.appeals import Since, appeal_window
from backend.directory.services.explanations import explain_appeal
from backend.intake.services import ToldConsent
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.casework import SENTENCE, answered, drafted, opened, sent, state_of
from tests.factories import complaints as filing
from tests.factories.directory import CalendarOverrideFactory, DeadlineRuleFactory, InstitutionFactory

TODAY = date(2026, 3, 13)
LAW = "Ligji nr. 119/2014"


@pytest.fixture(autouse=True)
def in_march() -> Any:
    """Friday 13 March 2026: 16, 20 and 23 March are holidays in Albania."""
    with clock.frozen(clock.now().replace(year=2026, month=3, day=13, hour=9)):
        yield


@pytest.fixture
def commissioner(db: None) -> Institution:
    return InstitutionFactory(
        code="al-information-commissioner", kind="information_commissioner", level="central"
    )


@pytest.fixture
def information(commissioner: Institution) -> DeadlineRule:
    """Ten working days to answer, and as many to appeal."""
    return DeadlineRuleFactory(
        code="al-information",
        law=LAW,
        silence="refusal",
        appeal_number=10,
        appeal_unit="working_day",
        appeal_to=commissioner,
        certainty="V",
        verified_on=date(2026, 1, 1),
    )


@pytest.fixture
def decision(db: None) -> DeadlineRule:
    return DeadlineRuleFactory(
        code="al-commissioner-decision", law=LAW, trigger="complaint_to_commissioner", number=15
    )


def refused(case: Case, by: User, *, assessment: str = "refused", **changes: Any) -> InstitutionReferral:
    """Answered today, and found to be a refusal."""
    made = answered(sent(case, by, **changes), by)
    return referrals.assess(case.pk, made.pk, assessment=assessment, expected=None, actor=actor_of(by))


def appealed(referral: InstitutionReferral, by: User, **told: Any) -> InstitutionReferral:
    return appeals.prepare_appeal(referral.case_id, referral.pk, appeal=Appeal(**told), actor=actor_of(by))


def silent(referral: InstitutionReferral, by: User, *, after: int = 60) -> InstitutionReferral:
    with clock.frozen(clock.now() + timedelta(days=after)):
        return silence.note_silence(referral.case_id, referral.pk, expected=None, actor=actor_of(by))


def agreed(case: Case, to: Institution, by: User) -> Consent:
    from backend.cases.services import consents

    return consents.record_given(
        case.pk,
        purpose=Consent.Purpose.REFERRAL,
        institution=to,
        partner=None,
        manner=Consent.Manner.ORAL,
        language="sq",
        text_version="2026-01",
        actor=actor_of(by),
    )


@pytest.mark.parametrize("assessment", ["refused", "partial", "non_answer"])
def test_from_the_day_of_a_bad_answer_there_is_time_for_an_appeal(
    case_of_arta: Case, arta: User, information: DeadlineRule, assessment: str
) -> None:
    found = refused(case_of_arta, arta, assessment=assessment, deadline_rule=information)
    # The same ten working days as of the information request: 1 April.
    assert found.appeal_until == date(2026, 4, 1)
    told = explain_appeal(found.appeal_explanation, "en")
    assert told.startswith("An appeal is possible until 1 April 2026.")
    assert "10 working days from 13 March 2026: 1 April 2026. 16, 20, 23 March 2026 are holidays." in told


def test_a_full_answer_opens_no_time_for_an_appeal(
    case_of_arta: Case, arta: User, information: DeadlineRule
) -> None:
    full = refused(case_of_arta, arta, assessment="full", deadline_rule=information)
    assert (full.appeal_until, full.appeal_explanation) == (None, None)
    assert "appeal" not in {one.verb for one in permits.allowed_on_referral(full, actor_of(arta))}
    with pytest.raises(errors.NotAppealable):
        appealed(full, arta)


def test_the_time_runs_from_the_day_on_which_the_refusal_arrived(
    new_case: Callable[..., Case], arta: User, information: DeadlineRule
) -> None:
    with clock.frozen(clock.now() - timedelta(days=10)):
        case = opened(new_case(), arta)
        made = answered(sent(case, arta, deadline_rule=information), arta)
    told = {"assessment": "refused", "expected": None, "actor": actor_of(arta)}
    with pytest.raises(Invalid):
        referrals.assess(case.pk, made.pk, arrived_on=TODAY + timedelta(days=1), **told)
    with pytest.raises(Invalid):
        referrals.assess(case.pk, made.pk, arrived_on=TODAY - timedelta(days=11), **told)
    found = referrals.assess(case.pk, made.pk, arrived_on=TODAY, **told)
    assert found.appeal_until == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("means", "assessment", "window", "sentence"),
    [
        ("refusal", "deemed_refused", True, "which counts as a refusal"),
        ("approval", "deemed_granted", False, ""),
        ("nothing", "non_answer", False, ""),
        ("unknown", "non_answer", True, "to be on the safe side"),
    ],
)
def test_silence_is_what_the_law_of_the_term_makes_of_it(
    case_of_arta: Case,
    arta: User,
    information: DeadlineRule,
    means: str,
    assessment: str,
    window: bool,
    sentence: str,
) -> None:
    DeadlineRule.objects.filter(pk=information.pk).update(silence=means)
    information.refresh_from_db()
    found = silent(sent(case_of_arta, arta, deadline_rule=information), arta)
    assert found.assessment == assessment
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW
    # Day 0 is the last day of the term, 1 April. 6 and 13 April are free for the two Easters.
    # 2, 3 (2) | 7 to 10 (6) | 14 to 17 April (10).
    assert found.appeal_until == (date(2026, 4, 17) if window else None)
    if window:
        assert sentence in explain_appeal(found.appeal_explanation, "en")
    offered = {one.verb for one in permits.allowed_on_referral(found, actor_of(arta))}
    assert ("appeal" in offered) is window
    event = CaseEvent.objects.get(case=case_of_arta, action="referral.note_silence")
    assert (event.facts["silence_means"], event.facts["assessment"]) == (means, assessment)


def test_nobody_may_assess_an_answer_as_silence(api: Any, case_of_arta: Case, arta: User) -> None:
    made = answered(sent(case_of_arta, arta), arta)
    address = f"/cases/{case_of_arta.pk}/referrals/{made.pk}/assess/"
    refusal = api(arta).post(address, {"assessment": "deemed_refused"}, version=made.version)
    assert refusal.status_code == 400


def test_an_appeal_goes_to_the_body_that_the_law_names_with_its_own_term(
    case_of_arta: Case,
    arta: User,
    information: DeadlineRule,
    decision: DeadlineRule,
    commissioner: Institution,
) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    child = appealed(against, arta)
    assert (child.state, child.institution, child.deadline_rule) == (
        ReferralState.DRAFT,
        commissioner,
        decision,
    )
    assert (child.appeals_id, child.escalates_id) == (against.pk, against.pk)
    assert CaseEvent.objects.filter(case=case_of_arta, action="referral.drafted").last().facts[
        "appeals"
    ] == str(against.pk)
    with pytest.raises(errors.AlreadyAppealed):
        appealed(against, arta)


def test_an_appeal_needs_the_complainants_consent_for_its_own_body(
    case_of_arta: Case, arta: User, besa: User, information: DeadlineRule, commissioner: Institution
) -> None:
    child = appealed(refused(case_of_arta, arta, deadline_rule=information), arta, letter=SENTENCE)
    drafting.change_draft(
        case_of_arta.pk, child.pk, changes={"redaction_checked": True}, expected=None, actor=actor_of(arta)
    )
    release = {"expected": None, "actor": actor_of(arta)}
    with pytest.raises(errors.ConsentMissing):
        referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, child.pk, **release)
    with pytest.raises(NotAllowed):
        drafting.change_draft(
            case_of_arta.pk,
            child.pk,
            changes={"override_reason": "Afati."},
            expected=None,
            actor=actor_of(arta),
        )
    agreed(case_of_arta, commissioner, arta)
    drafting.change_draft(
        case_of_arta.pk, child.pk, changes={"redaction_checked": True}, expected=None, actor=actor_of(arta)
    )
    referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, child.pk, **release)
    sending.send(
        case_of_arta.pk, child.pk, channel="post", sent_on=TODAY, expected=None, actor=actor_of(arta)
    )
    assert state_of(case_of_arta) == State.ESCALATED


def test_after_its_time_an_appeal_needs_a_reason(
    case_of_arta: Case, arta: User, information: DeadlineRule
) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    with clock.frozen(clock.now() + timedelta(days=19)):
        on_the_last_day = appealed(against, arta)
    referrals.step(
        ReferralVerb.CANCEL, case_of_arta.pk, on_the_last_day.pk, expected=None, actor=actor_of(arta)
    )
    with clock.frozen(clock.now() + timedelta(days=20)):
        with pytest.raises(errors.AppealTooLate) as late:
            appealed(against, arta)
        assert late.value.facts == {"until": "2026-04-01"}
        assert appealed(against, arta, late_reason=SENTENCE).late_reason == SENTENCE


def test_an_appeal_that_lay_too_long_is_not_released_without_a_reason(
    case_of_arta: Case, arta: User, information: DeadlineRule, commissioner: Institution
) -> None:
    agreed(case_of_arta, commissioner, arta)
    child = appealed(refused(case_of_arta, arta, deadline_rule=information), arta, letter=SENTENCE)
    told = {"expected": None, "actor": actor_of(arta)}
    drafting.change_draft(case_of_arta.pk, child.pk, changes={"redaction_checked": True}, **told)
    with clock.frozen(clock.now() + timedelta(days=20)):
        with pytest.raises(errors.AppealTooLate):
            referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, child.pk, **told)
        drafting.change_draft(case_of_arta.pk, child.pk, changes={"late_reason": SENTENCE}, **told)
        released = referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, child.pk, **told)
    assert released.state == ReferralState.QUEUED


def test_without_a_body_named_by_law_one_is_chosen(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    ministry = filing.institution("al-ministry")
    against = refused(case_of_arta, arta, deadline_rule=ten_days)
    # The rule knows no time for an appeal: nobody is held to one.
    assert against.appeal_until is None
    with pytest.raises(Invalid) as missing:
        appealed(against, arta)
    assert missing.value.errors[0].field == "institution"
    child = appealed(against, arta, institution=ministry)
    assert (child.institution, child.deadline_rule) == (ministry, None)


def test_a_closed_referral_can_still_be_appealed_against(
    case_of_arta: Case, arta: User, information: DeadlineRule
) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    referrals.step(ReferralVerb.CLOSE, case_of_arta.pk, against.pk, expected=None, actor=actor_of(arta))
    assert appealed(against, arta).appeals_id == against.pk


def test_a_holiday_that_is_declared_moves_the_windows_that_are_open(
    case_of_arta: Case, arta: User, information: DeadlineRule
) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    assert windows.follow_calendar(actor=Actor.system()) == 0
    CalendarOverrideFactory(country="AL", date=date(2026, 3, 24))
    assert windows.follow_calendar(actor=Actor.system()) == 1
    against.refresh_from_db()
    assert against.appeal_until == date(2026, 4, 2)
    event = CaseEvent.objects.get(case=case_of_arta, action="referral.appeal_window_changed")
    assert (event.facts["until_before"], event.facts["until_now"]) == ("2026-04-01", "2026-04-02")
    assert windows.follow_calendar(actor=Actor.system()) == 0
    with clock.frozen(clock.now() + timedelta(days=30)):
        CalendarOverrideFactory(country="AL", date=date(2026, 3, 25))
        assert windows.follow_calendar(actor=Actor.system()) == 0


_DAYS = st.dates(date(2021, 1, 1), date(2034, 12, 31))


@settings(max_examples=80, deadline=None)
@given(
    country=st.sampled_from(["AL", "XK", "GE", "RS"]),
    day=_DAYS,
    number=st.integers(1, 60),
    unit=st.sampled_from(["calendar_day", "working_day", "month"]),
    roll=st.booleans(),
    since=st.sampled_from(Since),
    language=st.sampled_from(Language.values),
)
def test_a_window_never_ends_on_a_free_day_where_the_rule_rolls_and_its_words_agree(
    country: str, day: date, number: int, unit: str, roll: bool, since: Since, language: str
) -> None:
    rule = DeadlineRule(
        code="r", country=country, number=1, unit="hour", roll=roll, certainty="V",
        verified_on=day, appeal_number=number, appeal_unit=unit,
    )  # fmt: skip
    calendar = Calendar(country)
    window = appeal_window(rule, since=since, day=day, calendar=calendar)
    assert window is not None
    assert window.date > day
    if roll or unit == "working_day":
        assert calendar.is_working(window.date)
    facts = window.explanation
    assert (facts["from"], facts["due"], facts["since"]) == (day.isoformat(), window.date.isoformat(), since)
    assert (facts["number"], facts["unit"]) == (number, unit)
    assert sum(facts["days"].values()) + len(facts["rolled_over"]) == (window.date - day).days
    told = explain_appeal(facts, language)
    assert str(window.date.year) in told
    assert "%(" not in told


def test_no_appeal_term_no_window() -> None:
    rule = DeadlineRule(code="r", country="AL", number=1, unit="month", roll=True)
    assert appeal_window(rule, since=Since.REFUSAL, day=TODAY, calendar=Calendar("AL")) is None


def test_the_next_bodies_are_named_with_what_stands_in_the_way(
    new_case: Callable[..., Case],
    arta: User,
    information: DeadlineRule,
    decision: DeadlineRule,
    commissioner: Institution,
    cadastre: Institution,
) -> None:
    ministry = filing.institution("al-ministry", accepts_anonymous=False)
    cadastre.parent = ministry
    cadastre.save()
    ombudsman = filing.institution("al-ombudsman", kind="ombudsman", level="central", accepts_anonymous=True)
    filing.institution("xk-ombudsman", kind="ombudsman", level="central", country="XK")
    filing.institution("al-old", kind="ombudsman", level="central", valid_until=date(2020, 1, 1))
    to_ombudsman = ToldConsent(
        purpose=Consent.Purpose.REFERRAL, text_version="2026-01", institution=ombudsman.code
    )
    here = ToldConsent(purpose=Consent.Purpose.REFERRAL, text_version="2026-01", institution=cadastre.code)
    case = opened(
        new_case(kind=CaseKind.INFORMATION_REQUEST, consents=(filing.PROCESSING, here, to_ombudsman)), arta
    )
    against = refused(case, arta, deadline_rule=information)
    child = appealed(against, arta)
    found = next_bodies.next_bodies(case.pk, against.pk, actor=actor_of(arta))
    assert [(one.institution, one.why, one.takes_anonymous) for one in found] == [
        (commissioner, (NextReason.APPEAL, NextReason.OVERSIGHT), None),
        (ministry, (NextReason.SUPERIOR,), False),
        (ombudsman, (NextReason.OMBUDSMAN,), True),
    ]
    assert [one.consent is not None for one in found] == [False, False, True]
    assert [one.lies_there for one in found] == [child.pk, None, None]
    assert (found[0].deadline_rule, found[0].appeal_until) == (decision.code, date(2026, 4, 1))
    assert (found[1].deadline_rule, found[1].appeal_until) == (None, None)


def test_a_higher_court_is_no_superior_that_hears_complaints(
    new_case: Callable[..., Case], arta: User, besa: User
) -> None:
    higher = filing.institution("al-court-of-appeal", kind="court")
    court = filing.institution("al-court", kind="court", parent=higher)
    inspector = filing.institution("al-inspector", kind="judicial_inspection", level="central")
    council = filing.institution("al-council", kind="judicial_council", level="central")
    case = opened(new_case(kind=CaseKind.JUDICIARY), arta)
    made = drafted(case, arta, institution=court)
    found = next_bodies.next_bodies(case.pk, made.pk, actor=actor_of(arta))
    assert [one.institution for one in found] == [inspector, council]


def test_a_circle_in_the_directory_ends(case_of_arta: Case, arta: User, cadastre: Institution) -> None:
    ministry = filing.institution("al-ministry", parent=cadastre)
    cadastre.parent = ministry
    cadastre.save()
    found = next_bodies.next_bodies(case_of_arta.pk, drafted(case_of_arta, arta).pk, actor=actor_of(arta))
    assert [one.institution for one in found] == [ministry]


def test_what_was_passed_on_has_the_term_of_the_second_body_from_its_arrival_at_the_first(
    new_case: Callable[..., Case], arta: User, information: DeadlineRule
) -> None:
    forwarded = DeadlineRuleFactory(
        code="al-forwarded", law=LAW, trigger="arrived_at_first_body", number=15, unit="working_day"
    )
    DeadlineRuleFactory(code="al-forwarding", law=LAW, trigger="wrong_body")
    ministry = filing.institution("al-ministry")
    with clock.frozen(clock.now() - timedelta(days=7)):
        case = opened(new_case(), arta)
        first = sent(case, arta, deadline_rule=information)
    told = {"redirected_on": TODAY, "by_law": True, "expected": None, "actor": actor_of(arta)}
    second = redirecting.redirect(case.pk, first.pk, institution=ministry, **told)
    assert second.deadline_rule == forwarded
    # From Friday 6 March: 9 to 13 (5) | 17, 18, 19 (8) | 24 to 27 (12) | 30, 31 March, 1 April (15).
    assert (second.sent_on, second.counted_from, second.due_at) == (
        TODAY, date(2026, 3, 6), date(2026, 4, 1),
    )  # fmt: skip
    # Told, not asked.
    assert second.consent is None
    passed = CaseEvent.objects.get(case=case, action="referral.passed_on").facts
    assert (passed["from"], passed["institution"], passed["consent"]) == (
        "al-cadastre", "al-ministry", "not_asked",
    )  # fmt: skip
    redirected = CaseEvent.objects.get(case=case, action="referral.redirect").facts
    assert (redirected["institution"], redirected["to"]) == ("al-cadastre", "al-ministry")
    # A correction of the calendar counts from the same day.
    from backend.cases.services.recomputing import recompute_clocks

    CalendarOverrideFactory(country="AL", date=date(2026, 3, 9))
    assert recompute_clocks(actor=Actor.system()) == 1
    second.refresh_from_db()
    assert second.due_at == date(2026, 4, 2)


def test_a_clarification_is_kept_in_words_and_days(case_of_arta: Case, arta: User) -> None:
    made, by = sent(case_of_arta, arta), {"expected": None, "actor": actor_of(arta)}
    asked = clarifications.ask_clarification(
        case_of_arta.pk, made.pk, asked_on=TODAY, question="Cili vit?", **by
    )
    assert asked.state == ReferralState.CLARIFICATION
    given_back = clarifications.clarify(case_of_arta.pk, made.pk, given_on=TODAY, reply="2019.", **by)
    assert given_back.state == ReferralState.SENT
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        clarifications.ask_clarification(
            case_of_arta.pk, made.pk, asked_on=TODAY, question="Dhe muaji?", **by
        )
    kept = [(one.question, one.reply) for one in made.clarifications.all()]
    assert kept == [("Cili vit?", "2019."), ("Dhe muaji?", None)]
    told = CaseEvent.objects.filter(case=case_of_arta, action__contains="clarif")
    assert "vit" not in str(list(told.values_list("facts", flat=True)))


def test_nothing_is_asked_before_it_was_sent(case_of_arta: Case, arta: User) -> None:
    made = sent(case_of_arta, arta)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Invalid):
            clarifications.ask_clarification(
                case_of_arta.pk, made.pk, asked_on=day, question="?", expected=None, actor=actor_of(arta)
            )


def test_half_an_answer_leads_on_while_the_others_are_waited_for(
    case_of_arta: Case, arta: User, information: DeadlineRule, commissioner: Institution
) -> None:
    half = refused(case_of_arta, arta, assessment="partial", deadline_rule=information)
    other = sent(case_of_arta, arta)
    agreed(case_of_arta, commissioner, arta)
    child = sent(case_of_arta, arta, institution=commissioner, escalates=half.pk)
    assert state_of(case_of_arta) == State.ESCALATED
    answered(other, arta)
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW
    steps.await_answers(case_of_arta.pk, expected=None, actor=actor_of(arta))
    answered(child, arta)
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW


def test_each_referral_leaves_on_the_consent_for_its_own_institution(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    ministry = filing.institution("al-ministry")
    first = sent(case_of_arta, arta, deadline_rule=ten_days)
    second = drafted(case_of_arta, arta, institution=ministry, escalates=first.pk)
    release = {"expected": None, "actor": actor_of(arta)}
    with pytest.raises(errors.ConsentMissing):
        referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, second.pk, **release)
    consent = agreed(case_of_arta, ministry, arta)
    third = sent(case_of_arta, arta, institution=ministry, deadline_rule=ten_days)
    assert third.consent_id == consent.pk != first.consent_id
    # Two clocks, each its own; the case is due when the first is.
    assert Case.objects.get(pk=case_of_arta.pk).due_at == min(first.due_at, third.due_at)
    answered(first, arta)
    assert Case.objects.get(pk=case_of_arta.pk).due_at == third.due_at


def test_a_stranger_learns_nothing_of_next_bodies_and_appeals_nothing(
    api: Any, case_of_arta: Case, arta: User, nino: User, information: DeadlineRule
) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    here = f"/cases/{case_of_arta.pk}/referrals/{against.pk}/"
    assert api(nino).get(f"{here}next-bodies/").status_code == 404
    assert api(nino).post(f"{here}appeal/", {}).status_code == 404
    assert against.appealed_by.count() == 0


def test_an_appeal_over_the_api(api: Any, case_of_arta: Case, arta: User, information: DeadlineRule) -> None:
    against = refused(case_of_arta, arta, deadline_rule=information)
    here = f"/cases/{case_of_arta.pk}/referrals/{against.pk}/"
    shown = api(arta).get(here).json()
    assert shown["appeal_until"] == "2026-04-01"
    assert "2026" in shown["appeal_explanation"]
    made = api(arta).post(f"{here}appeal/", {})
    assert made.status_code == 201, made.json()
    assert (made.json()["appeals"], made.json()["state"]) == (str(against.pk), "draft")
    bodies = api(arta).get(f"{here}next-bodies/").json()
    assert [one["why"][0]["code"] for one in bodies] == ["appeal"]
