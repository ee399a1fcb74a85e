"""After filing: the receipt is shown until four of its digits came back, then it is gone for good."""

import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from backend.common.languages import Language
from backend.complaints.receipt_codes import in_groups
from backend.intake.services.receipt_sheets import FILE_NAME, receipt_sheet

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


def answer(request: HttpRequest, content: Mapping[str, Any], language: Language) -> HttpResponse | None:
    """The receipt as a sheet, where its button was pressed while it is shown; otherwise nothing."""
    if (content["step"], request.POST.get("step"), request.POST.get("go")) != ("receipt", "receipt", "pdf"):
        return None
    number, secret = content["receipt"]
    return sheet(request, number, secret, language)


def sheet(request: HttpRequest, number: str, secret: str, language: Language) -> HttpResponse:
    """Number and secret as a PDF to keep. It is the answer to a POST, so that no address leads to it."""
    address = f"{request.get_host()}{reverse('receipt')}"
    made = receipt_sheet(number=number, secret=secret, address=address, language=language)
    disposition = f'attachment; filename="{FILE_NAME}"'
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": disposition})


def move(content: dict[str, Any], step: str, go: str, sent: Mapping[str, str]) -> None:
    """The next page for a button. A page that is older than the draft changes nothing."""
    if step != content["step"] or go == "pdf" or go.startswith("language:"):
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
