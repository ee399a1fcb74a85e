"""The page on which an institution answers a letter, through a link that opens this one thing."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import dates, translation
from django.utils.translation import pgettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from backend.cases.errors import AnswerLinkGone
from backend.cases.services import answer_links
from backend.cases.services.answer_links import Asked
from backend.common import clock
from backend.common.errors import Invalid, Problem
from backend.common.languages import Language
from backend.doorkeeping.senders import sender_of
from backend.doorkeeping.services import buckets
from backend.files.errors import FileRefused
from backend.files.kinds import CHOOSER
from backend.files.pages import reasons, receive
from backend.files.sealed import SealedUpload
from backend.mailroom.pages import forms

# From one place within an hour. A whole ministry may sit behind one address.
MOST_SENDINGS: Final = 120
MOST_UNKNOWN: Final = 200


@csrf_exempt  # The address is the secret: whoever can forge a sending here could as well send it himself.
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """What is asked, and the fields to answer it."""
    response = _answered(request, token)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@dataclass(slots=True)
class Sheet:
    """The page as somebody has it before him: what is asked, in which language, what is typed so far."""

    request: HttpRequest
    asked: Asked
    language: Language
    typed: dict[str, str]
    files: list[SealedUpload] = field(default_factory=list)
    refused_files: list[tuple[str, str]] = field(default_factory=list)


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    try:
        if request.method != "POST":
            asked = answer_links.open_link(token)
            typed = forms.blank(clock.today(asked.time_zone))
            return _shown(Sheet(request, asked, _language(request, asked), typed))
        if _too_many("answer sent", request, MOST_SENDINGS):
            return render(request, "mailroom/too_many.html", status=429)
        return _pressed(request, token, answer_links.look_at(token))
    except AnswerLinkGone as gone:
        return _gone(request, gone)


def _pressed(request: HttpRequest, token: str, asked: Asked) -> HttpResponse:
    """A button was pressed: the answer is sent, or the page comes again with all that was typed."""
    sent = receive(request)
    files = forms.carried(request, sent)
    sheet = Sheet(request, asked, _language(request, asked), forms.typed_in(request), files, sent.refused)
    if request.POST.get("go") != "send" or sheet.refused_files:
        return _shown(sheet)
    try:
        answer_links.answer_through(token, came=forms.came_in(sheet.typed), files=sheet.files)
    except AnswerLinkGone:
        raise
    except FileRefused as refused:
        return _without_lost(sheet, refused)
    except Problem as refused:
        return _refused(sheet, refused)
    # Reading the page again sends nothing twice. What comes now speaks the language that was chosen.
    return HttpResponseRedirect(f"{request.path}?language={sheet.language.value.lower()}")


def _without_lost(sheet: Sheet, refused: FileRefused) -> HttpResponse:
    """A file of an earlier sending is not here any more: the page goes on without it, and says so."""
    place = refused.errors[0].field.partition(".")[2]
    lost = sheet.files.pop(int(place)) if place.isdecimal() and int(place) < len(sheet.files) else None
    sheet.refused_files = [(lost.name if lost else "", refused.reason)]
    return _shown(sheet, status=400)


def _refused(sheet: Sheet, refused: Problem) -> HttpResponse:
    """The page as it was sent, with what stands against it."""
    wrong = refused.errors if isinstance(refused, Invalid) else []
    problems = [(error.field, error.message) for error in wrong] or [("", refused.title)]
    errors = {error.field: error.message for error in wrong}
    return _shown(sheet, status=refused.status, problems=problems, errors=errors)


def _language(request: HttpRequest, asked: Asked) -> Language:
    """The one that was chosen, else the letter's. The texts of the page follow it."""
    go = request.POST.get("go", "")
    wanted = go.removeprefix("language:") if go.startswith("language:") else request.POST.get("language", "")
    if not wanted:
        told = request.GET.get("language", "").lower()
        wanted = next((one.value for one in Language if one.value.lower() == told), "")
    chosen = Language(wanted) if wanted in Language.values else asked.languages[0]
    translation.activate(chosen.value.lower())
    request.LANGUAGE_CODE = chosen.value.lower()
    return chosen


def _shown(sheet: Sheet, *, status: int = 200, **page: Any) -> HttpResponse:
    shown = {
        "asked": sheet.asked,
        "letter": sheet.asked.part(sheet.language),
        "language": sheet.language.value,
        "page_languages": Language,
        "typed": sheet.typed,
        "months": [(str(number), name) for number, name in dates.MONTHS.items()],
        "files": forms.carrying(sheet.files),
        "refused_files": reasons(sheet.refused_files),
        "accept": CHOOSER,
        "day": pgettext("a day by the name of its month", "j F Y"),
    }
    return render(sheet.request, "mailroom/answer.html", shown | page, status=status)


def _gone(request: HttpRequest, gone: AnswerLinkGone) -> HttpResponse:
    """Used, it says thanks; everything else looks like an address that never was."""
    used_at = gone.facts.get("used_at")
    if used_at is None and _too_many("answer unknown", request, MOST_UNKNOWN):
        return render(request, "mailroom/too_many.html", status=429)
    shown = {
        "used_at": datetime.fromisoformat(used_at) if used_at else None,
        "day": pgettext("a day by the name of its month", "j F Y"),
    }
    return render(request, "mailroom/gone.html", shown, status=410)


def _too_many(kind: str, request: HttpRequest, most: int) -> bool:
    sender = sender_of(request)
    return bool(sender) and buckets.count(kind, sender) > most
