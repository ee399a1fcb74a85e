"""Delivery status notifications (RFC 3464), and what servers write that know none: which mail of ours did not
arrive, and whether it ever will."""

import re
from dataclasses import dataclass
from email.message import Message

from backend.mailroom.headers import content_of, header, ids_in


@dataclass(frozen=True, slots=True)
class Report:
    """What a delivery status notification (RFC 3464) says of one mail of ours."""

    message_id: str
    status: str
    # It will not arrive; else it is late, and the server goes on trying.
    permanent: bool


def reports_in(message: Message) -> tuple[bool, list[Report]]:
    """Whether it is one at all, and what it says of which mail."""
    report_kind = str(message.get_param("report-type") or "").lower()
    is_report = message.get_content_type() == "multipart/report" and report_kind == "delivery-status"
    failed = header(message, "X-Failed-Recipients")
    if not is_report and not failed:
        return False, []
    ids = _returned_ids(message)
    # A server that speaks no RFC 3464 says at least for whom it failed.
    found = _statuses(message) or ([("failed", "5.0.0")] if failed else [])
    telling = [one for one in found if one[0] in ("failed", "delayed")]
    if not telling:
        # Delivered, relayed: what was expected anyway.
        return is_report, []
    action, status = next((one for one in telling if one[0] == "failed"), telling[0])
    return True, [Report(found_id, status, action == "failed") for found_id in ids]


def _statuses(message: Message) -> list[tuple[str, str]]:
    """Action and status of each recipient."""
    found = []
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        payload = part.get_payload()
        for block in payload if isinstance(payload, list) else []:
            action = "".join(header(block, "Action")).strip().lower()
            status = re.search(r"\b[245]\.\d{1,3}\.\d{1,3}\b", "".join(header(block, "Status")))
            if action:
                found.append((action, status[0] if status else ""))
    return found


def _returned_ids(message: Message) -> tuple[str, ...]:
    """The Message-ID of what came back: from the mail or its headers that the notification encloses."""
    found: list[str] = []
    is_plain_failure = bool(header(message, "X-Failed-Recipients"))
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            payload = part.get_payload()
            for inner in payload if isinstance(payload, list) else []:
                found += ids_in(inner, "Message-ID")
        elif kind == "text/rfc822-headers" or (kind == "text/plain" and is_plain_failure):
            text = content_of(part).decode("utf-8", "replace")
            told = re.findall(r"^message-id:\s*(<[^<>\s]{1,300}>)", text, re.IGNORECASE | re.MULTILINE)
            found += told
    return tuple(dict.fromkeys(found))[:10]
