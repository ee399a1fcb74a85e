"""A form token says: we gave this page out, for this form, and a person had the time to fill it in."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.common import clock
from backend.doorkeeping.models import Spent
from backend.doorkeeping.services import tokens
from backend.doorkeeping.services.tokens import Verdict

pytestmark = pytest.mark.django_db
FORM = "form:1"
HOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def given_out(seconds_ago=60, form=FORM):
    with clock.frozen(clock.now() - timedelta(seconds=seconds_ago)):
        return tokens.new_form_token(form)


def test_a_page_filled_in_by_a_person_is_good_once():
    token = given_out()
    assert tokens.spend(token, FORM, 10) is Verdict.GOOD
    assert tokens.spend(token, FORM, 10) is Verdict.USED


def test_a_page_filled_in_within_a_blink_is_too_fast_and_used_too():
    token = given_out(seconds_ago=3)
    assert tokens.spend(token, FORM, 10) is Verdict.TOO_FAST
    with clock.frozen(clock.now() + timedelta(minutes=1)):
        assert tokens.spend(token, FORM, 10) is Verdict.USED


def test_a_token_of_another_form_is_none_of_this():
    assert tokens.spend(given_out(form="form:2"), FORM, 10) is Verdict.FORGED
    assert not Spent.objects.exists()


def test_a_day_is_the_longest_that_somebody_may_take():
    assert tokens.spend(given_out(seconds_ago=24 * 3600 - 5), FORM, 10) is Verdict.GOOD
    assert tokens.spend(given_out(seconds_ago=24 * 3600), FORM, 10) is Verdict.EXPIRED


def test_no_token_is_told_as_such():
    assert tokens.spend("", FORM, 10) is Verdict.MISSING


@HOW
@given(st.text(min_size=1) | st.binary(min_size=48, max_size=48).map(lambda raw: raw.hex()))
def test_what_nobody_gave_out_is_forged(word):
    assert tokens.spend(word, FORM, 10) is Verdict.FORGED


@HOW
@given(place=st.integers(0, 500), further=st.integers(1, 10))
def test_a_token_changed_anywhere_is_forged(place, further):
    # Nothing is drawn that hangs on the token: each one is new, and the same draws must mean the same case.
    token, letters = given_out(), "ABCabc012-_"
    at = place % len(token)
    other = letters[(letters.find(token[at]) + further) % len(letters)]
    assert tokens.spend(token[:at] + other + token[at + 1 :], FORM, 10) is Verdict.FORGED


def test_a_page_given_out_under_the_old_root_key_is_good(settings):
    token = given_out()
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = b"development-another-root-key-0123456789abcdef"
    assert tokens.spend(token, FORM, 10) is Verdict.GOOD
