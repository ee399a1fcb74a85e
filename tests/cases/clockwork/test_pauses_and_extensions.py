"""What a caseworker is promised about an institution's clock: pauses, more time, and who may move it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, ClockPause, InstitutionReferral
from backend.cases.services import clocks, referrals, sending, silence
from backend.cases.stages import PauseReason, ReferralVerb
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.directory.models import DeadlineRule
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.cases.clockwork.june import (
    case_due,
    extended,
    in_june,
    last_event,
    offered,
    on,
    paused,
    resumed,
)
from tests.casework import SENTENCE, sent

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
