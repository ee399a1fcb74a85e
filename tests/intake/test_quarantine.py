"""Quarantine: a complaint that waits to be looked at loses nothing, and nobody but those who look sees it."""

from datetime import timedelta

import pytest

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.cases.models import Case, CaseEvent
from backend.cases.services.conversation import complainant_answered
from backend.cases.services.files import complainant_added_files
from backend.cases.services.status import status_of
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import Stage, State
from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Complaint, Consent, Message, Receipt
from backend.complaints.services import attachments_of, latest_messages, open_receipt
from backend.files import blobs
from backend.files.models import StoredFile
from backend.identity.models import ComplainantIdentity
from backend.intake import tasks
from backend.intake.models import DeletedSpam, Quarantined
from backend.intake.services import quarantine
from backend.keyring.models import DataKey
from backend.partners.actors import actor_of
from tests.databases import in_threads
from tests.factories.complaints import NARRATIVE, complaint_of, file, quarantined, statement_with_name
from tests.files.sending import uploaded

pytestmark = pytest.mark.django_db


def named(partner):
    """A confidential complaint with an identity, put aside."""
    told = statement_with_name()
    return quarantined(
        partner,
        complainant_kind=told.complainant_kind,
        identity=told.identity,
        contact_wish=told.contact_wish,
    )


# While it waits


def test_it_has_a_receipt_and_no_case(partner_a):
    row, filed = quarantined(partner_a)
    assert filed.case is None and filed.reference is None
    assert not Case.objects.exists()
    assert open_receipt(number=filed.receipt.number, secret=filed.receipt.secret) == filed.complaint
    assert row.reasons == ["trap_filled"]


def test_its_author_reads_that_it_was_received(partner_a):
    _row, filed = quarantined(partner_a)
    told, usual = status_of(filed.complaint), status_of(file(partner_a).complaint)
    assert (told.reference, told.stage, told.state) == (None, Stage.INTAKE, State.RECEIVED)
    assert told.what_happens_next == usual.what_happens_next
    assert told.partner == usual.partner


def test_its_author_reads_that_it_was_withdrawn(partner_a):
    _row, filed = quarantined(partner_a)
    complainant_withdrew(filed.complaint)
    complainant_withdrew(filed.complaint)
    assert status_of(filed.complaint).state == State.WITHDRAWN
    assert not filed.complaint.consents.filter(withdrawn_at=None).exists()
    assert AuditEvent.objects.filter(action="complaint.withdrawn").count() == 1


def test_its_author_may_write_and_it_is_in_the_audit_without_words(partner_a):
    _row, filed = quarantined(partner_a)
    complainant_answered(filed.complaint, text="Kam edhe një kopje.")
    line = AuditEvent.objects.get(action="complaint.complainant_wrote")
    assert line.target_id == filed.complaint.pk
    assert "kopje" not in str(line.facts)


def test_waiting_takes_no_number(partner_a):
    quarantined(partner_a)
    assert file(partner_a).reference.endswith("-000001")


# Released


def test_released_it_is_a_case_with_everything_that_was_added(partner_a, ilir):
    row, filed = named(partner_a)
    complainant_answered(filed.complaint, text="Kam edhe një kopje.")
    case = quarantine.release(row.pk, actor=actor_of(ilir))
    complaint = complaint_of(filed)
    assert (case.pk, case.state, case.owner) == (row.case_id, State.RECEIVED, partner_a)
    assert case.complaint == complaint and case.opened_at == complaint.received_at
    assert case.data_key == complaint.data_key
    assert complaint.narrative == NARRATIVE
    assert [message.text for message in latest_messages(complaint)] == ["Kam edhe një kopje."]
    assert ComplainantIdentity.objects.get(complaint=complaint).name == "Drita Kola"
    assert status_of(complaint).reference == case.reference
    assert open_receipt(number=filed.receipt.number, secret=filed.receipt.secret) == complaint
    assert not Quarantined.objects.exists()


def test_what_was_told_of_court_and_judge_waits_sealed_and_is_in_the_case(partner_a, ilir, cadastre):
    told = {"court": cadastre.code, "violation": "delay", "months_pending": 14, "person": "GJYQTARI X"}
    row, _filed = quarantined(partner_a, kind="judiciary", judiciary=told)
    assert "GJYQTARI" not in str(vars(Quarantined.objects.get()))
    detail = quarantine.release(row.pk, actor=actor_of(ilir)).judiciary
    assert (detail.court, detail.violation, detail.months_pending) == (cadastre, "delay", 14)
    assert detail.person == "GJYQTARI X"


def test_the_story_says_who_released_it_and_why_it_had_waited(partner_a, ilir):
    row, _filed = quarantined(partner_a)
    case = quarantine.release(row.pk, actor=actor_of(ilir))
    received, released = CaseEvent.objects.filter(case=case)
    assert (received.action, received.actor_kind) == ("case.received", "nobody")
    assert (released.action, released.actor) == ("case.released", ilir)
    assert released.facts == {"reasons": ["trap_filled"]}
    assert verify(AuditChain.objects.get(pk=partner_a.pk)).broken is None


