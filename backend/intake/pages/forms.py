"""A partner's form: one address, one page per step, everything typed kept in the sealed draft."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from backend.common import clock
from backend.common.errors import Invalid
from backend.common.languages import Language, current_language
from backend.intake.models import Draft
from backend.intake.pages import receipts_shown, review
from backend.intake.pages.answers import statement_of, take_in
from backend.intake.pages.steps import BY_NAME, REVIEW, first_wrong, on_the_way
from backend.intake.pages.visiting import hand_over, speak, take_back, token_of
from backend.intake.services import file_draft, visits
from backend.partners.actors import Actor
from backend.partners.models import Partner

Content = visits.Content


@require_safe
def without_language(request: HttpRequest, slug: str) -> HttpResponse:
    """To the form in the language of the browser."""
    _running(slug)
    return HttpResponseRedirect(reverse("form", args=[slug, current_language().value]))


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """Show the step that the draft is at, or take in what was typed and go where was asked."""
    speaks, partner = speak(request, language), _running(slug)
    token = token_of(request, Draft)
    content = visits.read(Draft, token) if token else None
    if content is not None and content["partner"] != slug:
        token, content = "", None
    if request.method == "POST":
        sheet = receipts_shown.answer(request, content, speaks) if content else None
        return sheet or _taken_in(request, partner, speaks, token, content)
    return _shown(request, partner, speaks, content or _new(slug))


def _running(slug: str) -> Partner:
    partner = Partner.objects.filter(slug=slug, is_active=True).first()
    if partner is None:
        raise Http404
    return partner


def _new(slug: str) -> Content:
    return {"partner": slug, "step": "way", "answers": {}}


def _shown(request: HttpRequest, partner: Partner, language: Language, content: Content) -> HttpResponse:
    step = content["step"]
    page: dict[str, Any] = {"partner": partner, "language": language.value, "page_languages": Language}
    page |= {"step": step, "lost": content.get("lost")}
    if step in receipts_shown.PAGES:
        return render(request, receipts_shown.PAGES[step], page | receipts_shown.page_of(content))
    steps = on_the_way(content["answers"])
    page |= {"number": len(steps) + 1, "count": len(steps) + 1}
    if step == REVIEW:
        return render(request, "intake/review.html", page | review.page_of(content["answers"], partner))
    page["number"] = [known.name for known in steps].index(step) + 1 if BY_NAME[step] in steps else 1
    checked = content.get("checked") == step
    asked = BY_NAME[step](content["answers"], partner, checked=checked)
    return render(request, "intake/step.html", page | {"form": asked, "checked": checked})


def _taken_in(
    request: HttpRequest, partner: Partner, language: Language, token: str, content: Content | None
) -> HttpResponse:
    """Keep what was sent, move, and redirect to the page that is now due."""
    go, target = request.POST.get("go", "next"), language.value
    if go.startswith("language:") and go.removeprefix("language:") in Language.values:
        target = go.removeprefix("language:")
    response = HttpResponseRedirect(reverse("form", args=[partner.slug, target]))
    if content is None:
        content = _new(partner.slug)
        # The step was not the first, so there was a draft: it ran out, or the browser was closed.
        if request.POST.get("step", "way") != "way":
            content["lost"] = "just now"
        token = visits.begin(Draft, content)
        hand_over(response, Draft, token)
    changed = visits.change(Draft, token, _mover(request, partner, go))
    if changed and changed["step"] == REVIEW and go == "file":
        _file(token, changed["answers"], partner, language)
    if changed and changed["step"] == "over":
        visits.forget(Draft, token)
        take_back(response, Draft)
    return response


def _mover(request: HttpRequest, partner: Partner, go: str) -> Callable[[Content], None]:
    def move(content: Content) -> None:
        step = request.POST.get("step", "")
        if content["step"] in receipts_shown.PAGES:
            receipts_shown.move(content, step, go, request.POST)
            return
        if step in BY_NAME:
            take_in(content["answers"], step, request.POST, partner)
        if content.pop("lost", None) == "just now":
            # From the beginning, with what this one page held.
            content["lost"] = "to be told"
        else:
            _go(content, step, go, partner)

    return move


def _go(content: Content, step: str, go: str, partner: Partner) -> None:
    """Where the draft stands after a button was pressed on a step."""
    answers = content["answers"]
    here = step if step in BY_NAME or step == REVIEW else content["step"]
    names = [known.name for known in on_the_way(answers)] + [REVIEW]
    at = names.index(here) if here in names else 0
    content["checked"] = content.get("checked") if go.startswith("language:") else None
    content["step"] = names[at]
    if go == "back":
        content["step"] = names[max(at - 1, 0)]
    elif go.startswith("to:") and go.removeprefix("to:") in names:
        content["step"], content["returning"] = go.removeprefix("to:"), True
    elif go == "next" and here in BY_NAME:
        _go_on(content, here, names, partner)
    elif go == "file" and (wrong := first_wrong(answers, partner)):
        content["step"] = content["checked"] = wrong


def _go_on(content: Content, here: str, names: list[str], partner: Partner) -> None:
    """Past a page that is right; from a page that was changed afterwards, straight back to the review."""
    answers = content["answers"]
    if not BY_NAME[here](answers, partner).is_valid():
        content["step"] = content["checked"] = here
    elif content.get("returning"):
        content["step"] = first_wrong(answers, partner) or REVIEW
        content["returning"] = content["step"] != REVIEW
    else:
        content["step"] = names[names.index(here) + 1]


def _file(token: str, answers: dict[str, Any], partner: Partner, language: Language) -> None:
    today = clock.today(partner.time_zone)
    statement = statement_of(answers, partner, language, today)
    try:
        file_draft(token=token, partner=partner, statement=statement, actor=Actor.nobody())
    except Invalid:
        # A rule that no page asked about, such as an institution that was dissolved a minute ago.
        visits.change(Draft, token, lambda content: content.update(step="where", checked="where"))
