"""A mail as a value, and as the bytes that a server takes."""

from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

# Nothing but ASCII in short lines: every server on the way takes that, whatever it knows.
_POLICY: Final = policy.SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes along, under a name of ours."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says, and to which address an answer goes."""

    subject: str
    text: str
    language: str
    attachments: tuple[Attached, ...] = ()
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom to whom, and under which Message-ID."""

    sender_name: str
    sender: str
    recipient: str
    message_id: str
    at: datetime


def message_of(mail: Mail, envelope: Envelope) -> bytes:
    """The mail as it is handed over. Tells nothing of this machine or program."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = Address(envelope.sender_name, addr_spec=plain_address(envelope.sender))
    message["To"] = Address(addr_spec=plain_address(envelope.recipient))
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(envelope.at)
    message["Message-ID"] = envelope.message_id
    if mail.reply_to:
        message["Reply-To"] = Address(addr_spec=plain_address(mail.reply_to))
    message.set_content(mail.text)
    for one in mail.attachments:
        main, _, sub = one.media_type.partition("/")
        message.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)
    # Last: what is said of the content before goes to its first part.
    message["Content-Language"] = mail.language
    return message.as_bytes()


def plain_address(address: str) -> str:
    """An address in ASCII: a domain in letters of a country is spelled as the network knows it."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"


def tagged(address: str, tag: str) -> str:
    """`zyra@pif.example` with a tag: `zyra+tag@pif.example`."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{tag}@{domain}"