def test_a_complaint_that_was_withdrawn_meanwhile_is_released_as_withdrawn(partner_a, ilir):
    row, filed = quarantined(partner_a)
    complainant_withdrew(filed.complaint)
    case = quarantine.release(row.pk, actor=actor_of(ilir))
    assert (case.state, case.outcome) == (State.WITHDRAWN, "withdrawn")
    assert status_of(complaint_of(filed)).state == State.WITHDRAWN


def test_what_is_written_after_the_release_is_told_in_the_case(partner_a, ilir):
    row, filed = quarantined(partner_a)
    case = quarantine.release(row.pk, actor=actor_of(ilir))
    complainant_answered(filed.complaint, text="Tani.")
    assert CaseEvent.objects.filter(case=case, action="case.complainant_wrote").exists()


# Merged


def test_merged_it_is_a_duplicate_of_the_case_that_is_worked(partner_a, ilir):
    original = file(partner_a).case
    row, filed = quarantined(partner_a)
    case = quarantine.merge(row.pk, original_id=original.pk, actor=actor_of(ilir))
    assert (case.state, case.duplicate_of) == (State.DUPLICATE, original)
    assert status_of(complaint_of(filed)).reference == case.reference


def test_it_is_merged_with_no_case_of_another_partner_and_nothing_happens(partner_a, partner_b, ilir):
    foreign = file(partner_b).case
    row, _filed = quarantined(partner_a)
    with pytest.raises(Invalid):
        quarantine.merge(row.pk, original_id=foreign.pk, actor=actor_of(ilir))
    assert Quarantined.objects.get() == row
    assert Case.objects.get() == foreign


# Deleted


def test_deleted_as_spam_nothing_of_it_is_left_but_a_number_and_a_line(partner_a, ilir):
    row, filed = named(partner_a)
    complainant_answered(filed.complaint, text="Bli tani!")
    keys = list(DataKey.objects.filter(subject_id__in=(row.case_id, filed.complaint.pk)))
    assert {key.purpose for key in keys} == {"case", "identity"}
    quarantine.delete_spam(row.pk, actor=actor_of(ilir))
    for model in (Complaint, Consent, Message, Receipt, ComplainantIdentity, Quarantined, Case):
        assert not model.objects.exists(), model
    for key in keys:
        key.refresh_from_db()
        assert key.wrapped is None and key.destroyed_at is not None
    count = DeletedSpam.objects.get()
    assert (count.partner, count.count, count.month.day) == (partner_a, 1, 1)
    line = AuditEvent.objects.get(action="complaint.deleted")
    assert (line.actor_id, line.target_id) == (ilir.pk, filed.complaint.pk)
    assert line.facts == {"reason": "spam", "noticed": ["trap_filled"]}


def test_the_receipt_of_deleted_spam_is_like_one_that_never_was(partner_a, ilir):
    row, filed = quarantined(partner_a)
    quarantine.delete_spam(row.pk, actor=actor_of(ilir))
    with pytest.raises(UnknownReceipt):
        open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)


def test_who_had_it_open_when_it_was_deleted_is_told_the_same(partner_a, ilir):
    row, filed = quarantined(partner_a)
    quarantine.delete_spam(row.pk, actor=actor_of(ilir))
    with pytest.raises(UnknownReceipt):
        complainant_answered(filed.complaint, text="Bli tani!")


def test_files_of_deleted_spam_go_with_it_rows_and_bytes(partner_a, ilir, django_capture_on_commit_callbacks):
    row, filed = quarantined(partner_a, files=(uploaded(b"%PDF-1.7 spam", "spam.pdf"),))
    complainant_added_files(filed.complaint, files=[uploaded(b"%PDF-1.7 more", "more.pdf")])
    ids = list(StoredFile.objects.values_list("pk", flat=True))
    assert len(ids) == 2 and all(blobs.exists(one) for one in ids)
    with django_capture_on_commit_callbacks(execute=True):
        quarantine.delete_spam(row.pk, actor=actor_of(ilir))
    assert not StoredFile.objects.exists()
    assert not any(blobs.exists(one) for one in ids)


def test_files_sent_before_the_release_are_in_the_case(partner_a, ilir):
    row, filed = quarantined(partner_a, files=(uploaded(b"%PDF-1.7 one", "one.pdf"),))
    complainant_added_files(filed.complaint, files=[uploaded(b"%PDF-1.7 two", "two.pdf")])
    case = quarantine.release(row.pk, actor=actor_of(ilir))
    assert [one.file.name for one in attachments_of(case.complaint)] == ["one.pdf", "two.pdf"]


def test_spam_is_counted_by_month_and_partner(partner_a, partner_b, ilir, nino):
    for partner, person in ((partner_a, ilir), (partner_a, ilir), (partner_b, nino)):
        row, _filed = quarantined(partner)
        quarantine.delete_spam(row.pk, actor=actor_of(person))
    counts = DeletedSpam.objects.order_by("count").values_list("partner", "count")
    assert list(counts) == [(partner_b.pk, 1), (partner_a.pk, 2)]


