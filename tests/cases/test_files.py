"""Files of a case for those who work it: clean copies by default, originals for a reason, kept first."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent
from backend.cases.services import transfers
from backend.cases.services.files import add_files, open_original
from backend.cases.stages import OriginalReason
from backend.complaints.models import Attachment, Message
from backend.complaints.services import attach, attachments_for_complainant, send_along, write_message
from backend.files.errors import FileRefused
from backend.files.models import StoredFile
from backend.files.services import scan_and_clean
from backend.keyring.services import destroy
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.files import samples
from tests.files.sending import uploaded

Api = Callable[[User], Caller]


@pytest.fixture
def attachment(case_of_arta: Case) -> Attachment:
    """A photo that came with the complaint of Arta's case, cleaned."""
    complaint = case_of_arta.complaint
    assert complaint is not None
    (made,) = attach(
        complaint=complaint,
        files=[uploaded(samples.jpeg(), "foto.jpg")],
        sender=Message.Sender.COMPLAINANT,
        actor=Actor.nobody(),
    )
    scan_and_clean(made.file_id)
    return Attachment.objects.get(pk=made.pk)


def _under(case: Case, attachment: Attachment, what: str) -> str:
    return f"/cases/{case.pk}/files/{attachment.pk}/{what}/"


def test_the_list_tells_what_is_there(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    (shown,) = api(arta).get(f"/cases/{case_of_arta.pk}/files/").json()["results"]
    assert shown["name"] == "foto.jpg"
    assert (shown["state"], shown["scan"]) == ("ready", "not_scanned")
    assert (shown["media_type"], shown["size"]) == ("image/jpeg", len(samples.jpeg()))


def test_the_copy_without_traces_is_given_by_default(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    answer = api(arta).get(_under(case_of_arta, attachment, "clean"))
    assert answer.status_code == 200
    assert samples.AUTHOR.encode() not in answer.content
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="foto.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": "because"}, {"reason": None}])
def test_the_original_without_a_reason_is_refused(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment, body: Any
) -> None:
    answer = api(arta).post(_under(case_of_arta, attachment, "original"), body)
    assert answer.status_code == 400
    assert not CaseEvent.objects.filter(action="case.original_opened").exists()


