"""An institution opens the link in our letter, in any browser, and its answer reaches the case."""

import pytest

from tests.e2e.citizen import Citizen
from tests.files import samples

pytestmark = pytest.mark.either_engine("postgresql")

OWN_NAMES = {"sq": "Shqip", "sr-Cyrl": "Српски", "ka": "ქართული"}


def opening(clerk: Citizen, path: str) -> Citizen:
    """The page begins in the letter's language; she takes her own."""
    clerk.page.goto(f"{clerk.installation.address}{path}")
    own = clerk.page.get_by_role("button", name=OWN_NAMES[clerk.language], exact=True)
    if own.count():
        with clerk.page.expect_navigation():
            own.click()
    return clerk.look()


@pytest.mark.parametrize("language", ["sq", "sr-Cyrl", "ka"])
def test_a_clerk_answers_with_a_paper_and_the_link_closes(citizen, staff, network, language):
    drita = citizen(language).file("Without my name")
    case = staff(drita).case(drita.reference)
    case.do("start_triage")
    case.open()
    case.refer()

    clerk = opening(citizen(language, scripts=False), case.answer_link())
    assert clerk.heading == clerk.say("Answer to our letter")
    assert drita.reference in clerk.text
    assert drita.mark not in clerk.text, "the page tells what the complainant wrote"
    clerk.press("Send the answer")
    assert clerk.problem.is_visible(), "an empty answer was taken"

    clerk.labelled("Our answer").check()
    clerk.labelled("Protocol number").fill("77/2026")
    clerk.labelled("Your answer").fill(said := clerk.words())
    paper = clerk.keep(f"{clerk.mark}.pdf")
    chosen = [{"name": paper, "mimeType": "application/pdf", "buffer": samples.pdf()}]
    clerk.labelled("Files").set_input_files(chosen)
    clerk.press("Send the answer")
    assert not clerk.page.get_by_role("button", name=clerk.say("Send the answer")).count()

    assert case.state == "response_review"
    (answer,) = case.answers()
    assert (answer["text"], answer["standing"], answer["way"]) == (said, "final", "link")
    assert [file["name"] for file in answer["files"]] == [paper]