def test_a_case_is_never_deleted_as_spam(partner_a, ilir):
    row, _filed = quarantined(partner_a)
    quarantine.release(row.pk, actor=actor_of(ilir))
    with pytest.raises(NotFound):
        quarantine.delete_spam(row.pk, actor=actor_of(ilir))
    assert Case.objects.exists()


# Who may


@pytest.mark.parametrize(
    "person", ["observer", "researcher", "dafina", "nino", "giorgi", "admin", "outsider"]
)
def test_for_others_it_does_not_exist(partner_a, request, person):
    row, _filed = quarantined(partner_a)
    actor = actor_of(request.getfixturevalue(person))
    assert not Quarantined.objects.visible_to(actor).exists()
    for act in (quarantine.release, quarantine.delete_spam):
        with pytest.raises(NotFound):
            act(row.pk, actor=actor)
    assert Quarantined.objects.get() == row


# Many at once


def test_of_many_one_that_fails_leaves_the_others_alone(partner_a, partner_b, ilir):
    ours = [quarantined(partner_a)[0].pk for _ in range(3)]
    foreign = quarantined(partner_b)[0].pk
    quarantine.release(ours[1], actor=actor_of(ilir))
    done = quarantine.release_many([ours[0], ours[1], foreign, ours[2], ours[0]], actor=actor_of(ilir))
    assert [one.id for one in done] == [ours[0], ours[1], foreign, ours[2]]
    assert [one.problem and one.problem.code for one in done] == [None, "not_found", "not_found", None]
    assert Case.objects.count() == 3
    assert Quarantined.objects.get().pk == foreign


def test_two_hundred_are_deleted_in_one_go(partner_a, ilir):
    rows = [quarantined(partner_a)[0].pk for _ in range(20)]
    done = quarantine.delete_many(rows, actor=actor_of(ilir))
    assert not any(one.problem for one in done)
    assert DeletedSpam.objects.get().count == 20
    assert not Complaint.objects.exists()


# At the same moment


@pytest.mark.usefixtures("shared_by_threads")
def test_pressed_twice_one_case_opens(partner_a, ilir):
    row, _filed = quarantined(partner_a)
    actor = actor_of(ilir)
    done = in_threads(4, lambda number: quarantine.release_many([row.pk], actor=actor)[0])
    assert sorted(str(one.problem) for one in done) == ["None"] + ["not_found"] * 3
    assert Case.objects.count() == 1


@pytest.mark.usefixtures("shared_by_threads")
def test_released_while_it_is_deleted_it_is_one_of_both(partner_a, ilir):
    actor = actor_of(ilir)
    rows = [quarantined(partner_a)[0].pk for _ in range(6)]

    def act(number):
        many = quarantine.release_many if number % 2 else quarantine.delete_many
        return [one.id for one in many(rows, actor=actor) if one.problem is None]

    done = in_threads(4, act)
    assert sorted(one for some in done for one in some) == sorted(rows)
    assert not Quarantined.objects.exists()
    assert Case.objects.count() == Complaint.objects.count()
    deleted = sum(DeletedSpam.objects.values_list("count", flat=True))
    assert Case.objects.count() + deleted == 6


@pytest.mark.usefixtures("shared_by_threads")
def test_written_while_it_is_released_the_message_is_there(partner_a, ilir):
    row, filed = quarantined(partner_a)
    actor = actor_of(ilir)

    def act(number):
        if number == 0:
            return quarantine.release(row.pk, actor=actor)
        return complainant_answered(filed.complaint, text=f"Mesazhi {number}")

    in_threads(4, act)
    assert Case.objects.get().complaint == filed.complaint
    assert Message.objects.filter(complaint=filed.complaint).count() == 3
    told = AuditEvent.objects.filter(
        action__in=("case.complainant_wrote", "complaint.complainant_wrote")
    ).count()
    assert told == 3


@pytest.mark.usefixtures("shared_by_threads")
def test_written_while_it_is_deleted_nothing_is_left_behind(partner_a, ilir):
    row, filed = quarantined(partner_a)
    actor = actor_of(ilir)

    def act(number):
        try:
            if number == 0:
                quarantine.delete_spam(row.pk, actor=actor)
            else:
                complainant_answered(filed.complaint, text="Mesazh")
        except UnknownReceipt:
            return "unknown"
        return "done"

    assert in_threads(4, act)[0] == "done"
    assert not Message.objects.exists()
    assert not Complaint.objects.exists()


# Forgotten by nobody


def test_after_a_week_a_line_reminds_once_and_nothing_is_deleted(partner_a, partner_b):
    quarantined(partner_a), quarantined(partner_a), quarantined(partner_b)
    assert tasks.remind_of_quarantine.call() == 0
    with clock.frozen(clock.now() + timedelta(days=7, minutes=1)):
        assert tasks.remind_of_quarantine.call() == 3
        assert tasks.remind_of_quarantine.call() == 0
    lines = AuditEvent.objects.filter(action="quarantine.overdue")
    assert {line.chain_id: line.facts["waiting"] for line in lines} == {partner_a.pk: 2, partner_b.pk: 1}
    assert Quarantined.objects.count() == 3
