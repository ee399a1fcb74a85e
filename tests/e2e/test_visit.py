"""A complaint is written, sent, asked about and answered: in every language, with scripts and without."""

import pytest

from tests.e2e.wording import LANGUAGES


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_files_comes_back_and_answers(citizen, staff, language, scripts):
    drita = citizen(language, scripts=scripts).file()
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
    drita.press("Close")
    assert drita.heading == drita.say("Open with a receipt")
