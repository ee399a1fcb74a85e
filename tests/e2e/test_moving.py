"""What was typed stays: back and forward in the browser, another language, a session that ended."""

import pytest

pytestmark = pytest.mark.either_engine("sqlite")


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def drita(citizen, request):
    """In the middle of the form."""
    drita = citizen("sq", scripts=request.param).go_to_the_form()
    return drita.pick("Without my name").press("Continue")


def test_back_and_forward_lose_nothing(drita):
    told = drita.words()
    drita.write("Tell it in your own words", told).press("Continue").pick("Corruption").press("Continue")
    drita.back()
    drita.back()
    drita.forward()
    drita.go_to_the_form()
    drita.press("Back")
    assert drita.page.get_by_role("radio", name=drita.say("Corruption"), exact=True).is_checked()
    drita.press("Back")
    assert drita.labelled("Tell it in your own words").input_value() == told


def test_another_language_keeps_what_was_typed(drita):
    told = drita.words()
    drita.write("Tell it in your own words", told).write("Day", "77")
    drita.speak("ka", "ქართული")
    assert drita.labelled("Tell it in your own words").input_value() == told
    assert drita.labelled("Day").input_value() == "77"
    assert not drita.problem.is_visible(), "unfinished is not wrong"
    drita.speak("sq", "Shqip")


def test_a_draft_that_ran_out_is_told_and_the_page_at_hand_is_kept(drita, network):
    told = drita.words()
    network.sql("UPDATE intake_draft SET expires_at = '2020-01-01 00:00:00+00:00'")
    drita.write("Tell it in your own words", told).press("Continue")
    assert drita.page.get_by_role("status").first.is_visible()
    drita.pick("Without my name").press("Continue")
    assert drita.labelled("Tell it in your own words").input_value() == told


def test_a_message_outlives_the_visit_that_ended_meanwhile(citizen, network):
    drita = citizen("sq", scripts=False).file("Without my name").come_back()
    told = drita.words()
    network.sql("UPDATE intake_receiptvisit SET expires_at = '2020-01-01 00:00:00+00:00'")
    drita.write("Write to us", told).press("Send")
    assert drita.problem.is_visible()
    drita.write("Number", drita.number).write("Secret", drita.secret).press("Open it")
    assert drita.labelled("Write to us").input_value() == told
    drita.press("Send")
    assert told in drita.text


def test_leaving_quickly_leaves_nothing_behind(citizen, network):
    drita = citizen("ka", scripts=False).go_to_the_form().pick("Without my name").press("Continue")
    before = network.sql("SELECT count(*) FROM intake_draft")[0][0]
    with drita.page.expect_request("https://ka.wikipedia.org/**") as elsewhere:
        drita.page.get_by_role("link", name=drita.say("Leave this page quickly")).click(no_wait_after=True)
    assert "referer" not in elsewhere.value.headers, "and the other site learns nothing of this one"
    assert network.sql("SELECT count(*) FROM intake_draft")[0][0] == before - 1
    drita.watch.asked.remove(elsewhere.value.url)
