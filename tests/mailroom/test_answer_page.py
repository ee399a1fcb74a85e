"""What an institution is promised that answers through a link."""

import json
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.cases.models import InstitutionAnswer, InstitutionReferral
from backend.common import clock
from backend.files.models import StoredFile, Upload
from backend.mailroom.pages import answering
from tests.casework import SENTENCE
from tests.files import samples
from tests.intake.pages.visitor import LANGUAGES, Visitor
from tests.mailroom.answering import WORDS, answer_address, filled_in


@pytest.fixture
def path(db: None) -> str:
    return answer_address()


def answer() -> InstitutionAnswer:
    return InstitutionAnswer.objects.get()


def test_an_institution_answers_without_account_cookie_or_script(path: str) -> None:
    page = Visitor(path)
    assert not page.client.cookies
    told = {"text": WORDS, "protocol_number": "77/2026", "author_name": "E. Hoxha"}
    page.press("language:en").press("send", standing="final", **told)
    assert page.answer.status_code == 410
    assert "Thank you" in page.text
    kept = answer()
    assert (kept.text, kept.protocol_number, kept.author_name) == (WORDS, "77/2026", "E. Hoxha")
    assert InstitutionReferral.objects.get().state == "answered"


def test_the_page_tells_nothing_that_the_letter_did_not(path: str) -> None:
    text = Visitor(path).text
    referral = InstitutionReferral.objects.select_related("case__complaint").get()
    assert referral.case.reference in text
    assert "People in Focus" in text
    assert referral.case.complaint is not None
    for secret in (SENTENCE, referral.case.complaint.narrative, str(referral.pk), str(referral.case_id)):
        assert secret not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_there_in_every_language_and_keeps_what_was_typed(path: str, language: str) -> None:
    page = Visitor(path).press(f"language:{language}", text=WORDS, standing="interim", protocol_number="7")
    assert f'<html lang="{language}">' in page.text
    assert page.page.filled["text"] == WORDS
    assert page.page.filled["protocol_number"] == "7"
    assert page.page.filled["standing"] == ["interim"] or page.page.filled["standing"] == "interim"
    assert not InstitutionAnswer.objects.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_thanks_come_in_the_language_of_the_page(path: str, language: str) -> None:
    page = Visitor(path).press(f"language:{language}").press("send", standing="final", text=WORDS)
    assert page.answer.status_code == 410
    assert f'<html lang="{language.lower()}">' in page.text.replace(language, language.lower())


def test_the_page_begins_in_the_language_of_the_letter(path: str) -> None:
    assert '<html lang="sq">' in Visitor(path).text


def test_every_field_has_a_label_and_every_hint_is_there(path: str) -> None:
    page = Visitor(path).page
    assert {field["id"] for field in page.fields} <= page.labelled
    assert set(page.described) <= set(page.ids)
    assert page.headings[0] == 1 and len(page.ids) == len(set(page.ids))


def test_enter_in_a_field_does_not_send(path: str) -> None:
    assert Visitor(path).page.buttons[0] == "stay"


def test_what_is_missing_is_told_and_nothing_is_lost(path: str, client: Client) -> None:
    page = client.post(path, filled_in(standing="", day="31", month="2"))
    assert page.status_code == 400
    assert WORDS in page.text and "77/2026" in page.text
    assert page.text.count("aria-invalid") == 1
    assert not InstitutionAnswer.objects.exists()


@pytest.mark.parametrize("days", [1, -1])
def test_a_day_that_cannot_be_is_told(path: str, client: Client, days: int) -> None:
    day = clock.today("Europe/Tirane") + timedelta(days=days)
    told = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    assert client.post(path, filled_in(**told)).status_code == 400
    assert not InstitutionAnswer.objects.exists()


@pytest.mark.parametrize("field", ["text", "author_name", "protocol_number"])
def test_characters_that_no_database_takes_are_told(path: str, client: Client, field: str) -> None:
    assert client.post(path, filled_in(**{field: "a\0b"})).status_code == 400


