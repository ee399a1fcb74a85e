"""Files through the public doors: sent ahead of a complaint, and added through its receipt."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.complaints.models import Attachment, Complaint
from backend.files import blobs
from backend.files.models import StoredFile, Upload
from backend.files.services import scan_and_clean
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories import complaints as filing
from tests.files import samples
from tests.files.buckets import away


def photo(name: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, samples.jpeg(), "image/jpeg")


@pytest.fixture
def form(partner_a: Partner) -> Caller:
    """The partner's own site."""
    return Caller(headers={"X-Form-Key": partner_a.form_key})


def _sent_ahead(form: Caller, file: SimpleUploadedFile | None = None) -> dict[str, Any]:
    answer = form.post("/complaints/files/", {"file": file or photo()})
    assert answer.status_code == 201, answer.content
    told: dict[str, Any] = answer.json()
    return {name: told[name] for name in ("id", "token", "name")}


def _filed(form: Caller, *files: dict[str, Any]) -> dict[str, Any]:
    answer = form.post("/complaints/", filing.body(files=list(files)))
    assert answer.status_code == 201, answer.content
    filed: dict[str, Any] = answer.json()
    return {name: filed["receipt"][name] for name in ("number", "secret")}


def test_files_are_filed_with_the_complaint_that_names_them(form: Caller) -> None:
    _filed(form, _sent_ahead(form), _sent_ahead(form, photo("dy.jpeg")))
    complaint = Complaint.objects.get()
    assert [one.file.name for one in complaint.attachments.all()] == ["foto.jpg", "dy.jpeg"]
    assert {one.sender for one in complaint.attachments.all()} == {"complainant"}
    assert {one.file.data_key_id for one in complaint.attachments.all()} == {complaint.data_key_id}
    assert not Upload.objects.exists()


def test_filing_has_its_files_cleaned(form: Caller, run_jobs: Callable[[], Any]) -> None:
    _filed(form, _sent_ahead(form))
    run_jobs()
    assert StoredFile.objects.get().state == "ready"


def test_a_file_belongs_to_one_complaint_only(form: Caller) -> None:
    file = _sent_ahead(form)
    _filed(form, file)
    again = form.post("/complaints/", filing.body(files=[file]))
    assert again.status_code == 400
    assert [(e["field"], e["code"]) for e in again.json()["errors"]] == [("files.0", "file.gone")]
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"id": str(uuid4())}, {"token": "A" * 43}, {"token": "nonsense"}],
    ids=["another id", "another token", "no token"],
)
def test_only_who_holds_the_token_attaches_a_file(form: Caller, change: dict[str, str]) -> None:
    answer = form.post("/complaints/", filing.body(files=[_sent_ahead(form) | change]))
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "file.gone"
    assert not Complaint.objects.exists()


