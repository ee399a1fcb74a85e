"""After filing: the receipt is shown until four of its digits came back, then it is gone for good."""

import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from backend.complaints.receipt_codes import in_groups

PAGES: Final = {
    "receipt": "intake/receipt_shown.html",
    "ask": "intake/receipt_asked.html",
    "goodbye": "intake/goodbye.html",
}
GROUP: Final = 4
FULL_GROUPS: Final = 5


def page_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """What these pages show; where digits are asked for, the receipt stays hidden."""
    if content["step"] == "receipt":
        number, secret = content["receipt"]
        shown = {"receipt_number": in_groups(number), "receipt_secret": in_groups(secret)}
        return shown | {"reference": content["reference"], "wrong": content.get("wrong")}
    return {"asked": content.get("asked")}


def move(content: dict[str, Any], step: str, go: str, sent: Mapping[str, str]) -> None:
    """The next page for a button. A page that is older than the draft changes nothing."""
    if step != content["step"] or go.startswith("language:"):
        return
    if step == "receipt":
        content |= {"step": "ask", "asked": secrets.randbelow(FULL_GROUPS) + 1, "wrong": False}
    elif step == "ask" and go == "check" and _right(content, sent.get("digits", "")):
        kept = {name: content[name] for name in ("partner", "door") if name in content}
        content.clear()
        content |= kept | {"step": "goodbye"}
    elif step == "ask":
        content |= {"step": "receipt", "wrong": go == "check"}
    else:
        content["step"] = "over"


def _right(content: Mapping[str, Any], typed: str) -> bool:
    start = (content["asked"] - 1) * GROUP
    wanted = content["receipt"][1][start : start + GROUP]
    digits = "".join(str(unicodedata.decimal(char, "")) for char in typed)
    return hmac.compare_digest(digits.encode(), wanted.encode())
