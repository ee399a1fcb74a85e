"""A mail taken apart: whoever wrote it, however broken it is, something readable comes out."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message
from typing import Final

from imap_tools import MailMessage
from imap_tools.utils import decode_value

from backend.cases.models.answers import LONGEST_ANSWER
from backend.mailroom.headers import content_of, header, ids_in
from backend.mailroom.models import LONGEST_FILE_NAME, LONGEST_SENDER, LONGEST_SUBJECT
from backend.mailroom.reports import Report, reports_in
from backend.mailroom.words import clean, one_line, text_of_html

_TAGGED: Final = re.compile(r"\+([a-z0-9]{20})@", re.IGNORECASE)
_MARK: Final = re.compile(r"(?<![A-Za-z0-9])[a-z0-9]{20}(?![A-Za-z0-9])")
# Whom a mail was for, as servers on its way write it down.
_RECIPIENTS: Final = (
    *("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to"),
    *("resent-to", "x-rcpt-to", "x-delivered-to"),
)
# What makes a mail the same mail, by whichever way and however often it comes.
_SAME: Final = ("message-id", "date", "from", "subject")
_AUTOMATIC_HEADERS: Final = ("x-autoreply", "x-autorespond", "x-auto-reply", "x-vacation", "x-mail-autoreply")
_AUTOMATIC_PRECEDENCE: Final = ("auto_reply", "auto-reply")
# A logo under somebody's name is no file of the answer.
_LARGEST_ORNAMENT: Final = 50_000
_MOST_MARKS: Final = 200
_MOST_FILES: Final = 60


@dataclass(frozen=True, slots=True, repr=False)
class ParsedFile:
    """A file of a mail, still to be judged."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, repr=False)
class ParsedMail:
    """What is known of a mail. It has no readable repr, because it holds what somebody wrote."""

    digest: str
    sender: str = ""
    subject: str = ""
    text: str = ""
    message_id: str = ""
    replies_to: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    files: tuple[ParsedFile, ...] = ()
    is_automatic: bool = False
    is_report: bool = False
    reports: tuple[Report, ...] = ()
    is_broken: bool = False
    # Of the sender, alone.
    address: str = ""


def parsed(raw: bytes) -> ParsedMail:
    """The mail that these bytes are."""
    digest = digest_of(raw)
    try:
        return _taken_apart(raw, digest)
    except Exception:
        # Whatever somebody sends must not stop what others sent; the original is kept.
        return ParsedMail(digest=digest, is_broken=True)


def digest_of(raw: bytes) -> str:
    """Of what the author wrote, without what servers added on the way."""
    head, _blank, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    told = dict.fromkeys(_SAME, b"")
    for line in re.sub(rb"\n[ \t]+", b" ", head).split(b"\n"):
        name, _colon, value = line.partition(b":")
        key = name.decode("ascii", "replace").strip().lower()
        if key in told:
            told[key] = told[key] or value.strip()
    digest = hashlib.sha256()
    for part in (*told.values(), body.rstrip()):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _taken_apart(raw: bytes, digest: str) -> ParsedMail:
    mail = MailMessage.from_bytes(raw)
    headers = mail.obj
    text = _told(lambda: mail.text) or text_of_html(_told(lambda: mail.html))
    subject = one_line(_told(lambda: mail.subject))
    is_report, reports = reports_in(headers)
    return ParsedMail(
        digest=digest,
        sender=one_line(_told(lambda: mail.from_values.full if mail.from_values else ""))[:LONGEST_SENDER],
        address=_told(lambda: mail.from_).strip().lower()[:LONGEST_SENDER],
        subject=subject[:LONGEST_SUBJECT],
        text=clean(text).strip()[:LONGEST_ANSWER],
        message_id=next(iter(ids_in(headers, "Message-ID")), ""),
        replies_to=(*ids_in(headers, "In-Reply-To"), *ids_in(headers, "References")),
        marks=_marks(headers, subject, text),
        files=tuple(_files(headers)),
        is_automatic=_is_automatic(headers),
        is_report=is_report,
        reports=tuple(reports),
    )


def _told(ask: Callable[[], str]) -> str:
    """What the library makes of it; broken headers and unknown alphabets say nothing."""
    try:
        return str(ask() or "")
    except Exception:
        return ""


def _marks(headers: Message, subject: str, text: str) -> tuple[str, ...]:
    """What may be the mark of a referral: first where it was addressed to, then where it is quoted."""
    addressed = [
        mark.lower()
        for name in _RECIPIENTS
        for told in header(headers, name)
        for mark in _TAGGED.findall(told)
    ]
    quoted = _MARK.findall(f"{subject}\n{text}")
    return tuple(dict.fromkeys([*addressed, *quoted]))[:_MOST_MARKS]


def _is_automatic(headers: Message) -> bool:
    """RFC 3834, and what programs did before it."""
    submitted = "".join(header(headers, "Auto-Submitted")).strip().lower()
    if submitted and not submitted.startswith("no"):
        return True
    if any(header(headers, name) for name in _AUTOMATIC_HEADERS):
        return True
    precedence = "".join(header(headers, "Precedence")).strip().lower()
    return precedence in _AUTOMATIC_PRECEDENCE


def _files(message: Message) -> Iterator[ParsedFile]:
    found = 0
    for part in _parts(message):
        name = _told(part.get_filename)  # type: ignore[arg-type]
        disposition = _told(part.get_content_disposition)  # type: ignore[arg-type]
        kind = part.get_content_type()
        if not name and disposition != "attachment" and kind.startswith(("text/", "multipart/")):
            continue
        content = content_of(part)
        is_ornament = (
            kind.startswith("image/") and part.get("Content-ID") and len(content) < _LARGEST_ORNAMENT
        )
        if not content or (is_ornament and disposition != "attachment"):
            continue
        found += 1
        if found > _MOST_FILES:
            return
        yield ParsedFile(one_line(_decoded(name))[:LONGEST_FILE_NAME], content)


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a mail, without looking into mails that it encloses and the reports of servers."""
    if message.get_content_type() in ("message/rfc822", "message/delivery-status", "text/rfc822-headers"):
        return
    payload = message.get_payload()
    if not isinstance(payload, list):
        yield message
        return
    for part in payload:
        if isinstance(part, Message):
            yield from _parts(part)


def _decoded(name: str) -> str:
    """Many programs write a file's name as if it were a header of the mail."""
    return _told(lambda: "".join(decode_value(*piece) for piece in decode_header(name))) or name
