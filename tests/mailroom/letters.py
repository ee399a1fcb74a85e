"""Mails as institutions, their servers and their machines write them."""

from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Any

from backend.common import clock

OFFICE = "zyra@kadastra.example"
WORDS = "Certifikata do të lëshohet brenda muajit."


def mail(
    *, to: str = "zyra@pif.example", text: str = WORDS, subject: str = "Përgjigje", **headers: Any
) -> EmailMessage:
    """An ordinary mail of the cadastre."""
    message = EmailMessage()
    message["From"] = headers.pop("from_", f"Kadastra Pukë <{OFFICE}>")
    message["To"], message["Subject"] = to, subject
    message["Date"], message["Message-ID"] = (
        format_datetime(clock.now()),
        make_msgid(domain="kadastra.example"),
    )
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def with_file(
    message: EmailMessage, content: bytes, name: str, kind: str = "application/pdf"
) -> EmailMessage:
    main, sub = kind.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message


def report(
    message_id: str,
    *,
    recipient: str = OFFICE,
    action: str = "failed",
    status: str = "5.1.1",
    headers_only: bool = False,
) -> bytes:
    """What a server writes that could not deliver a mail (RFC 3464)."""
    returned = f"From: zyra@pif.example\nTo: {recipient}\nMessage-ID: {message_id}\nSubject: Letter\n\n"
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    parts = (
        ("text/plain", "I'm sorry to have to inform you that your message could not be delivered.\n"),
        (
            "message/delivery-status",
            "Reporting-MTA: dns; mx.kadastra.example\n\n"
            f"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n"
            f"Diagnostic-Code: smtp; 550 {status} No such user\n",
        ),
        (kind, returned if headers_only else f"{returned}The letter.\n"),
    )
    head = (
        "From: Mail Delivery System <mailer-daemon@kadastra.example>\nTo: zyra@pif.example\n"
        f"Date: {format_datetime(clock.now())}\nMessage-ID: {make_msgid(domain='mx.example')}\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"\n\n'
    )
    body = "".join(f"--cut\nContent-Type: {kind}\n\n{content}\n" for kind, content in parts)
    return f"{head}{body}--cut--\n".encode()
