"""Coming back with a receipt: how the complaint stands, what was written, and a box to answer in."""

import secrets
from dataclasses import fields
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from backend.cases.services.conversation import complainant_answered
from backend.cases.services.status import ReferralStatus, status_of
from backend.cases.stages import Stage, State
from backend.common.errors import Invalid, Problem, TooMany
from backend.common.languages import Language, current_language, label_in
from backend.complaints.models import Complaint
from backend.complaints.services import complaint_of_receipt, latest_messages, open_running_receipt
from backend.intake.models import ReceiptVisit
from backend.intake.pages.visiting import hand_over, remember_language, speak, take_back, token_of
from backend.intake.services import visits

Content = visits.Content
# The stages in words for somebody who waits, not for somebody who works.
STAGES: Final = {
    Stage.INTAKE: _("We read your complaint"),
    Stage.REFERRAL: _("We take it to the institution"),
    Stage.FOLLOW_UP: _("We look at the answer"),
    Stage.RESOLUTION: _("You learn the outcome"),
}
LONGEST_TYPED: Final = 60_000


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """One address for all: closed, opened, written, closed again."""
    token = token_of(request, ReceiptVisit)
    content = visits.read(ReceiptVisit, token) if token else None
    complaint = complaint_of_receipt(content["receipt"]) if content else None
    go = request.POST.get("go", "")
    if go.startswith("language:"):
        return _in_other_language(request, token, content, go.removeprefix("language:"))
    if content is None or complaint is None:
        return _without_visit(request, go)
    if request.method == "POST":
        return _acted(request, token, content, complaint, go)
    visits.renew(ReceiptVisit, token)
    return _opened(request, content, complaint)


def _without_visit(request: HttpRequest, go: str) -> HttpResponse:
    if go == "write":
        # Somebody wrote for longer than a visit lasts: the words are not lost.
        told = _("This page was closed after 15 minutes. Open it again: your message is still here.")
        return _closed(request, problem=told)
    return _open(request) if go == "open" else _closed(request)


def _in_other_language(request: HttpRequest, token: str, content: Content | None, code: str) -> HttpResponse:
    """The same page in another language, with what was typed still there."""
    language = speak(request, code)
    if content is not None:
        typed = request.POST.get("text", "")[:LONGEST_TYPED]
        visits.change(ReceiptVisit, token, lambda kept: kept.update(text=typed))
        response: HttpResponse = HttpResponseRedirect(reverse("receipt"))
    else:
        response = _closed(request)
    remember_language(response, language.value)
    return response


def _closed(request: HttpRequest, *, status: int = 200, **page: Any) -> HttpResponse:
    typed = {name: request.POST.get(name, "")[:LONGEST_TYPED] for name in ("number", "secret", "text")}
    shown = {"language": current_language().value, "page_languages": Language, **typed, **page}
    return render(request, "intake/receipt_closed.html", shown, status=status)


def _open(request: HttpRequest) -> HttpResponse:
    number, secret = request.POST.get("number", "")[:60], request.POST.get("secret", "")[:120]
    try:
        opened = open_running_receipt(number=number, secret=secret)
    except Problem as problem:
        wrong = problem.errors[0].field if isinstance(problem, Invalid) else ""
        response = _closed(request, status=problem.status, problem=problem.title, wrong_field=wrong)
        if isinstance(problem, TooMany):
            response.headers["Retry-After"] = str(problem.retry_after)
        return response
    # The digits are not kept, not even sealed: the receipt's id opens this visit and nothing else.
    text = request.POST.get("text", "")[:LONGEST_TYPED]
    content = {"receipt": str(opened.pk), "turn": _new_turn(), "text": text}
    response = HttpResponseRedirect(reverse("receipt"))
    hand_over(response, ReceiptVisit, visits.begin(ReceiptVisit, content))
    return response


def _acted(request: HttpRequest, token: str, content: Content, complaint: Complaint, go: str) -> HttpResponse:
    response = HttpResponseRedirect(reverse("receipt"))
    if go == "close":
        visits.forget(ReceiptVisit, token)
        take_back(response, ReceiptVisit)
    elif go == "write":
        return _written(request, token, content, complaint) or response
    return response


def _written(request: HttpRequest, token: str, content: Content, complaint: Complaint) -> HttpResponse | None:
    """Take a message in, once however often its button was pressed. Gives a page where it was refused."""
    text, turn = request.POST.get("text", ""), request.POST.get("turn", "")

    def write(kept: Content) -> None:
        if kept["turn"] == turn:
            complainant_answered(complaint, text=text)
            kept.update(turn=_new_turn(), text="", sent=True)

    try:
        visits.change(ReceiptVisit, token, write)
    except Invalid as refused:
        typed = content | {"text": text[:LONGEST_TYPED], "sent": False}
        return _opened(request, typed, complaint, status=400, problem=refused.errors[0].message)
    return None


def _opened(
    request: HttpRequest, content: Content, complaint: Complaint, *, status: int = 200, **page: Any
) -> HttpResponse:
    told = status_of(complaint)
    shown = {
        "language": current_language().value,
        "page_languages": Language,
        "status": told,
        "stages": _stages(told.stage),
        "referrals": [_referral(referral) for referral in told.referrals],
        "messages": latest_messages(complaint),
        "waiting": told.state == State.AWAITING_COMPLAINANT,
        "time_zone": complaint.partner.time_zone,
        "turn": content["turn"],
        "text": content.get("text", ""),
        "sent": content.get("sent"),
    }
    return render(request, "intake/receipt_opened.html", shown | page, status=status)


def _stages(stage: Stage) -> list[tuple[Any, bool]]:
    """The way of a complaint with the place where it is; nothing for one that left the way."""
    return [(label, step == stage) for step, label in STAGES.items()] if stage in STAGES else []


def _referral(referral: ReferralStatus) -> dict[str, Any]:
    told = {field.name: getattr(referral, field.name) for field in fields(ReferralStatus)}
    return told | {"name": label_in(referral.institution)}


def _new_turn() -> str:
    return secrets.token_urlsafe(9)
