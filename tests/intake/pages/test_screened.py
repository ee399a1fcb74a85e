"""What a form's pages carry against floods: an honest visitor never notices it, however slow or odd."""

import json
import re
from datetime import timedelta

import pytest

from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint
from backend.complaints.services import open_receipt
from backend.intake.models import Quarantined
from tests.doorkeeping.solving import solve
from tests.intake.pages.visitor import ANONYMOUS, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(offered, settings):
    """Somebody who takes a minute, in an installation that minds."""
    settings.DOSJA_FORM_LEAST_SECONDS, settings.DOSJA_PROOF_COST = 10, 2

    def filled_in(seconds=60, at=None, path="/forms/pif/sq/"):
        began = at or clock.now()
        with clock.frozen(began - timedelta(seconds=seconds)):
            visitor = Visitor(path)
        with clock.frozen(began):
            return visitor.fill_in(ANONYMOUS)

    return filled_in


def reasons():
    return [row.reasons for row in Quarantined.objects.all()]


def test_a_person_without_scripts_becomes_a_case(person):
    visitor = person().press("file")
    assert visitor.step == "receipt"
    assert Case.objects.count() == 1
    assert Case.objects.get().reference in visitor.text


def test_what_it_carries_is_no_matter_for_people(person):
    page = person()
    field = re.search(r'<p[^>]*aria-hidden="true"[^>]*><label.*?</p>', page.text, re.DOTALL)[0]
    assert 'tabindex="-1"' in field and 'autocomplete="off"' in field
    assert 'class="unseen"' in field


def test_faster_than_a_person_it_waits_and_the_receipt_is_given(person):
    visitor = person(seconds=3).press("file")
    assert reasons() == [["too_fast"]]
    number, secret = visitor.receipt
    assert open_receipt(number=number, secret=secret) == Complaint.objects.get()
    assert "PIF-" not in visitor.text


def test_a_filled_trap_waits_whenever_it_was_filled(person):
    visitor = person()
    visitor.press("to:way").press("next", remarks_2="http://example.org")
    visitor.press("file")
    assert reasons() == [["trap_filled"]]


def test_a_script_s_proof_goes_with_the_form(person, settings):
    settings.DOSJA_UNPROVEN_LIMIT = 0
    visitor = person()
    challenge = re.search(r'data-challenge="([^"]*)"', visitor.text)[1].replace("&quot;", '"')
    visitor.press("file", proof=solve(json.loads(challenge)))
    assert reasons() == []
    person().press("file")
    assert reasons() == [["many_unproven"]]


def test_who_keeps_a_page_open_for_more_than_a_day_is_served(person):
    with clock.frozen(clock.now() - timedelta(hours=25)):
        old = Visitor("/forms/pif/sq/")
    old.fill_in(ANONYMOUS).press("file")
    assert Case.objects.count() == 1


def test_who_goes_back_to_the_first_page_afterwards_is_served_again(person):
    with clock.frozen(clock.now() - timedelta(minutes=1)):
        visitor = Visitor("/forms/pif/sq/")
    first = {**visitor.page.values}
    visitor.fill_in(ANONYMOUS).press("file")
    visitor.client.cookies.pop("dosja_draft")
    # The browser shows the old page again, with its token.
    visitor.send({**first, **ANONYMOUS["way"], "go": "next"})
    visitor.fill_in(ANONYMOUS).press("file")
    assert Case.objects.count() == 2


def test_a_page_from_before_there_were_tokens_is_served(person):
    visitor = person()
    assert visitor.step == "review"
    plain = Visitor("/forms/pif/sq/")
    sent = {name: value for name, value in plain.page.values.items() if name != "page_token"}
    plain.send({**sent, **ANONYMOUS["way"], "go": "next"})
    plain.fill_in(ANONYMOUS).press("file")
    assert Case.objects.count() == 1


def test_a_token_from_another_form_waits(person, partner_b):
    visitor = Visitor("/forms/pif/sq/")
    foreign = Visitor("/forms/akt/sq/").page.values["page_token"]
    visitor.press("next", **ANONYMOUS["way"], page_token=foreign)
    visitor.fill_in(ANONYMOUS).press("file")
    assert reasons() == [["forged_form"]]


def test_a_language_is_changed_and_the_time_goes_on(person):
    with clock.frozen(clock.now() - timedelta(minutes=1)):
        visitor = Visitor("/forms/pif/sq/")
    visitor.press("language:en").fill_in(ANONYMOUS).press("file")
    assert Case.objects.count() == 1


def test_the_last_button_pressed_twice_files_and_spends_once(person):
    visitor = person()
    sent = {**visitor.page.values, **visitor.page.filled, "go": "file"}
    visitor.send(sent)
    visitor.send(sent)
    assert Case.objects.count() == 1
    assert not Quarantined.objects.exists()
