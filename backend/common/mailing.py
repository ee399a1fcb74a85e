"""The installation's own mail: one plain text to one address, handed to the mail server that settings name.

Letters to institutions leave through their partner's own account, not from here.
"""

import logging
import smtplib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

logger = logging.getLogger("dosja.mail")


class MailFailedError(Exception):
    """The mail did not leave. It never says to whom: exceptions reach logs."""


class MailDelayedError(MailFailedError):
    """The server could not be reached or asks for patience: the same mail may be sent later."""


class MailUnclearError(MailDelayedError):
    """The connection broke after the mail was handed over: it may have left or not. Whoever must not send a
    mail twice treats it as sent."""


class MailRefusedError(MailFailedError):
    """The server refuses this mail for good, such as for an address that does not exist."""


def mail_is_on() -> bool:
    """Whether this installation can send mail at all; without it nothing that needs mail is offered."""
    return bool(settings.DOSJA_MAIL_ON)


def mail_leaves() -> bool:
    """Whether mail with an address of ours in it reaches people: there is a server, and we know our name."""
    return bool(settings.EMAIL_HOST and settings.DOSJA_PUBLIC_ADDRESS)


def send_plain(to: str, subject: str, text: str, *, sender: str = "") -> None:
    """Hand one mail to the server now; call it from a job, it may take seconds.

    Raises MailDelayedError, MailUnclearError or MailRefusedError, with nothing of the mail in them.
    """
    sender = sender or settings.DEFAULT_FROM_EMAIL
    headers = {
        # Our own domain: the default would tell the name of this machine.
        "Message-ID": make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2] or "localhost"),
        # No out-of-office answers to these.
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    connection = get_connection()
    mail = EmailMessage(subject, text, sender, [to], headers=headers, connection=connection)
    try:
        connection.open()
    except (smtplib.SMTPException, OSError):
        # "from None", here and below: what the server says quotes the address.
        raise MailDelayedError() from None
    try:
        connection.send_messages([mail])
    except (smtplib.SMTPException, OSError) as failed:
        raise _told_apart(failed) from None
    finally:
        # The mail is with the server or is not: how the two part changes nothing.
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def _told_apart(failed: Exception) -> MailFailedError:
    if isinstance(failed, smtplib.SMTPRecipientsRefused):
        return _judged(code for code, _words in failed.recipients.values())
    if isinstance(failed, smtplib.SMTPDataError):
        return _judged([failed.smtp_code])
    # Of a sender that is not liked, or a greeting, nobody is to blame but the settings: it is tried again.
    clear = isinstance(failed, smtplib.SMTPResponseException | smtplib.SMTPNotSupportedError)
    return MailDelayedError() if clear else MailUnclearError()


def _judged(codes: Iterable[int]) -> MailFailedError:
    return MailRefusedError() if min(codes) >= 500 else MailDelayedError()


class ConsoleBackend(BaseEmailBackend):
    """Development without a mail server: what would be sent is written to the log, without its address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            logger.info("mail, not sent: %s\n%s", message.subject, message.body)
        return len(email_messages)