def test_ten_files_and_no_more(form: Caller) -> None:
    file = _sent_ahead(form)
    answer = form.post("/complaints/", filing.body(files=[file] * 11))
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", b"<svg ><script>", "file.active"),
        ("a.jpg", b"", "file.empty"),
        ("a.pdf", samples.jpeg(), "file.wrong_extension"),
    ],
)
def test_a_refusal_names_a_reason(form: Caller, name: str, content: bytes, code: str) -> None:
    answer = form.post("/complaints/files/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 400
    assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [("file", code)]
    assert not Upload.objects.exists()


def test_what_is_refused_leaves_no_blob(form: Caller) -> None:
    before = set(blobs.every_blob())
    form.post("/complaints/files/", {"file": SimpleUploadedFile("a.svg", b"<svg ><script>")})
    assert set(blobs.every_blob()) == before


def test_a_file_above_the_limit_is_refused_while_it_arrives(
    form: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.files.receiving.LARGEST_FILE", 100_000)
    before = set(blobs.every_blob())
    answer = form.post("/complaints/files/", {"file": SimpleUploadedFile("a.txt", b"x" * 300_000)})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "file.too_large"
    assert set(blobs.every_blob()) == before


def test_a_trickle_does_not_hold_the_server_for_ever(form: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.files.receiving.LONGEST_SECONDS", -1)
    before = set(blobs.every_blob())
    answer = form.post("/complaints/files/", {"file": photo()})
    assert answer.status_code == 400
    assert set(blobs.every_blob()) == before


def test_half_a_body_is_no_body(form: Caller) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    before = set(blobs.every_blob())
    for body in (head + b"abc", head + b"abc\r\n--x\r\nContent-Disposition: form-data; name="):
        answer = form.generic(
            "POST",
            "/api/v1/complaints/files/",
            body,
            content_type="multipart/form-data; boundary=x",
            **{"CONTENT_LENGTH": str(len(body) + 500), "wsgi.input": BytesIO(body)},
        )
        assert answer.status_code == 400
        assert answer.json()["code"] == "malformed"
    assert set(blobs.every_blob()) == before


def test_two_files_at_once_are_one_too_many(form: Caller) -> None:
    answer = form.post("/complaints/files/", {"file": photo(), "other": photo()})
    assert answer.status_code == 400
    assert not Upload.objects.exists()


def test_json_is_no_file(form: Caller) -> None:
    answer = form.post("/complaints/files/", {"file": "x"})
    assert answer.status_code == 415
    assert answer.json()["title"] == "Send multipart/form-data."


def test_a_text_in_place_of_a_file_is_told(form: Caller) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n'
    answer = form.raw("POST", "/complaints/files/", body, "multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "file"


def test_addresses_that_take_no_files_take_none(form: Caller) -> None:
    before = set(blobs.every_blob())
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc\r\n--x--\r\n'
    answer = form.raw("POST", "/complaints/", body, "multipart/form-data; boundary=x")
    assert answer.status_code == 415
    assert set(blobs.every_blob()) == before


def test_a_stranger_sends_no_files_ahead(
    anonymous: Caller, api: Callable[[User], Caller], observer: User
) -> None:
    assert anonymous.post("/complaints/files/", {"file": photo()}).status_code == 401
    assert api(observer).post("/complaints/files/", {"file": photo()}).status_code == 403
    wrong = Caller(headers={"X-Form-Key": "pfk_nothing"})
    assert wrong.post("/complaints/files/", {"file": photo()}).status_code == 403
    assert not Upload.objects.exists()


def test_sending_the_same_again_with_its_key_keeps_one(form: Caller) -> None:
    answers = [form.post("/complaints/files/", {"file": photo()}, key="k1") for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert Upload.objects.count() == 1
    other = form.post("/complaints/files/", {"file": SimpleUploadedFile("b.png", samples.png())}, key="k1")
    assert other.status_code == 422


# Through the receipt


def test_more_files_come_through_the_receipt(form: Caller, anonymous: Caller) -> None:
    receipt = _filed(form)
    answer = anonymous.post("/receipts/files/", {**receipt, "file": photo()})
    assert answer.status_code == 201
    assert (answer.json()["state"], answer.json()["sender"]) == ("pending", "complainant")
    assert Attachment.objects.count() == 1


def test_a_wrong_secret_adds_nothing(form: Caller, anonymous: Caller) -> None:
    receipt, other = _filed(form), _filed(form)
    answer = anonymous.post("/receipts/files/", {**receipt, "secret": other["secret"], "file": photo()})
    assert answer.status_code in (400, 404)
    assert not Attachment.objects.exists()
    assert not Upload.objects.exists()


def test_the_complainant_opens_a_clean_copy_of_their_file(form: Caller, anonymous: Caller) -> None:
    receipt = _filed(form, _sent_ahead(form))
    scan_and_clean(StoredFile.objects.get().pk)
    file = str(Attachment.objects.get().pk)
    answer = anonymous.post("/receipts/files/open/", {**receipt, "file": file})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="foto.jpg"'
    assert samples.AUTHOR.encode() not in answer.content


def test_another_complaint_s_file_does_not_exist(form: Caller, anonymous: Caller) -> None:
    _filed(form, _sent_ahead(form))
    file = str(Attachment.objects.get().pk)
    absent = anonymous.post("/receipts/files/open/", {**_filed(form), "file": str(uuid4())})
    foreign = anonymous.post("/receipts/files/open/", {**_filed(form), "file": file})
    assert foreign.status_code == absent.status_code == 404
    assert foreign.content == absent.content


def test_who_asks_for_bytes_is_refused_in_words(form: Caller, anonymous: Caller) -> None:
    answer = anonymous.post(
        "/receipts/files/open/",
        {**_filed(form), "file": str(uuid4())},
        headers={"Accept": "application/octet-stream"},
    )
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_while_files_are_away_an_upload_is_asked_to_come_again(form: Caller) -> None:
    with away():
        answer = form.post("/complaints/files/", {"file": photo()})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.json()["code"] == "file.away"
    assert not Upload.objects.exists()


def test_while_files_are_away_a_complaint_without_them_comes_in(form: Caller) -> None:
    file = _sent_ahead(form)
    with away():
        assert form.post("/complaints/", filing.body()).status_code == 201
        answer = form.post("/complaints/", filing.body(files=[file]))
        # It was not proved whose file it is, and nothing of it was done.
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert Complaint.objects.count() == 1
    assert form.post("/complaints/", filing.body(files=[file])).status_code == 201
