"""A real SMTP server on loopback, with TLS and sign-in, that can refuse, delay, hang up and deliver.

with SmtpServer(protection="starttls", user="zyra", password="…") as server:
    server.answers["RCPT"] = "550 5.1.1 No such user"
    ...
    server.taken[0].message["Subject"]
"""

import inspect
import mailbox
import smtplib
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.mailbox import free_port
from tests.mailserver.certificates import certificates

Answer = str | Callable[[str], str]


@dataclass(frozen=True)
class Taken:
    """A mail that the server took, and how it came."""

    mail_from: str
    rcpt_tos: tuple[str, ...]
    message: EmailMessage
    raw: bytes
    was_encrypted: bool
    signed_in: bool


@dataclass
class SmtpServer:
    """Takes mail in, or does what it was told to.

    `answers[verb]`: what is said to MAIL, RCPT, DATA instead of 250: a text, or a function of the address.
    `hangs_up_at`: MAIL, RCPT, DATA (the mail is not taken) or TAKEN (taken, but the answer never comes).
    `before[verb]`: called when MAIL, RCPT, DATA or TAKEN is reached (the mail is in, nothing is said yet);
    what it gives back may be awaited.
    `delivers[address]`: a Maildir into which mail to that address goes, tags after + left out.
    """

    protection: str = "none"
    user: str = ""
    password: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    before: dict[str, Callable[[], object]] = field(default_factory=dict)
    delivers: dict[str, Path] = field(default_factory=dict)
    hangs_up_at: str = ""
    most_bytes: int = 40_000_000
    taken: list[Taken] = field(default_factory=list)

    host = "127.0.0.1"

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self.port = free_port()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_failed: object) -> None:
        self.stop()

    def start(self) -> Self:
        self._controller = _Controller(self)
        self._controller.start()
        return self

    def stop(self) -> None:
        self._controller.stop()

    def account(self, address: str = "zyra@pif.example", **changes: Any) -> dict[str, Any]:
        """What a partner's mail account says to leave through this server."""
        told = {"address": address, "smtp_host": self.host, "smtp_port": self.port}
        told |= {"smtp_protection": self.protection, "smtp_user": self.user}
        return told | ({"smtp_password": self.password} if self.user else {}) | changes

    def to(self, address: str) -> list[Taken]:
        """What was taken for an address."""
        return [one for one in self.taken if address in one.rcpt_tos]

    def copies(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        return Counter(str(one.message["Message-ID"]) for one in self.taken)

    # What aiosmtpd asks of a handler. ------------------------------------------------------------------

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await self._reached("MAIL", server)
        said = self._answer("MAIL", address)
        if said.startswith("2"):
            envelope.mail_from = address
        return said

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        await self._reached("RCPT", server)
        said = self._answer("RCPT", address)
        if said.startswith("2"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await self._reached("DATA", server)
        said = self._answer("DATA", "")
        if self.hangs_up_at != "DATA" and said.startswith("2"):
            self._take(session, envelope)
            await self._reached("TAKEN", server)
        return said

    async def _reached(self, point: str, server: SMTP) -> None:
        if act := self.before.get(point):
            done = act()
            if inspect.isawaitable(done):
                await done
        if self.hangs_up_at == point:
            assert server.transport is not None
            server.transport.abort()

    def _answer(self, verb: str, address: str) -> str:
        answer = self.answers.get(verb, "250 2.0.0 OK")
        return answer(address) if callable(answer) else answer

    def _take(self, session: Session, envelope: Envelope) -> None:
        raw = envelope.content
        assert isinstance(raw, bytes)
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        taken = Taken(
            envelope.mail_from or "",
            tuple(envelope.rcpt_tos),
            message,
            raw,
            session.ssl is not None or self.protection == "tls",
            bool(session.authenticated),
        )
        with self._lock:
            self.taken.append(taken)
            for address in taken.rcpt_tos:
                self._deliver(address, raw)

    def _deliver(self, address: str, raw: bytes) -> None:
        local, _, domain = address.partition("@")
        folder = self.delivers.get(f"{local.partition('+')[0]}@{domain}")
        if folder is not None:
            mailbox.Maildir(str(folder), create=True).add(raw)

    def signs_in(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
    ) -> AuthResult:
        """Whether a name and password are the ones."""
        assert isinstance(given, LoginPassword)
        expected = (self.user.encode(), self.password.encode())
        return AuthResult(success=(given.login, given.password) == expected, handled=False)


class _Controller(Controller):
    def __init__(self, server: SmtpServer) -> None:
        self._told = server
        context = certificates().server_context() if server.protection == "tls" else None
        super().__init__(server, hostname=server.host, port=server.port, ssl_context=context)

    def factory(self) -> SMTP:
        told = self._told
        starttls = told.protection == "starttls"
        return SMTP(
            told,
            hostname="mail.example",
            data_size_limit=told.most_bytes,
            tls_context=certificates().server_context() if starttls else None,
            require_starttls=starttls,
            authenticator=told.signs_in if told.user else None,
            auth_required=bool(told.user),
            # A connection that is encrypted from its first byte is no STARTTLS to aiosmtpd.
            auth_require_tls=starttls,
        )

    def _trigger_server(self) -> None:
        """The controller says hello to itself to see that it is up; under TLS, it must trust itself."""
        if self.ssl_context is None:
            super()._trigger_server()
            return
        import ssl

        context = ssl.create_default_context(cafile=certificates().authority)
        with smtplib.SMTP_SSL(self.hostname, self.port, context=context, timeout=10) as hello:
            hello.noop()
