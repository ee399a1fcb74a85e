"""How heavy the pages are that an old phone on a slow line loads, and whom a visit tells of itself."""

import pytest

from tests.e2e.wording import LANGUAGES

pytestmark = pytest.mark.either_engine("postgresql")

MOST = 100_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_load_is_light(citizen, language, record_property):
    drita = citizen(language)
    wire = drita.context.new_cdp_session(drita.page)
    came: list[float] = []
    wire.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    drita.go_to_the_form()
    drita.page.wait_for_load_state("networkidle")
    record_property(f"First load in {language}", f"{sum(came) / 1000:.1f} kB in {len(came)} answers")
    assert 2 <= len(came) <= 8
    assert sum(came) < MOST


def test_looking_leaves_nothing_in_the_browser_that_outlives_it(citizen):
    drita = citizen("sq").go_to_the_form().pick("Without my name").press("Continue")
    assert all(cookie["expires"] == -1 for cookie in drita.context.cookies())
    assert drita.page.evaluate("localStorage.length + sessionStorage.length") == 0
