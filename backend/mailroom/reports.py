"""Delivery status notifications (RFC 3464), and what servers write that know none: which mail of ours did not
arrive, and whether it ever will."""

import re
from dataclasses import dataclass
from email.message import Message

from backend.mailroom.headers import content_of, header, ids_in, parts_of


@dataclass(frozen=True, slots=True)
class Report:
    """What a delivery status notification (RFC 3464) says of one mail of ours."""

    message_id: str
    status: str
    # It will not arrive; else it is late, and the server goes on trying.
    permanent: bool
    # Whom it was for.
    recipient: str = ""


def reports_in(message: Message) -> tuple[bool, list[Report]]:
    """Whether it is one at all, and what it says of which mail."""
    report_kind = str(message.get_param("report-type") or "").lower()
    is_report = message.get_content_type() == "multipart/report" and report_kind == "delivery-status"
    failed = header(message, "X-Failed-Recipients")
    if not is_report and not failed:
        return False, []
    # A server that speaks no RFC 3464 says at least that it failed.
    told = _recipients(message) or ([_Recipient("failed", "5.0.0", _address(failed[0]))] if failed else [])
    # Delivered, relayed: what was expected anyway.
    telling = [one for one in told if one.action in ("failed", "delayed")]
    return bool(telling) or is_report, [
        Report(found, one.status, one.action == "failed", one.address)
        for found in _returned_ids(message)
        for one in telling
    ]


@dataclass(frozen=True, slots=True)
class _Recipient:
    action: str
    status: str
    address: str


def _recipients(message: Message) -> list[_Recipient]:
    """What became of the mail for each of whom it was for."""
    found = []
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in parts_of(part):
            action = "".join(header(block, "Action")).strip().lower()
            status = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", "".join(header(block, "Status")))
            if action:
                address = next(iter(header(block, "Final-Recipient")), "")
                found.append(_Recipient(action, status[0] if status else "", _address(address)))
    return found[:20]


def _address(told: str) -> str:
    """`rfc822; somebody@example.org`"""
    return told.rpartition(";")[2].strip().strip("<>").lower()


def _returned_ids(message: Message) -> tuple[str, ...]:
    """The Message-ID of what came back: from the mail or its headers that the notification encloses."""
    found: list[str] = []
    is_plain_failure = bool(header(message, "X-Failed-Recipients"))
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for inner in parts_of(part):
                found += ids_in(inner, "Message-ID")
        elif kind == "text/rfc822-headers" or (kind == "text/plain" and is_plain_failure):
            text = content_of(part).decode("utf-8", "replace")
            told = re.findall(r"^message-id:\s*(<[^<>\s]{1,300}>)", text, re.IGNORECASE | re.MULTILINE)
            found += told
    return tuple(dict.fromkeys(found))[:10]
