"""A photo goes from a phone to the partner without what it tells of its owner, and a paper comes back."""

import pytest

from tests.files import samples

pytestmark = pytest.mark.either_engine("sqlite")

PHOTO = samples.jpeg()
NO_PICTURE = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.parametrize(
    ("language", "scripts"), [("sq", True), ("ka", False)], ids=["scripts on", "scripts off"]
)
def test_a_photo_arrives_without_its_hidden_details(citizen, staff, network, language, scripts):
    drita = citizen(language, scripts=scripts).go_to_the_form()
    photo, wrong = drita.keep(f"{drita.mark}.jpg"), f"{drita.mark}.png"
    drita.tell("Without my name", (photo, "image/jpeg", PHOTO), (wrong, "image/png", NO_PICTURE))
    assert photo in drita.text
    assert wrong not in drita.text, "a page in disguise was taken"
    drita.send().prove_the_receipt()

    case = staff(drita).case(drita.reference)
    (file,) = case.files_when_ready()
    assert (file["name"], file["state"], file["scan"]) == (photo, "ready", "not_scanned")
    clean, original = case.clean_copy(file["id"]), case.original(file["id"])
    assert original == PHOTO
    for told in (samples.MARKER, samples.AUTHOR, samples.PLACE.decode()):
        assert told.encode() in original
        assert told.encode() not in clean
    assert network.plaintext(samples.MARKER.encode()) == {}


def test_a_paper_from_the_partner_is_opened_and_one_more_photo_sent(citizen, staff, network):
    drita = citizen("sq", scripts=False).file("Without my name")
    case = staff(drita).case(drita.reference)
    added = case.add_file(paper := f"{drita.mark}.pdf", samples.pdf())
    case.files_when_ready()
    assert paper not in drita.come_back().text, "it was not sent yet"
    case.write(f"{drita.mark}: vendimi.", added)

    drita.again()
    assert drita.open_file(paper).startswith(b"%PDF")
    drita.send_files((f"{drita.mark}.png", "image/png", samples.png()), ("x.png", "image/png", NO_PICTURE))
    assert drita.problem.is_visible(), "nothing is said of the one that was not taken"
    assert len(case.files()) == 2
    assert network.plaintext(samples.MARKER.encode()) == {}
