"""Connections to a partner's mail servers: encrypted, to hosts that may be reached, signed in."""

import imaplib
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import socket
from typing import Any

from django.conf import settings

from backend.correspondence.hosts import PATIENCE, HostRefused, connect
from backend.correspondence.models import MailAccount
from backend.correspondence.stages import AccountProblem, Protection

# What the other side is told of this machine: nothing. smtplib would tell its name.
_HELLO = "[127.0.0.1]"


class AccountError(Exception):
    """The account cannot be used now. Holds a code and never what the server said: that quotes addresses."""

    def __init__(self, problem: AccountProblem, status: str = "") -> None:
        self.problem, self.status = problem, status
        super().__init__(problem.value)


@contextmanager
def smtp_session(account: MailAccount) -> Iterator[smtplib.SMTP]:
    """A session with the account's server, signed in and ready for MAIL FROM. Raises AccountError."""
    session = _opened_smtp(account)
    try:
        yield session
    finally:
        # What was said before stands: how the two part changes nothing.
        with suppress(smtplib.SMTPException, OSError):
            session.quit()


def open_imap(account: MailAccount) -> imaplib.IMAP4:
    """A session with the account's IMAP server, signed in; the caller logs out. Raises AccountError."""
    with _told_apart():
        session = _opened_imap(account)
        try:
            _sign_in_to_imap(session, account)
        except BaseException:
            with suppress(imaplib.IMAP4.error, OSError):
                session.shutdown()
            raise
        return session


def _opened_smtp(account: MailAccount) -> smtplib.SMTP:
    with _told_apart():
        kind = _SmtpTls if account.smtp_protection == Protection.TLS else _Smtp
        session = kind(account)
        try:
            if account.smtp_protection == Protection.STARTTLS:
                session.starttls(context=tls_context())
            session.ehlo()
            if account.smtp_user:
                session.login(_Utf8(account.smtp_user), _Utf8(account.smtp_password or ""))
        except BaseException:
            session.close()
            raise
        return session


def _opened_imap(account: MailAccount) -> imaplib.IMAP4:
    if account.imap_protection == Protection.TLS:
        return _ImapTls(account)
    session = _Imap(account)
    if account.imap_protection == Protection.STARTTLS:
        session.starttls(ssl_context=tls_context())
    return session


def _sign_in_to_imap(session: imaplib.IMAP4, account: MailAccount) -> None:
    user, password = account.imap_user, account.imap_password or ""
    if "AUTH=PLAIN" in session.capabilities:
        session.authenticate("PLAIN", lambda _asked: f"\0{user}\0{password}".encode())
    else:
        session.login(user, password)


def tls_context() -> ssl.SSLContext:
    """Certificates are checked, against an authority of the installation's own where settings name one."""
    context = ssl.create_default_context()
    if settings.DOSJA_MAIL_CA_FILE:
        context.load_verify_locations(settings.DOSJA_MAIL_CA_FILE)
    return context


@contextmanager
def _told_apart() -> Iterator[None]:
    """What failed, as a code. "from None": the errors of the libraries quote what the server said."""
    try:
        yield
    except HostRefused:
        raise AccountError(AccountProblem.HOST_NOT_ALLOWED) from None
    except smtplib.SMTPAuthenticationError as refused:
        raise AccountError(AccountProblem.LOGIN_REFUSED, str(refused.smtp_code)) from None
    except (ssl.SSLError, ssl.CertificateError, smtplib.SMTPNotSupportedError):
        raise AccountError(AccountProblem.TLS_FAILED) from None
    except smtplib.SMTPServerDisconnected:
        raise AccountError(AccountProblem.UNREACHABLE) from None
    except smtplib.SMTPResponseException as refused:
        raise AccountError(AccountProblem.PROTOCOL, str(refused.smtp_code)) from None
    except imaplib.IMAP4.abort:
        raise AccountError(AccountProblem.UNREACHABLE) from None
    except imaplib.IMAP4.error as refused:
        raise AccountError(_of_imap(refused)) from None
    except smtplib.SMTPException:
        raise AccountError(AccountProblem.PROTOCOL) from None
    except OSError:
        raise AccountError(AccountProblem.UNREACHABLE) from None
    except UnicodeError:
        raise AccountError(AccountProblem.LOGIN_REFUSED) from None


def _of_imap(refused: imaplib.IMAP4.error) -> AccountProblem:
    """imaplib has one error for everything; TLS that is not offered, it says in words of its own."""
    told = str(refused)
    return AccountProblem.TLS_FAILED if "TLS" in told else AccountProblem.LOGIN_REFUSED


class _Utf8(str):
    """A name or password as RFC 4616 wants it. smtplib knows ASCII only."""

    __slots__ = ()

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        return super().encode("utf-8", errors)


class _Smtp(smtplib.SMTP):
    """Connects to hosts that may be reached, and to no other."""

    def __init__(self, account: MailAccount) -> None:
        self._only_here = account.smtp_protection == Protection.NONE
        super().__init__(account.smtp_host, account.smtp_port, local_hostname=_HELLO, timeout=PATIENCE)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:
        return connect(host, port, only_here=self._only_here, timeout=timeout)

    def auth_plain(self, challenge: Any = None) -> str:
        return _Utf8(super().auth_plain(challenge))

    def auth_login(self, challenge: Any = None) -> str:
        return _Utf8(super().auth_login(challenge))


class _SmtpTls(_Smtp):
    """The same, encrypted from the first byte."""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket:
        plain = super()._get_socket(host, port, timeout)
        return tls_context().wrap_socket(plain, server_hostname=host)


class _Imap(imaplib.IMAP4):
    def __init__(self, account: MailAccount) -> None:
        self._only_here = account.imap_protection == Protection.NONE
        super().__init__(account.imap_host, account.imap_port, timeout=PATIENCE)

    def _create_socket(self, timeout: Any) -> socket:
        return connect(self.host, self.port, only_here=self._only_here, timeout=timeout)


class _ImapTls(_Imap):
    def _create_socket(self, timeout: Any) -> socket:
        return tls_context().wrap_socket(super()._create_socket(timeout), server_hostname=self.host)