def test_an_answer_for_the_time_being_leaves_the_link_open(path: str) -> None:
    page = Visitor(path).press("language:en").press("send", standing="interim", text="U regjistrua.")
    assert page.answer.status_code == 200
    assert "for the time being" in page.text
    page.press("send", standing="final", text=WORDS)
    assert page.answer.status_code == 410
    assert [one.standing for one in InstitutionAnswer.objects.all()] == ["interim", "final"]


def test_a_second_press_sends_nothing_twice(path: str, client: Client) -> None:
    first, second = client.post(path, filled_in()), client.post(path, filled_in())
    assert (first.status_code, second.status_code) == (302, 410)
    assert InstitutionAnswer.objects.count() == 1


def test_files_go_along_and_survive_a_page_that_was_not_finished(path: str) -> None:
    page = Visitor(path)
    page.press("stay", files=SimpleUploadedFile("vendim.jpg", samples.jpeg()))
    assert "vendim.jpg" in page.text
    # The visitor's browser knows one value per name; the carried file is one of the hidden ones.
    page.press("send", standing="final", files=SimpleUploadedFile("shtojca.txt", b"Shtojca."))
    names = sorted(one.file.name for one in answer().files.select_related("file__data_key"))
    assert names == ["shtojca.txt", "vendim.jpg"]
    assert not Upload.objects.exists()


def test_a_file_that_is_not_taken_holds_the_sending_back_and_is_named(path: str, client: Client) -> None:
    page = client.post(path, filled_in(files=SimpleUploadedFile("x.pdf", b"<html><script>")))
    assert page.status_code == 200
    assert "x.pdf" in page.text and WORDS in page.text
    assert not InstitutionAnswer.objects.exists()


def test_a_file_that_is_not_wanted_any_more_stays_behind(path: str, client: Client) -> None:
    page = client.post(path, filled_in(go="stay", files=SimpleUploadedFile("vendim.txt", b"Vendimi.")))
    (kept,) = re.findall('name="kept" value="([^"]*)"', page.text)
    told = json.loads(kept.replace("&quot;", '"'))
    client.post(path, filled_in(kept=json.dumps(told), remove=told["id"]))
    assert not answer().files.exists()


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", "null", "{", "[" * 9000, '{"id": "x", "token": "y", "name": "z"}', "\0"]
)
def test_a_carried_file_that_no_page_of_ours_wrote_is_passed_over(
    path: str, client: Client, kept: str
) -> None:
    assert client.post(path, filled_in(kept=kept)).status_code == 302


def test_a_carried_file_opens_only_with_its_key(path: str, client: Client) -> None:
    """Whoever knows the id of somebody's upload cannot attach it."""
    upload = {"id": str(uuid4()), "token": "A" * 43, "name": "a.txt", "size": 5, "media_type": "text/plain"}
    page = client.post(path, filled_in(kept=json.dumps(upload)))
    assert page.status_code == 400
    assert "is not here any more" in page.text
    assert not StoredFile.objects.exists()


def test_unknown_and_revoked_look_alike_to_the_byte(path: str, client: Client) -> None:
    InstitutionReferral.objects.get().answer_links.update(revoked_at=clock.now())
    revoked, unknown = client.get(path), client.get("/answer/unknown/")
    assert (revoked.status_code, unknown.status_code) == (410, 410)
    assert revoked.content == unknown.content
    assert client.post(path, filled_in()).status_code == 410


@pytest.mark.parametrize("address", ["/answer/" + "x" * 3000 + "/", "/answer/%00/", "/answer/%F0%9F/"])
def test_no_address_breaks_the_page(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code in (404, 410)


def test_no_program_indexes_the_page(path: str, client: Client) -> None:
    for address in (path, "/answer/unknown/"):
        assert client.get(address).headers["X-Robots-Tag"].startswith("noindex")


def test_a_flood_from_one_place_is_asked_to_wait(
    path: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "MOST_SENDINGS", 2)
    codes = [client.post(path, filled_in(go="stay")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    # It is the sending that waits; the page opens.
    assert client.get(path).status_code == 200


def test_guessing_addresses_is_asked_to_wait(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "MOST_UNKNOWN", 2)
    codes: list[Any] = [client.get(f"/answer/{number}/").status_code for number in range(3)]
    assert codes == [410, 410, 429]
