"""What the complainant says of the outcome, and what it does to the case."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent
from backend.cases.services import steps
from backend.cases.services.feedback import complainant_confirmed, complainant_rated
from backend.cases.services.permits import allowed_actions, require
from backend.cases.stages import State, Verb
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed
from backend.complaints.models import Satisfaction
from backend.complaints.services import Rating
from backend.partners.actors import Actor, actor_of
from tests.casework import resolved, state_of

pytestmark = pytest.mark.django_db
GOOD, BAD = Rating(outcome=5, process=4), Rating(outcome=1, process=4)


@pytest.fixture
def ended(case_of_arta, arta):
    return resolved(case_of_arta, arta)


def actions(case):
    return list(CaseEvent.objects.filter(case=case).values_list("action", flat=True))


def again(rating, **changes):
    facts = {name: getattr(rating, name) for name in Rating.__slots__}
    return Rating(**facts | changes)


def test_a_good_opinion_closes_the_case(ended):
    complainant_rated(ended.complaint, rating=GOOD)
    assert state_of(ended) == State.CLOSED
    assert actions(ended)[-2:] == ["case.complainant_rated", "case.confirm_outcome"]
    line = AuditEvent.objects.latest("pk")
    assert (line.actor_kind, line.actor_id) == ("complainant", None)


def test_to_agree_closes_the_case_and_asks_for_no_scores(ended):
    complainant_confirmed(ended.complaint)
    complainant_confirmed(ended.complaint)
    assert state_of(ended) == State.CLOSED
    assert actions(ended).count("case.confirm_outcome") == 1
    assert not Satisfaction.objects.exists()


def test_a_low_score_waits_until_it_is_said_whether_to_go_on(ended, arta):
    complainant_rated(ended.complaint, rating=BAD)
    assert state_of(ended) == State.RESOLVED
    with pytest.raises(errors.NotSettled):
        steps.close(ended.pk, expected=None, actor=actor_of(arta))
    complainant_rated(ended.complaint, rating=again(BAD, asks_reopening=False))
    assert state_of(ended) == State.CLOSED


def test_whoever_asks_to_go_on_is_not_closed_by_the_calendar(ended, arta):
    complainant_rated(ended.complaint, rating=again(BAD, asks_reopening=True))
    assert actions(ended)[-1] == "case.reopening_asked"
    with clock.frozen(clock.now() + timedelta(days=30)):
        assert steps.close_settled(actor=Actor.system()) == 0
        assert state_of(ended) == State.RESOLVED
        steps.reopen(ended.pk, reason="Kërkohet.", expected=None, actor=actor_of(arta))
    assert state_of(ended) == State.REOPENED


def test_without_a_word_the_calendar_closes_as_before(ended):
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert steps.close_settled(actor=Actor.system()) == 1


def test_an_opinion_of_an_earlier_outcome_settles_no_later_one(ended, arta):
    actor = actor_of(arta)
    complainant_rated(ended.complaint, rating=again(BAD, asks_reopening=True))
    with clock.frozen(clock.now() + timedelta(days=1)):
        steps.reopen(ended.pk, reason="Kërkohet.", expected=None, actor=actor)
        steps.resume(ended.pk, expected=None, actor=actor)
        resolved(ended, arta)
        case = Case.objects.get(pk=ended.pk)
        (close,) = [one for one in allowed_actions(case, actor) if one.verb == Verb.CLOSE]
        assert isinstance(close.refusal, errors.NotSettled)
        with clock.frozen(clock.now() + timedelta(days=15)):
            assert steps.close_settled(actor=Actor.system()) == 1


def test_the_same_opinion_again_changes_nothing(ended):
    first = complainant_rated(ended.complaint, rating=again(GOOD, comment="Mirë."))
    told = actions(ended)
    second = complainant_rated(ended.complaint, rating=again(GOOD, comment="Mirë."))
    assert (first.pk, first.given_at) == (second.pk, second.given_at)
    assert actions(ended) == told


def test_a_closed_case_can_still_be_rated_and_asked_to_go_on(ended):
    complainant_confirmed(ended.complaint)
    complainant_rated(ended.complaint, rating=again(BAD, asks_reopening=True))
    assert state_of(ended) == State.CLOSED
    assert actions(ended)[-1] == "case.reopening_asked"


def test_before_there_is_an_outcome_nothing_is_rated_or_confirmed(case_of_arta):
    with pytest.raises(errors.NothingToRate):
        complainant_rated(case_of_arta.complaint, rating=GOOD)
    with pytest.raises(errors.NothingToConfirm):
        complainant_confirmed(case_of_arta.complaint)
    assert state_of(case_of_arta) == State.OPEN


def test_only_the_holder_of_this_receipt_confirms(ended, arta, besa, case_of_arta):
    for actor in (actor_of(arta), actor_of(besa), Actor.nobody(), Actor.complainant(ended.owner_id)):
        with pytest.raises(NotAllowed):
            require(Verb.CONFIRM_OUTCOME, ended, actor)
    assert not {Verb.CONFIRM_OUTCOME, Verb.TAKE_BACK} & {
        one.verb for one in allowed_actions(ended, actor_of(besa))
    }


@given(outcome=st.integers(-3, 9), process=st.integers(-3, 9))
def test_scores_are_1_to_5(outcome, process):
    from backend.complaints.services.satisfaction import _require_sound

    wrong = [name for name, score in (("outcome", outcome), ("process", process)) if not 1 <= score <= 5]
    try:
        _require_sound(Rating(outcome=outcome, process=process))
    except Invalid as refused:
        assert [error.field for error in refused.errors] == wrong
    else:
        assert not wrong


def test_a_comment_is_kept_sealed_and_stands_in_no_story(ended, caplog):
    caplog.set_level("DEBUG")
    complainant_rated(ended.complaint, rating=again(GOOD, comment="fjala-Qx9"))
    kept = Satisfaction.objects.get()
    assert kept.comment == "fjala-Qx9"
    assert b"fjala-Qx9" not in bytes(kept.comment_sealed)
    lines = [*AuditEvent.objects.values_list("facts"), *CaseEvent.objects.values_list("facts")]
    assert "fjala-Qx9" not in f"{lines} {caplog.text} {kept!r} {GOOD!r}"


def test_the_caseworker_reads_it_on_the_case_and_the_observer_does_not(ended, api, arta, observer):
    assert api(arta).get(f"/cases/{ended.pk}/").json()["satisfaction"] is None
    complainant_rated(ended.complaint, rating=again(GOOD, comment="Mirë.", felt_safe=True))
    told = api(arta).get(f"/cases/{ended.pk}/").json()["satisfaction"]
    assert (told["outcome"], told["process"], told["felt_safe"], told["comment"]) == (5, 4, True, "Mirë.")
    assert "satisfaction" not in api(observer).get(f"/cases/{ended.pk}/").json()
