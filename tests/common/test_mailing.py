"""The installation's mail, in a real conversation with a mail server on this machine."""

import smtplib
import ssl
from typing import Any

import pytest
from django.core import mail

from backend.common.mailing import (
    ConsoleBackend,
    MailDelayedError,
    MailRefusedError,
    MailUnclearError,
    send_plain,
)
from tests.mailbox import Postbox, free_port

SECRET_ADDRESS = "drita.kola@example.org"


def test_one_plain_mail_arrives_and_tells_nothing_of_this_machine(postbox: Postbox) -> None:
    send_plain(SECRET_ADDRESS, "Lajm – ახალი", "Ka diçka të re.\n")
    [came] = postbox.taken
    assert came["To"] == SECRET_ADDRESS
    assert came["From"] == "News <news@post.example>"
    assert came["Message-ID"].endswith("@post.example>")
    assert came["Auto-Submitted"] == "auto-generated"
    payload = came.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().strip() == "Ka diçka të re."
    assert not came.is_multipart()


@pytest.mark.parametrize(("at", "answer"), [("RCPT", "550 no such user"), ("DATA", "554 unwanted")])
def test_a_refusal_for_good_is_told_without_the_address(postbox: Postbox, at: str, answer: str) -> None:
    postbox.answers[at] = answer
    with pytest.raises(MailRefusedError) as told:
        send_plain(SECRET_ADDRESS, "News", "x")
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert SECRET_ADDRESS not in repr(told.value)


@pytest.mark.parametrize(("at", "answer"), [("RCPT", "451 greylisted"), ("DATA", "452 full")])
def test_a_server_that_asks_for_patience_may_be_tried_again(postbox: Postbox, at: str, answer: str) -> None:
    postbox.answers[at] = answer
    with pytest.raises(MailDelayedError):
        send_plain(SECRET_ADDRESS, "News", "x")


def test_a_server_that_is_not_there_may_be_tried_again(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    with pytest.raises(MailDelayedError):
        send_plain(SECRET_ADDRESS, "News", "x")


def test_a_connection_that_breaks_after_the_mail_was_handed_over_leaves_it_unclear(postbox: Postbox) -> None:
    postbox.hangs_up_at = "DATA"
    with pytest.raises(MailUnclearError):
        send_plain(SECRET_ADDRESS, "News", "x")
    assert len(postbox.taken) == 1


def test_a_server_that_dislikes_our_sender_blames_nobody_for_good(postbox: Postbox) -> None:
    postbox.answers["MAIL"] = "550 not you"
    with pytest.raises(MailDelayedError) as told:
        send_plain(SECRET_ADDRESS, "News", "x")
    assert not isinstance(told.value, MailUnclearError)


def test_a_parting_that_fails_is_no_failure_of_the_mail(postbox: Postbox) -> None:
    postbox.hangs_up_at = "QUIT"
    send_plain(SECRET_ADDRESS, "News", "x")
    assert len(postbox.taken) == 1


def test_a_server_without_the_demanded_encryption_gets_no_mail(postbox: Postbox, settings: Any) -> None:
    settings.EMAIL_USE_TLS = True
    with pytest.raises(MailDelayedError):
        send_plain(SECRET_ADDRESS, "News", "x")
    assert not postbox.taken


def test_the_certificate_of_the_server_is_looked_at(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_SSL = True
    backend: Any = mail.get_connection()
    assert backend.ssl_context.verify_mode is ssl.CERT_REQUIRED
    assert backend.ssl_context.check_hostname


def test_the_console_of_development_names_no_address(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="dosja.mail")
    ConsoleBackend().send_messages([mail.EmailMessage("News", "There is news.", "a@b.c", [SECRET_ADDRESS])])
    assert "There is news." in caplog.text
    assert SECRET_ADDRESS not in caplog.text


def test_a_line_end_in_a_subject_cannot_add_a_header(postbox: Postbox) -> None:
    with pytest.raises((ValueError, smtplib.SMTPException)):
        send_plain(SECRET_ADDRESS, "News\nBcc: x@example.org", "x")
    assert not postbox.taken
