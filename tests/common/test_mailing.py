"""The installation's mail, in a real conversation with a mail server on this machine."""

import smtplib
import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core import mail

from backend.common.mailing import ConsoleBackend, MailDelayedError, MailRefusedError, send_plain

SECRET_ADDRESS = "drita.kola@example.org"


class Postbox:
    """Takes mail in, or answers what it was told to."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content))
        return self.answers.get("DATA", "250 OK")


@pytest.fixture
def postbox(settings: Any) -> Iterator[Postbox]:
    box = Postbox()
    controller = Controller(box, hostname="127.0.0.1", port=0)
    # Asked for port 0, the controller still connects to itself under that number: take a free one first.
    controller.port = _free_port()
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.DEFAULT_FROM_EMAIL = "News <news@post.example>"
    yield box
    controller.stop()


def _free_port() -> int:
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", _free_port()
    with pytest.raises(MailDelayedError):
        send_plain(SECRET_ADDRESS, "News", "x")


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
