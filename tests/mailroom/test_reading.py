"""Mail that arrives in a partner's account: taken once, never lost, brought to its case by its mark."""

import imaplib
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError

from backend.cases.models import CaseEvent, Delivery, InstitutionAnswer, InstitutionReferral
from backend.cases.services import reply_tokens
from backend.common import clock
from backend.correspondence.models import Dispatch, MailAccount
from backend.files.models import StoredFile
from backend.mailroom.models import IncomingMail, Mailbox, MailFile
from backend.mailroom.services import reading, taking
from backend.mailroom.tasks import look_for_mail
from tests.files import samples
from tests.jobs.fixtures import RunJobs
from tests.mailroom.letters import OFFICE, WORDS, mail, report, with_file
from tests.mailserver.dovecot import Dovecot


def read(account: MailAccount, dovecot: Dovecot) -> list[str]:
    """One look into the mailbox; the states of all mails that are here, in order."""
    dovecot.own()
    reading.read_account(account.pk)
    return states()


def states() -> list[str]:
    return list(IncomingMail.objects.order_by("taken_at", "pk").values_list("state", flat=True))


def address_of(delivery: Delivery) -> str:
    account = MailAccount.objects.get()
    return reply_tokens.address_for_answers(fresh(delivery), account)


def fresh(delivery: Delivery) -> InstitutionReferral:
    return InstitutionReferral.objects.select_related("case__owner").get(pk=delivery.referral_id)


def message_id(delivery: Delivery) -> str:
    assert delivery.dispatch is not None
    return delivery.dispatch.message_id


# Taken once, never lost


def test_what_nobody_can_place_waits_for_somebody(account: MailAccount, dovecot: Dovecot) -> None:
    dovecot.put(with_file(mail(subject="Pyetje"), samples.pdf(), "shkresa.pdf"))
    assert read(account, dovecot) == ["triage"]
    row = IncomingMail.objects.get()
    assert (row.subject, row.text) == ("Pyetje", WORDS)
    assert row.sender == f"Kadastra Pukë <{OFFICE}>"
    assert [one.name for one in row.files.all()] == ["shkresa.pdf"]


def test_a_mail_is_not_taken_twice_however_often_the_mailbox_is_read(
    account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail())
    for _ in range(3):
        assert read(account, dovecot) == ["triage"]
    dovecot.put(mail(subject="Tjetër"))
    assert read(account, dovecot) == ["triage", "triage"]


def test_what_was_taken_is_marked_as_read_and_stays_in_the_mailbox(
    account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail())
    read(account, dovecot)
    (line,) = dovecot.flags()
    assert r"\Seen" in line


def test_a_mail_that_somebody_read_in_a_mail_program_first_is_taken_all_the_same(
    account: MailAccount, dovecot: Dovecot
) -> None:
    read(account, dovecot)
    dovecot.put(mail(), flags="S")
    assert read(account, dovecot) == ["triage"]


def test_at_the_first_look_only_what_is_unread_is_taken(account: MailAccount, dovecot: Dovecot) -> None:
    dovecot.put(mail(subject="E lexuar"), flags="S")
    dovecot.put(mail(subject="E re"))
    read(account, dovecot)
    assert [row.subject for row in IncomingMail.objects.all()] == ["E re"]


def test_a_mailbox_that_is_built_anew_is_read_again_and_nothing_is_taken_twice(
    account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail())
    read(account, dovecot)
    dovecot.put(mail(subject="Meanwhile"), flags="S")
    dovecot.renumber()
    assert read(account, dovecot) == ["triage", "triage"]


def test_the_same_mail_by_two_ways_is_one(account: MailAccount, dovecot: Dovecot) -> None:
    raw = mail().as_bytes()
    dovecot.put(b"Delivered-To: zyra@pif.example\n" + raw)
    dovecot.put(b"Delivered-To: zyra+x@pif.example\nReceived: from a by b\n" + raw)
    assert read(account, dovecot) == ["triage"]


