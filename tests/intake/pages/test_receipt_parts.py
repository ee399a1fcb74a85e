"""What the opened receipt tells and lets its holder do: stages with days, opinion, withdrawal."""

import re
from datetime import timedelta

import pytest

from backend.cases.models import Case, CaseEvent
from backend.cases.services import clocks, redirecting, referrals, silence
from backend.cases.stages import PauseReason, ReferralVerb, State
from backend.common import clock
from backend.complaints.models import Satisfaction
from backend.directory.models import DeadlineRule
from backend.intake.models import ReceiptVisit
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from tests.casework import answered, drafted, opened, resolved, sent, state_of
from tests.factories import complaints as filing
from tests.intake.pages.test_receipts import opened_with

pytestmark = pytest.mark.django_db
EN = "en"


@pytest.fixture
def filed(partner_a):
    filing.category("delay"), filing.institution("al-cadastre")
    agreed = ToldConsent(purpose="referral", text_version="1", institution="al-cadastre")
    told = {"category": "delay", "institution": "al-cadastre", "consents": (filing.PROCESSING, agreed)}
    return filing.file(partner_a, **told)


@pytest.fixture
def case(filed, arta):
    return opened(filed.case, arta)


@pytest.fixture
def ended(case, arta):
    return resolved(case, arta)


def page(filed, language=EN):
    return opened_with(filed, language)


