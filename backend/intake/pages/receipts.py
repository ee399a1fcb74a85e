"""Coming back with a receipt: one address, closed until number and secret open it; then a page of parts.

What the opened page shows and can do stands in `parts/`, one module for each matter.
"""

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from backend.cases.services.keys import keys_of_receipt
from backend.common import clock, secondlock
from backend.common.errors import Invalid, Problem, TooMany
from backend.common.languages import Language, current_language
from backend.complaints.models import Complaint
from backend.complaints.services import complaint_of_receipt, open_running_receipt
from backend.intake.models import ReceiptVisit
from backend.intake.pages.parts import BUTTONS, FIELDS, NOTICES, PARTS, TAKES_FILES, WORDS
from backend.intake.pages.parts.part import LONGEST_TYPED, Visit, new_turn
from backend.intake.pages.visiting import hand_over, remember_language, speak, take_back, token_of
from backend.intake.services import visits

Content = visits.Content


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponseBase:
    """One address for all: closed, opened, acted on, closed again."""
    token = token_of(request, ReceiptVisit)
    content = visits.read(ReceiptVisit, token) if token else None
    complaint = complaint_of_receipt(content["receipt"]) if content else None
    if complaint:
        secondlock.hold(keys_of_receipt(complaint))
    visit = _visit(request, token, content, complaint) if content and complaint else None
    go = request.POST.get("go", "")
    if go.startswith("language:"):
        return _in_other_language(request, visit, go.removeprefix("language:"))
    if visit is None:
        return _without_visit(request, go)
    if request.method == "POST":
        return _acted(visit, go)
    notice = _seen(visit)
    return _opened(visit, notice=NOTICES.get(notice))


def _visit(request: HttpRequest, token: str, content: Content, complaint: Complaint) -> Visit:
    visit = Visit(request, token, content, complaint)
    visit.fields = FIELDS
    return visit


def _seen(visit: Visit) -> str:
    """The visitor is still there; what was to be told once is told now."""
    if "notice" not in visit.content:
        visits.renew(ReceiptVisit, visit.token)
        return ""
    visits.change(ReceiptVisit, visit.token, lambda kept: kept.pop("notice", None))
    return str(visit.content["notice"])


def _without_visit(request: HttpRequest, go: str) -> HttpResponse:
    if go in BUTTONS and any(request.POST.get(name) for name in WORDS):
        # Somebody wrote for longer than a visit lasts: the words are not lost.
        told = _("This page was closed after 15 minutes. Open it again: what you wrote is still here.")
        return _closed(request, problem=told)
    return _open(request) if go == "open" else _closed(request)


def _in_other_language(request: HttpRequest, visit: Visit | None, code: str) -> HttpResponse:
    """The same page in another language, with what was typed still there."""
    language = speak(request, code)
    if visit is not None:
        _keep_typed(visit)
        response: HttpResponse = HttpResponseRedirect(reverse("receipt"))
    else:
        response = _closed(request)
    remember_language(response, language.value)
    return response


def _keep_typed(visit: Visit) -> None:
    typed = visit.typed
    visits.change(ReceiptVisit, visit.token, lambda kept: kept.update(typed=typed))


def _closed(request: HttpRequest, *, status: int = 200, **page: Any) -> HttpResponse:
    typed = {name: request.POST.get(name, "")[:LONGEST_TYPED] for name in ("number", "secret")}
    shown = {
        "language": current_language().value,
        "page_languages": Language,
        "day": pgettext("a day by the name of its month", "j F Y"),
        "words": [(name, label, text) for name, label in WORDS.items() if (text := _words(request, name))],
        **typed,
        **page,
    }
    return render(request, "intake/receipt_closed.html", shown, status=status)


def _words(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "")[:LONGEST_TYPED]


def _open(request: HttpRequest) -> HttpResponse:
    number, secret = request.POST.get("number", "")[:60], request.POST.get("secret", "")[:120]
    try:
        opened = open_running_receipt(number=number, secret=secret, proof=request.POST.get("proof", ""))
    except Problem as problem:
        return _not_opened(request, problem)
    # The digits are not kept, not even sealed: the receipt's id opens this visit and nothing else.
    typed = {name: text for name in WORDS if (text := _words(request, name))}
    begun = clock.now().isoformat()
    content = {"receipt": str(opened.pk), "turn": new_turn(), "typed": typed, "begun": begun}
    response = HttpResponseRedirect(reverse("receipt"))
    hand_over(response, ReceiptVisit, visits.begin(ReceiptVisit, content))
    return response


def _not_opened(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Why it did not open. While the number rests, a script finds a puzzle to solve instead of waiting."""
    page: dict[str, Any] = {"problem": problem.title}
    if isinstance(problem, Invalid):
        page["wrong_field"] = problem.errors[0].field
    if isinstance(problem, TooMany):
        page |= {"wait": problem.retry_after, "challenge": json.dumps(problem.facts.get("challenge"))}
    if opens_at := problem.facts.get("opens_at"):
        # The hour as the partner's clocks show it, not as ours do.
        page["opens_at"] = datetime.fromisoformat(opens_at).replace(tzinfo=None)
    response = _closed(request, status=problem.status, **page)
    if isinstance(problem, TooMany):
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def _acted(visit: Visit, go: str) -> HttpResponseBase:
    """Do what the button of a part stands for; a button that is nobody's keeps what was typed."""
    response = HttpResponseRedirect(reverse("receipt"))
    if go == "close":
        visits.forget(ReceiptVisit, visit.token)
        take_back(response, ReceiptVisit)
        return response
    act = BUTTONS.get(go.partition(":")[0])
    if act is None:
        _keep_typed(visit)
        return response
    try:
        return act(visit) or response
    except Problem as refused:
        return _refused(visit, refused)


def _refused(visit: Visit, refused: Problem) -> HttpResponse:
    """The page as it was sent, with what stands against it; nothing of it was done."""
    wrong = refused.errors if isinstance(refused, Invalid) else []
    response = _opened(
        visit,
        status=refused.status,
        problems=[(error.field, error.message) for error in wrong] or [("", refused.title)],
        errors={error.field: error.message for error in wrong},
    )
    if isinstance(refused, TooMany):
        response.headers["Retry-After"] = str(refused.retry_after)
    return response


def _opened(visit: Visit, *, status: int = 200, **page: Any) -> HttpResponse:
    alone = next((part for part in PARTS if part.alone(visit)), None)
    shown = {
        "alone": alone is not None,
        "language": current_language().value,
        "page_languages": Language,
        "status": visit.status,
        "time_zone": visit.complaint.partner.time_zone,
        "day": pgettext("a day by the name of its month", "j F Y"),
        "turn": visit.content["turn"],
        "typed": visit.typed,
        "takes_files": TAKES_FILES,
        "parts": [
            {"template": part.template, "context": context}
            for part in ((alone,) if alone else PARTS)
            if (context := part.shown(visit)) is not None
        ],
    }
    return render(visit.request, "intake/receipt_opened.html", shown | page, status=status)
