"""A complaint is written, sent, asked about and answered: in every language, with scripts and without."""

import pytest

from tests.e2e.wording import LANGUAGES

pytestmark = pytest.mark.either_engine("sqlite")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_files_comes_back_answers_and_rates(citizen, staff, language, scripts):
    drita = citizen(language, scripts=scripts).go_to_the_form().tell().send()
    printed = drita.save_the_receipt()
    assert drita.number in printed and drita.secret in printed
    assert drita.mark not in printed, "the paper tells what the complaint is about"
    drita.prove_the_receipt()
    assert drita.heading == drita.say("All is done")

    case = staff(drita).case(drita.reference)
    case.ask(question := f"{drita.mark}?")

    drita.come_back()
    assert question in drita.text
    drita.write("Your answer", answer := drita.words("1187")).press("Send")
    assert drita.say("Your message has arrived.") in drita.text
    assert answer in case.messages()
    assert case.state == "triage"

    case.open()
    case.resolve(told := f"{drita.mark}.")
    drita.press("Close").come_back()
    assert told in drita.text
    drita.rate(5, 4)
    assert case.state == "closed"
    drita.press("Close")
    assert drita.heading == drita.say("Open with a receipt")