def words(visitor):
    """The text of the page on one line, as it is read."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", visitor.text.split("<main>")[1]))


def today(case):
    return clock.today(case.owner.time_zone)


# Where it stands


@pytest.mark.parametrize("state", [state for state in State if state != State.TRANSFERRED])
def test_every_state_has_a_page(filed, state):
    Case.objects.update(state=state, outcome="remedied", inadmissible_reason="too_late")
    Case.objects.update(resolved_at=clock.now())
    text = words(page(filed))
    assert "None" not in text
    assert "Your complaint" in text


def test_stages_that_were_reached_have_their_day_and_others_have_none(case, filed, arta):
    with clock.frozen(clock.now() + timedelta(days=3)):
        sent(case, arta)
        way = page(filed).text.split('<ol class="stages">')[1].split("</ol>")[0]
    read, taken, looked, learned = way.split("<li")[1:]
    assert "since" in read
    assert "since" in taken
    assert 'aria-current="step"' in taken
    assert "since" not in looked + learned


def rule(**changes):
    facts = {"code": "al-ten", "country": "AL", "law": "Law", "article": "1", "number": 10, "roll": False}
    facts |= {"trigger": "request_received", "unit": "calendar_day", "silence": "refusal", "source": "x"}
    return DeadlineRule.objects.create(**facts | {"certainty": "V", "titles": {"en": "Ten"}} | changes)


def test_a_running_term_says_what_follows(case, filed, arta):
    sent(case, arta, deadline_rule=rule())
    text = words(page(filed))
    assert "It must answer by" in text
    assert "If it does not, we will remind it." in text


def test_without_a_law_nobody_pretends_that_there_is_one(case, filed, arta):
    sent(case, arta)
    assert "No law that we know sets a day for its answer." in words(page(filed))


@pytest.mark.parametrize("reason", PauseReason)
def test_a_paused_clock_says_since_when_and_why(case, filed, arta, reason):
    made = sent(case, arta, deadline_rule=rule())
    clocks.pause_clock(
        case.pk,
        made.pk,
        paused_on=today(case),
        reason=reason,
        words="fjala-Zq1",
        expected=None,
        actor=actor_of(arta),
    )
    text = words(page(filed))
    assert "Its time to answer stands still since" in text
    assert "It must answer by" not in text
    assert "fjala-Zq1" not in text, "the caseworker's own words"


def test_an_extension_is_told(case, filed, arta):
    made = sent(case, arta, deadline_rule=rule())
    clocks.extend_clock(
        case.pk,
        made.pk,
        letter_on=today(case),
        until=today(case) + timedelta(days=40),
        expected=None,
        actor=actor_of(arta),
    )
    text = words(page(filed))
    assert "it told us that it needs more time" in text
    assert "It must answer by" in text


def test_an_answer_is_told_with_what_it_is_worth(case, filed, arta):
    made = answered(sent(case, arta), arta)
    assert "We are reading the answer." in words(page(filed))
    referrals.assess(case.pk, made.pk, assessment="partial", expected=None, actor=actor_of(arta))
    assert "It answers only a part of what was asked." in words(page(filed))


@pytest.mark.parametrize(("certainty", "told"), [("V", True), ("?", False)])
def test_silence_is_given_a_meaning_only_where_the_law_is_known(case, filed, arta, certainty, told):
    made = sent(case, arta, deadline_rule=rule(certainty=certainty))
    with clock.frozen(clock.now() + timedelta(days=20)):
        silence.note_silence(case.pk, made.pk, expected=None, actor=actor_of(arta))
        text = words(page(filed))
    assert "It let its time pass without an answer." in text
    assert ("By law this counts as a refusal." in text) is told


def test_a_letter_that_did_not_arrive_and_one_passed_on(case, filed, arta):
    made = sent(case, arta)
    referrals.step(ReferralVerb.FAIL_DELIVERY, case.pk, made.pk, expected=None, actor=actor_of(arta))
    assert "Our letter did not arrive." in words(page(filed))
    second = sent(case, arta)
    other = filing.institution("al-ministry")
    redirecting.redirect(
        case.pk,
        second.pk,
        institution=other,
        redirected_on=today(case),
        deadline_rule=None,
        expected=None,
        actor=actor_of(arta),
    )
    text = words(page(filed))
    assert "It passed your complaint on" in text
    assert "Passed on to State Cadastre Agency on" in text


def test_a_draft_is_not_told(case, filed, arta):
    drafted(case, arta)
    assert "Institutions" not in words(page(filed))


def test_the_last_day_to_object_is_told(ended, filed):
    last = clock.day_of(ended.resolved_at + timedelta(days=14), ended.owner.time_zone)
    assert f"tell us until {last.day} {last:%B} {last.year}" in words(page(filed))


def test_a_complaint_that_is_no_case_yet_has_a_page(filed, monkeypatch):
    monkeypatch.setattr("backend.cases.services.status.Case.objects.select_related", _no_case)
    text = words(page(filed))
    assert "We have your complaint." in text
    assert "None" not in text


def _no_case(*names):
    class Nothing:
        def filter(self, **facts):
            return Case.objects.none()

    return Nothing()


# What the complainant says of it


def test_to_agree_is_one_press(ended, filed):
    back = page(filed).press("rating_confirm")
    assert "Thank you. The complaint is closed" in back.text
    assert state_of(ended) == State.CLOSED


def test_an_opinion_is_given_and_shown(ended, filed):
    back = page(filed).press(
        "rating_send", rating_outcome="5", rating_process="4", rating_felt_safe="yes", rating_comment="Mirë."
    )
    assert "you gave 5 of 5 for the outcome and 4 of 5" in words(back)
    kept = Satisfaction.objects.get()
    assert (kept.felt_safe, kept.would_use_again, kept.comment) == (True, None, "Mirë.")
    assert state_of(ended) == State.CLOSED


def test_a_missing_score_is_told_at_its_field_and_the_rest_stays(ended, filed):
    back = page(filed).press("rating_send", rating_process="4", rating_comment="Gjatë.", text="Gjysmë")
    assert back.answer.status_code == 400
    assert "#id_rating_outcome" in back.page.links
    assert "id_rating_outcome" in back.page.ids
    assert "rating_outcome_error" in back.page.described
    assert (back.page.filled["rating_process"], back.page.filled["text"]) == ("4", "Gjysmë")
    assert "Gjatë." in back.text
    assert not Satisfaction.objects.exists()


def test_a_low_score_is_asked_whether_to_go_on(ended, filed):
    back = page(filed).press("rating_send", rating_outcome="1", rating_process="4", text="Gjysmë fjalie")
    assert "Shall we take your complaint up again?" in back.text
    assert back.page.buttons.count("write") == 0, "the question has the page for itself"
    back.press("rating_reopen")
    assert "Gjysmë fjalie" in back.text, "what was typed elsewhere outlives the question"
    assert "You asked us to look at your complaint again." in words(back)
    assert CaseEvent.objects.filter(action="case.reopening_asked").exists()
    assert state_of(ended) == State.RESOLVED


def test_the_question_can_wait(ended, filed):
    back = page(filed).press("rating_send", rating_outcome="2", rating_process="4").press("rating_later")
    assert "write" in back.page.buttons
    back.press("rating_leave")
    assert state_of(ended) == State.CLOSED


def test_an_opinion_is_taken_once(ended, filed):
    back = page(filed)
    old = {**back.page.values, "go": "rating_send", "rating_outcome": "5", "rating_process": "5"}
    back.press("rating_send", rating_outcome="4", rating_process="4").send(old)
    assert Satisfaction.objects.get().outcome == 4


def test_before_there_is_an_outcome_nobody_is_asked(case, filed):
    assert not any(button.startswith("rating") for button in page(filed).page.buttons)


def test_a_remark_outlives_the_visit(ended, filed):
    back = page(filed)
    ReceiptVisit.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    back.press("rating_send", rating_outcome="4", rating_comment="Një vërejtje e gjatë")
    assert "Një vërejtje e gjatë" in back.text
    back.press("open", number=filed.receipt.number, secret=filed.receipt.secret)
    assert back.page.filled["rating_comment"] == "Një vërejtje e gjatë"


# Taking it back


def test_withdrawing_takes_two_presses_and_tells_what_follows(case, filed, arta):
    sent(case, arta)
    back = page(filed).press("withdrawal_ask", text="Gjysmë")
    told = words(back)
    assert "What is not undone" in told
    assert "State Cadastre Agency" in told
    assert state_of(case) == State.REFERRED
    back.press("withdrawal_do")
    assert state_of(case) == State.WITHDRAWN
    assert "You have withdrawn your complaint." in back.text
    assert "A colleague considers with care whether to tell it" in words(back)
    assert not any(button.startswith("withdrawal") for button in back.page.buttons)


def test_whoever_changes_his_mind_goes_on(case, filed):
    back = page(filed).press("withdrawal_ask", text="Gjysmë").press("withdrawal_keep")
    assert back.page.filled["text"] == "Gjysmë"
    assert state_of(case) == State.OPEN


def test_the_second_press_alone_withdraws_nothing(case, filed):
    back = page(filed)
    back.send({**back.page.values, "go": "withdrawal_do"})
    assert state_of(case) == State.OPEN


def test_the_question_can_be_read_in_another_language(case, filed):
    back = page(filed).press("withdrawal_ask").press("language:ka")
    assert "withdrawal_do" in back.page.buttons


def test_an_ended_case_offers_no_withdrawal(ended, filed):
    assert "withdrawal_ask" not in page(filed).page.buttons
