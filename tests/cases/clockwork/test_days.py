"""A day is that of the place where it counts: the partner's, or the institution's."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from backend.cases import errors
from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import silence
from backend.common import clock
from backend.common.errors import Invalid
from backend.directory.models import DeadlineRule
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.cases.clockwork.june import (
    in_june,
    on,
)
from tests.casework import opened, sent


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
