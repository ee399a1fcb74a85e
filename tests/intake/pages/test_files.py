"""Files on the citizens' pages, without scripts: on the form, on the review, behind the receipt."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve

from backend.complaints.models import Attachment
from backend.files import blobs
from backend.files.errors import REFUSALS
from backend.files.models import StoredFile, Upload
from backend.files.services import scan_and_clean
from backend.intake.models import Draft
from backend.intake.pages.doors import DOORS, Door
from backend.partners.models import Partner
from tests.files import samples
from tests.files.buckets import away
from tests.intake.pages.visitor import ANONYMOUS, Visitor


def picture(name: str = "foto e çatisë.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, samples.jpeg())


@pytest.fixture
def at_files(citizen: Visitor) -> Visitor:
    """In front of the page that asks for files."""
    before = {name: typed for name, typed in ANONYMOUS.items() if name != "files"}
    citizen.fill_in(before)
    assert citizen.step == "files"
    return citizen


def _filed(visitor: Visitor) -> Visitor:
    """On the receipt page of a complaint that was filed."""
    visitor.fill_in(ANONYMOUS)
    visitor.press("file")
    number, secret = visitor.receipt
    back = Visitor("/receipt/?language=en")
    return back.press("open", number=number, secret=secret)


def test_a_form_with_files_is_sent_as_one(at_files: Visitor) -> None:
    assert 'enctype="multipart/form-data"' in at_files.text


def test_the_complainant_sees_which_files_are_there_and_takes_one_out_again(at_files: Visitor) -> None:
    at_files.press("files_add", files=[picture(), picture("dy.jpg")])
    assert at_files.step == "files"
    assert "foto e çatisë.jpg" in at_files.text
    remove = next(button for button in at_files.page.buttons if button.startswith("files_remove:"))
    at_files.press(remove)
    assert "foto e çatisë.jpg" not in at_files.text
    assert "dy.jpg" in at_files.text
    assert Upload.objects.count() == 1


def test_chosen_files_go_along_with_continue(at_files: Visitor) -> None:
    at_files.press("next", files=[picture()])
    assert at_files.step == "consents"
    at_files.press("back")
    assert "foto e çatisë.jpg" in at_files.text


def test_files_go_along_when_the_language_is_changed(at_files: Visitor) -> None:
    at_files.press("language:en", files=[picture()])
    assert "Add the chosen files" in at_files.text
    assert "foto e çatisë.jpg" in at_files.text


def test_it_is_told_which_file_was_not_taken_and_why(at_files: Visitor) -> None:
    at_files.press("language:en")
    at_files.press("next", files=[picture(), SimpleUploadedFile("faqe.html", b"<html><script>1</script>")])
    assert at_files.step == "files"
    assert "foto e çatisë.jpg" in at_files.text
    assert f"faqe.html – {REFUSALS['file.active']}" in at_files.text
    assert 'href="#id_files"' in at_files.text
    assert "id_files" in at_files.page.ids
    # Told once; what is there is right, and one may go on.
    at_files.press("next")
    assert at_files.step == "consents"


def test_an_eleventh_file_is_told(at_files: Visitor) -> None:
    at_files.press("language:en")
    at_files.press("files_add", files=[picture(f"{n}.jpg") for n in range(11)])
    assert f"10.jpg – {REFUSALS['file.too_many']}" in at_files.text
    at_files.press("files_add", files=[picture("me.jpg")])
    assert f"me.jpg – {REFUSALS['file.too_many']}" in at_files.text
    assert Upload.objects.count() == 10


def test_a_file_that_is_too_large_is_told_and_the_others_are_kept(
    at_files: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.files.receiving.LARGEST_FILE", 20_000)
    at_files.press("language:en")
    at_files.press(
        "files_add", files=[SimpleUploadedFile("a.jpg", samples.jpeg() + bytes(70_000)), picture()]
    )
    assert f"a.jpg – {REFUSALS['file.too_large']}" in at_files.text
    assert "foto e çatisë.jpg" in at_files.text


def test_nothing_chosen_is_nothing_wrong(at_files: Visitor) -> None:
    at_files.press("next")
    assert at_files.step == "consents"


def test_files_are_named_on_the_review_and_filed_with_the_complaint(at_files: Visitor) -> None:
    at_files.press("next", files=[picture()])
    at_files.fill_in(ANONYMOUS)
    assert at_files.step == "review"
    assert "foto e çatisë.jpg (" in at_files.text
    at_files.press("file")
    (attachment,) = Attachment.objects.all()
    assert (attachment.sender, attachment.file.name) == ("complainant", "foto e çatisë.jpg")
    assert not Upload.objects.exists()


def test_the_draft_in_the_database_does_not_open_the_file(at_files: Visitor) -> None:
    at_files.press("files_add", files=[picture()])
    for row in Draft.objects.values_list("sealed", flat=True):
        assert b"foto" not in bytes(row)


def test_a_file_that_is_gone_is_named_and_the_rest_is_filed(at_files: Visitor) -> None:
    at_files.press("language:en")
    at_files.press("files_add", files=[picture(), picture("dy.jpg")])
    Upload.objects.order_by("created_at").first().delete()
    at_files.press("next").fill_in(ANONYMOUS)
    at_files.press("file")
    assert at_files.step == "files"
    assert f"foto e çatisë.jpg – {REFUSALS['file.gone']}" in at_files.text
    at_files.press("next").fill_in(ANONYMOUS)
    at_files.press("file")
    assert Attachment.objects.count() == 1


def test_who_leaves_quickly_leaves_no_file_behind(
    at_files: Visitor, django_capture_on_commit_callbacks: Any
) -> None:
    at_files.press("files_add", files=[picture()])
    (upload,) = Upload.objects.all()
    with django_capture_on_commit_callbacks(execute=True):
        at_files.client.get("/leave/")
    assert not Upload.objects.exists()
    assert not blobs.exists(upload.pk)


@pytest.mark.parametrize("door", DOORS, ids=[door.name for door in DOORS])
def test_every_door_takes_files(door: Door, partner_a: Partner) -> None:
    assert hasattr(resolve(door.address(partner_a, "sq")).func, "takes_files")


# Behind the receipt


def test_more_files_are_sent_through_the_receipt(citizen: Visitor) -> None:
    page = _filed(citizen)
    assert "There are no files yet." in page.text
    page.press("files_add", files_new=[picture(), SimpleUploadedFile("a.svg", b"<svg ><script>")])
    assert "foto e çatisë.jpg" in page.text
    assert "It has arrived and is being checked." in page.text
    assert f"a.svg – {REFUSALS['file.active']}" in page.text
    assert Attachment.objects.count() == 1


def test_files_go_along_with_a_message(citizen: Visitor) -> None:
    page = _filed(citizen)
    page.press("write", text="Ja fotografia.", files_new=[picture()])
    (attachment,) = Attachment.objects.all()
    assert attachment.message is not None
    assert "Ja fotografia." in page.text


def test_pressing_twice_sends_files_once(citizen: Visitor) -> None:
    page = _filed(citizen)
    sent = {**page.page.values, **page.page.filled, "go": "files_add"}
    page.client.post("/receipt/", {**sent, "files_new": [picture()]})
    page.client.post("/receipt/", {**sent, "files_new": [picture()]})
    assert Attachment.objects.count() == 1
    assert not Upload.objects.exists()


def _open_button(page: Visitor) -> str:
    return next(button for button in page.page.buttons if button.startswith("files_open:"))


def test_the_complainant_opens_their_file_as_a_download(citizen: Visitor) -> None:
    page = _filed(citizen)
    page.press("files_add", files_new=[picture()])
    scan_and_clean(StoredFile.objects.get().pk)
    page.go("/receipt/")
    answer = page.client.post("/receipt/", {**page.page.values, "go": _open_button(page)})
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xff\xd8")
    assert samples.AUTHOR.encode() not in content


@pytest.mark.parametrize("argument", ["x", "", "00000000-0000-0000-0000-000000000000"])
def test_a_file_that_is_not_theirs_is_nothing(citizen: Visitor, argument: str) -> None:
    page = _filed(citizen)
    answer = page.client.post("/receipt/", {**page.page.values, "go": f"files_open:{argument}"})
    assert answer.status_code == 404


def test_the_names_of_files_stand_in_no_address(citizen: Visitor) -> None:
    page = _filed(citizen)
    page.press("files_add", files_new=[picture()])
    assert page.path == "/receipt/"
    assert not re.search(r'(?:href|action|src)="[^"]*foto', page.text)


def test_while_files_are_away_the_form_says_so_and_goes_on_without(at_files: Visitor) -> None:
    with away():
        at_files.press("next", files=[picture()])
        assert at_files.step == "files"
        assert str(REFUSALS["file.away"]) in at_files.text
        at_files.press("next")
        assert at_files.step != "files"