@pytest.mark.parametrize("at", ["before", "after"])
def test_a_worker_that_dies_over_a_mail_takes_it_the_next_time_and_once(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Before the transaction's end the mail is not here, after it the server does not know yet."""
    take = reading._take

    def dies(*given: Any) -> Any:
        if at == "after":
            take(*given)
        raise KeyboardInterrupt

    dovecot.put(mail())
    dovecot.put(mail(subject="E dyta"))
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_take", dies)
        with pytest.raises(KeyboardInterrupt):
            read(account, dovecot)
    assert read(account, dovecot) == ["triage", "triage"]


def test_half_of_a_mail_is_never_here(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*given: Any, **more: Any) -> Any:
        raise OperationalError("disk")

    dovecot.put(with_file(mail(), samples.pdf(), "a.pdf"))
    with monkeypatch.context() as patch:
        patch.setattr(taking, "keep_as_it_came", fails)
        with pytest.raises(OperationalError):
            read(account, dovecot)
    assert not (IncomingMail.objects.exists() or StoredFile.objects.exists() or MailFile.objects.exists())
    assert read(account, dovecot) == ["triage"]


def test_a_mail_over_which_we_stumble_keeps_out_none_behind_it(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = taking.referral_of, []

    def stumbles(found: Any) -> Any:
        seen.append(found.subject)
        if found.subject == "Gur":
            raise ZeroDivisionError
        return real(found)

    monkeypatch.setattr(taking, "referral_of", stumbles)
    dovecot.put(mail(subject="Gur"))
    dovecot.put(mail(subject="Tjetër"))
    assert read(account, dovecot) == ["triage", "triage"]
    first = IncomingMail.objects.order_by("taken_at").first()
    assert first is not None and first.remarks == ["unreadable"]
    assert first.original is not None


def test_without_room_the_mail_stays_where_it_is(
    account: MailAccount, dovecot: Dovecot, settings: Any
) -> None:
    dovecot.put(with_file(mail(), samples.pdf(), "a.pdf"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.files.blobs.has_room", lambda size: False)
        assert read(account, dovecot) == []
    assert r"\Seen" not in dovecot.flags()[0]
    assert read(account, dovecot) == ["triage"]


def test_a_mail_that_is_too_large_is_told_and_stays_in_the_mailbox(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_MAIL", 500)
    dovecot.put(mail(subject="E madhe", text="x" * 2000))
    assert read(account, dovecot) == ["triage"]
    row = IncomingMail.objects.get()
    assert (row.subject, row.remarks) == ("E madhe", ["too_large"])


def test_a_great_many_are_taken_in_several_rounds(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, run_jobs: RunJobs
) -> None:
    monkeypatch.setattr(reading, "MOST_AT_ONCE", 2)
    for number in range(5):
        dovecot.put(mail(subject=str(number)))
    look_for_mail.enqueue()
    run_jobs()
    assert sorted(row.subject or "" for row in IncomingMail.objects.all()) == list("01234")


def test_a_server_that_is_away_is_noted_and_asked_again(account: MailAccount, dovecot: Dovecot) -> None:
    dovecot.put(mail())
    dovecot.stop()
    try:
        assert read(account, dovecot) == []
        assert MailAccount.objects.get().last_problem == "unreachable"
    finally:
        dovecot.start()
    assert read(account, dovecot) == ["triage"]
    assert MailAccount.objects.get().last_problem == ""


def test_a_folder_that_is_not_there_is_noted(account: MailAccount, dovecot: Dovecot) -> None:
    MailAccount.objects.update(imap_folder='Përgjigje "të reja"')
    assert read(account, dovecot) == []
    assert MailAccount.objects.get().last_problem in ("folder_missing", "protocol")


def test_a_session_that_breaks_in_the_middle_goes_on_the_next_time(
    account: MailAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched, calls = reading._fetched, []

    def breaks(*given: Any) -> Any:
        calls.append(1)
        if len(calls) == 2:
            raise imaplib.IMAP4.abort("gone")
        return fetched(*given)

    dovecot.put(mail(subject="1"))
    dovecot.put(mail(subject="2"))
    monkeypatch.setattr(reading, "_fetched", breaks)
    assert read(account, dovecot) == ["triage"]
    assert read(account, dovecot) == ["triage", "triage"]


def test_two_workers_at_once_take_each_mail_once(account: MailAccount, dovecot: Dovecot) -> None:
    """The second finds that the first was here, in the very transaction in which it would keep the mail."""
    dovecot.put(mail())
    read(account, dovecot)
    box = Mailbox.objects.get()
    again = taking.Fetched(mail(subject="Tjetër").as_bytes(), clock.now())
    assert not reading._take(account, box, box.last_uid, again)
    assert states() == ["triage"]


# Brought to its case


def test_an_answer_to_the_referrals_own_address_finds_it(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(with_file(mail(to=address_of(mailed)), samples.pdf(), "vendim.pdf"))
    assert "matched" in read(account, dovecot)
    answer = InstitutionAnswer.objects.get()
    assert (answer.way, answer.standing, answer.text) == ("email", "arrived", WORDS)
    assert [(one.sender, one.file.name) for one in answer.files.all()] == [("institution", "vendim.pdf")]
    # Until somebody says what it is, the clock runs on.
    assert fresh(mailed).state == "sent"
    assert CaseEvent.objects.filter(action="referral.answer_arrived").count() == 1


def test_an_answer_that_quotes_the_mark_finds_it(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    mark = reply_tokens.token_of(fresh(mailed))
    dovecot.put(mail(to="info@pif.example", text=f"{WORDS}\n\n> Ref: {mark}\n> ..."))
    read(account, dovecot)
    assert IncomingMail.objects.get(state="matched").trail == "token"


def test_an_answer_without_any_mark_is_found_as_a_reply(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail(In_Reply_To=message_id(mailed)))
    read(account, dovecot)
    assert IncomingMail.objects.get(state="matched").trail == "reply"


def test_a_mark_of_nobody_brings_a_mail_nowhere(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail(to="zyra+aaaaabbbbbcccccddddd@pif.example", In_Reply_To="<x@y.example>"))
    assert "triage" in read(account, dovecot)
    assert not InstitutionAnswer.objects.exists()


@pytest.mark.parametrize(
    "header", [{"Auto_Submitted": "auto-replied"}, {"X_Autoreply": "yes"}, {"Precedence": "auto_reply"}]
)
def test_a_machines_note_never_counts_as_an_answer(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot, header: dict[str, str]
) -> None:
    dovecot.put(mail(to=address_of(mailed), text="Jam me pushime.", **header))
    read(account, dovecot)
    answer = InstitutionAnswer.objects.get()
    assert (answer.standing, answer.is_automatic) == ("no_answer", True)
    assert fresh(mailed).state == "sent"


def test_a_registrys_program_that_sends_a_decision_is_looked_at(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    sent = mail(to=address_of(mailed), Auto_Submitted="auto-generated")
    dovecot.put(with_file(sent, samples.pdf(), "vendim.pdf"))
    read(account, dovecot)
    assert InstitutionAnswer.objects.get().standing == "arrived"


def test_the_day_counts_on_which_the_mail_arrived_not_the_one_on_which_it_was_read(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(mail(to=address_of(mailed)))
    today = clock.today("Europe/Tirane")
    with clock.frozen(clock.now() + timedelta(days=3)):
        read(account, dovecot)
    assert InstitutionAnswer.objects.get().answered_on == today


def test_files_that_are_not_taken_are_told_and_lie_in_the_original(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    sent = with_file(mail(to=address_of(mailed)), samples.pdf(), "vendim.pdf")
    dovecot.put(with_file(sent, b"MZ\x90\0 program", "vegla.exe", "application/octet-stream"))
    read(account, dovecot)
    row = IncomingMail.objects.get(state="matched")
    assert row.remarks == ["files_refused"]
    assert [(one.name, bool(one.refused)) for one in row.files.all()] == [
        ("vendim.pdf", False),
        ("vegla.exe", True),
    ]


# What servers say


def test_a_copy_of_our_own_mail_confirms_that_it_left_and_is_shown_nowhere(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    Dispatch.objects.update(state="unclear", sent_at=None)
    assert read(account, dovecot) == ["own_copy"]
    assert Dispatch.objects.get().state == "sent"
    row = IncomingMail.objects.get()
    assert row.data_key is None and row.original is None


@pytest.mark.parametrize("headers_only", [True, False])
def test_a_bounce_reaches_the_delivery(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot, headers_only: bool
) -> None:
    dovecot.put(report(message_id(mailed), headers_only=headers_only))
    assert "bounce" in read(account, dovecot)
    assert fresh(mailed).state == "delivery_failed"


def test_a_mail_that_is_late_is_only_noted(mailed: Delivery, account: MailAccount, dovecot: Dovecot) -> None:
    dovecot.put(report(message_id(mailed), action="delayed", status="4.4.1"))
    assert "bounce" in read(account, dovecot)
    assert fresh(mailed).state == "sent"


def test_a_bounce_of_our_own_copy_says_nothing_of_the_institution(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(report(message_id(mailed), recipient=account.address))
    read(account, dovecot)
    assert fresh(mailed).state == "sent"


def test_a_bounce_of_a_mail_that_is_not_ours_waits_for_somebody(
    account: MailAccount, dovecot: Dovecot
) -> None:
    dovecot.put(report("<somebody@else.example>"))
    assert read(account, dovecot) == ["triage"]
    assert IncomingMail.objects.get().remarks == ["automatic", "bounce"]


def test_a_mail_that_poses_as_our_own_copy_is_no_secret_way_past_us(
    mailed: Delivery, account: MailAccount, dovecot: Dovecot
) -> None:
    """The institution knows the Message-ID of our letter: under its own name it is an ordinary mail."""
    posing = mail()
    posing.replace_header("Message-ID", message_id(mailed))
    dovecot.put(posing)
    assert sorted(read(account, dovecot)) == ["own_copy", "triage"]
