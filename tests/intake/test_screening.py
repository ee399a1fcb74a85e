"""What a door notices: a flood waits, everything else becomes a case, and each way in is counted apart."""

from datetime import timedelta

import pytest

from backend.cases.models import Case
from backend.common import clock
from backend.doorkeeping.models import Bucket, Spent
from backend.doorkeeping.services import proofs, tokens
from backend.intake.models import Quarantined
from backend.intake.services import Screening, form_subject
from backend.partners.actors import actor_of
from tests.doorkeeping.solving import solve
from tests.factories.complaints import file

pytestmark = pytest.mark.django_db
HERE, THERE = "203.0.113.7", "203.0.113.8"


@pytest.fixture(autouse=True)
def limits(settings):
    settings.DOSJA_SENDER_LIMIT, settings.DOSJA_PROVEN_SENDER_LIMIT, settings.DOSJA_UNPROVEN_LIMIT = 3, 5, 6
    settings.DOSJA_PROOF_COST, settings.DOSJA_FORM_LEAST_SECONDS = 2, 10


def noticed(partner, **screening):
    """Why a complaint that came like this waits; nothing when it became a case."""
    filed = file(partner, screening=Screening(**screening))
    if filed.case is not None:
        return []
    return Quarantined.objects.get(complaint=filed.complaint).reasons


def a_proof():
    return solve(proofs.new_challenge())


def a_token(partner, seconds_ago=60):
    with clock.frozen(clock.now() - timedelta(seconds=seconds_ago)):
        return tokens.new_form_token(form_subject(partner))


def test_a_single_complaint_becomes_a_case_with_or_without_anything(partner_a):
    assert noticed(partner_a) == []
    assert noticed(partner_a, sender=HERE) == []
    assert noticed(partner_a, sender=HERE, proof=a_proof()) == []
    assert noticed(partner_a, sender=HERE, token=a_token(partner_a)) == []


def test_the_fourth_from_one_place_waits_and_another_place_does_not(partner_a):
    assert [noticed(partner_a, sender=HERE) for _ in range(4)] == [[], [], [], ["many_from_sender"]]
    assert noticed(partner_a, sender=THERE) == []


def test_one_place_counts_for_all_partners_together(partner_a, partner_b):
    found = [noticed(partner, sender=HERE) for partner in (partner_a, partner_b) * 2]
    assert found == [[], [], [], ["many_from_sender"]]


def test_in_the_next_hour_counting_begins_anew(partner_a):
    for _ in range(4):
        noticed(partner_a, sender=HERE)
    with clock.frozen(clock.now() + timedelta(hours=1)):
        assert noticed(partner_a, sender=HERE) == []


def test_many_from_many_places_wait_too(partner_a, partner_b):
    found = [noticed(partner_a, sender=f"203.0.113.{number}") for number in range(7)]
    assert found == [[]] * 6 + [["many_unproven"]]
    assert noticed(partner_b, sender="203.0.113.99") == []


def test_who_comes_from_nowhere_is_not_counted_as_one_sender(partner_a):
    assert [noticed(partner_a) for _ in range(6)] == [[]] * 6


def test_a_flood_keeps_neither_a_proof_nor_a_person_at_a_page_outside(partner_a):
    for number in range(20):
        noticed(partner_a, sender=f"203.0.113.{number % 4}")
    assert noticed(partner_a, sender=HERE, proof=a_proof()) == []
    assert noticed(partner_a, sender=HERE, token=a_token(partner_a)) == []


def test_a_flood_of_pages_keeps_no_proof_outside(partner_a):
    found = [
        noticed(partner_a, sender=f"203.0.113.{number}", token=a_token(partner_a)) for number in range(8)
    ]
    assert found == [[]] * 6 + [["many_unproven"]] * 2
    assert noticed(partner_a, sender=HERE, token=a_token(partner_a), proof=a_proof()) == []


def test_a_flood_that_does_the_work_waits_as_well(partner_a):
    found = [noticed(partner_a, sender=HERE, proof=a_proof()) for _ in range(6)]
    assert found == [[]] * 5 + [["many_from_sender"]]


def test_a_replayed_proof_is_none(partner_a):
    proof = a_proof()
    found = [noticed(partner_a, sender=HERE, proof=proof) for _ in range(5)]
    assert found == [[], [], [], [], ["many_from_sender"]]


def test_a_filled_trap_and_a_form_filled_in_within_a_blink_wait(partner_a):
    assert noticed(partner_a, trap="http://example.org") == ["trap_filled"]
    assert noticed(partner_a, trap="  ") == []
    assert noticed(partner_a, token=a_token(partner_a, seconds_ago=2)) == ["too_fast"]


def test_a_changed_token_and_one_of_another_form_wait(partner_a, partner_b):
    assert noticed(partner_a, token="A" * 48) == ["forged_form"]
    assert noticed(partner_a, token=a_token(partner_b)) == ["forged_form"]


def test_a_person_who_took_a_day_or_went_back_to_an_old_page_is_served(partner_a):
    """A token that ran out, was used or is missing proves nothing, and tells nothing against anybody."""
    used = a_token(partner_a)
    assert noticed(partner_a, token=used) == []
    assert noticed(partner_a, token=used) == []
    assert noticed(partner_a, token=a_token(partner_a, seconds_ago=25 * 3600)) == []
    assert noticed(partner_a, token="") == []


def test_old_pages_are_counted_with_those_who_bring_nothing(partner_a):
    used = a_token(partner_a)
    noticed(partner_a, token=used)
    found = [noticed(partner_a, sender=f"203.0.113.{number}", token=used) for number in range(7)]
    assert found[-1] == ["many_unproven"]


def test_what_failed_was_neither_counted_nor_spent(partner_a, monkeypatch):
    def failing(**facts):
        raise RuntimeError

    monkeypatch.setattr("backend.intake.services.filing.open_case_of", failing)
    with pytest.raises(RuntimeError):
        noticed(partner_a, sender=HERE, proof=a_proof())
    assert not Spent.objects.exists()
    assert not Bucket.objects.exists()


def test_who_is_signed_in_is_not_looked_at(partner_a, ilir):
    for _ in range(9):
        assert file(partner_a, actor_of(ilir), channel="phone").case is not None
    assert Case.objects.count() == 9
    assert not Bucket.objects.exists()


def test_a_screening_prints_nothing():
    assert HERE not in repr(Screening(sender=HERE))