def test_the_original_is_given_for_a_reason_that_stands_in_the_story(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    answer = api(arta).post(_under(case_of_arta, attachment, "original"), {"reason": "evidence"})
    assert answer.content == samples.jpeg()
    event = CaseEvent.objects.get(action="case.original_opened")
    assert event.facts == {"file": str(attachment.pk), "reason": "evidence"}
    assert event.actor_id == arta.pk
    assert AuditEvent.objects.filter(action="case.original_opened", actor_id=arta.pk).count() == 1


def test_the_opening_is_in_the_audit_log_before_the_first_byte_leaves(
    arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    _attachment, reader = open_original(
        case_of_arta.pk, attachment_id=attachment.pk, reason=OriginalReason.EVIDENCE, actor=actor_of(arta)
    )
    with reader:
        assert AuditEvent.objects.filter(action="case.original_opened").exists()


def test_an_original_that_cannot_be_read_was_opened_all_the_same(
    arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    """The line tells of the try: it is written first, and nothing takes it back."""
    from backend.files import blobs
    from backend.files.errors import FileLost

    blobs.delete(attachment.file_id)
    with pytest.raises(FileLost):
        open_original(
            case_of_arta.pk, attachment_id=attachment.pk, reason=OriginalReason.EVIDENCE, actor=actor_of(arta)
        )
    assert AuditEvent.objects.filter(action="case.original_opened").exists()


def test_no_name_or_word_of_a_file_is_in_story_or_audit(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    api(arta).post(_under(case_of_arta, attachment, "original"), {"reason": "evidence"})
    told = [str(e.facts) for e in (*CaseEvent.objects.all(), *AuditEvent.objects.all())]
    assert not any("foto" in line for line in told)


def test_an_infected_file_is_refused_in_every_form(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    from backend.files.services.cleaning import _condemn

    _condemn(StoredFile.objects.get(pk=attachment.file_id))
    besides = CaseEvent.objects.count()
    for answer in (
        api(arta).get(_under(case_of_arta, attachment, "clean")),
        api(arta).post(_under(case_of_arta, attachment, "original"), {"reason": "evidence"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "file.infected")
    assert CaseEvent.objects.count() == besides


def test_a_copy_that_is_not_ready_is_told(api: Api, arta: User, case_of_arta: Case) -> None:
    complaint = case_of_arta.complaint
    assert complaint is not None
    (made,) = attach(
        complaint=complaint,
        files=[uploaded(samples.mp3(), "zë.mp3")],
        sender=Message.Sender.COMPLAINANT,
        actor=Actor.nobody(),
    )
    path = _under(case_of_arta, made, "clean")
    assert api(arta).get(path).json()["code"] == "file.not_ready"
    scan_and_clean(made.file_id)
    assert api(arta).get(path).json()["code"] == "file.no_clean_copy"


def test_a_stranger_cannot_tell_that_the_file_exists(
    api: Api, nino: User, case_of_arta: Case, attachment: Attachment
) -> None:
    for answer in (
        api(nino).get(_under(case_of_arta, attachment, "clean")),
        api(nino).post(_under(case_of_arta, attachment, "original"), {"reason": "evidence"}),
        api(nino).get(f"/cases/{case_of_arta.pk}/files/"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_an_observer_sees_no_files(
    api: Api, observer: User, case_of_arta: Case, attachment: Attachment
) -> None:
    assert api(observer).get(f"/cases/{case_of_arta.pk}/files/").status_code == 404


def test_the_partner_s_files_stay_inside_until_a_message_takes_them_along(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    complaint = case_of_arta.complaint
    assert complaint is not None
    file = SimpleUploadedFile("përgjigjja.pdf", samples.pdf())
    made = api(arta).post(f"/cases/{case_of_arta.pk}/files/", {"file": file})
    assert made.status_code == 201
    assert not attachments_for_complainant(complaint).exists()
    message = write_message(
        complaint=complaint, sender=Message.Sender.PARTNER, text="Ja përgjigjja.", actor=actor_of(arta)
    )
    send_along(message=message, attachment_ids=[made.json()["id"]])
    assert [str(one.pk) for one in attachments_for_complainant(complaint)] == [made.json()["id"]]
    # Once gone out, it goes out with no other message.
    with pytest.raises(FileRefused):
        send_along(message=message, attachment_ids=[made.json()["id"]])


def test_the_complainant_s_file_is_no_file_of_the_partner_s(
    arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    complaint = case_of_arta.complaint
    assert complaint is not None
    message = write_message(
        complaint=complaint, sender=Message.Sender.PARTNER, text="x", actor=actor_of(arta)
    )
    with pytest.raises(FileRefused):
        send_along(message=message, attachment_ids=[attachment.pk])


def test_adding_files_is_told_in_the_story(arta: User, case_of_arta: Case) -> None:
    add_files(case_of_arta.pk, files=[uploaded(samples.text(), "a.txt")], actor=actor_of(arta))
    assert CaseEvent.objects.get(action="case.files_added").facts == {"count": 1}


def test_erasing_the_case_key_makes_its_files_unreadable(
    api: Api, arta: User, case_of_arta: Case, attachment: Attachment
) -> None:
    assert case_of_arta.data_key is not None
    destroy(case_of_arta.data_key)
    answer = api(arta).get(_under(case_of_arta, attachment, "clean"))
    assert (answer.status_code, answer.json()["code"]) == (410, "key.destroyed")


def test_a_case_that_was_handed_over_keeps_its_files(
    api: Api, besa: User, giorgi: User, case_of_arta: Case, attachment: Attachment, partner_b: Partner
) -> None:
    offered = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.accept(offered.pk, expected=None, actor=actor_of(giorgi))
    answer = api(giorgi).get(_under(case_of_arta, attachment, "clean"))
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xff\xd8")
    assert api(besa).get(_under(case_of_arta, attachment, "clean")).status_code == 404
