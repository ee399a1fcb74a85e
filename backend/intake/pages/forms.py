"""A partner's form: one address, one page per step, everything typed kept in the sealed draft."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from backend.common import clock
from backend.common.errors import Invalid
from backend.common.languages import Language, current_language
from backend.files.errors import REFUSALS
from backend.files.pages import Sent, reasons, receive
from backend.forms.form import Form
from backend.forms.models import FormVersion
from backend.forms.services import form_with_id
from backend.intake.models import Draft
from backend.intake.pages import receipts_shown, review, screened, sent_files
from backend.intake.pages.answers import statement_of, take_in
from backend.intake.pages.doors import PREVIEW, PUBLIC, Door
from backend.intake.pages.steps import REVIEW, first_wrong, step_of
from backend.intake.pages.visiting import speak
from backend.intake.pages.walk import Walk
from backend.intake.services import file_draft, visits
from backend.partners.models import Partner

Content = visits.Content


@dataclass(frozen=True)
class Visit:
    """One request of somebody who fills in a form."""

    request: HttpRequest
    door: Door
    partner: Partner
    language: Language
    version: FormVersion
    # Empty for somebody who has not sent anything yet.
    token: str
    content: Content

    def walk(self, content: Content) -> Walk:
        """The way that the answers of a draft make."""
        return Walk(self.door.asks(self.version.form), content["answers"], self.partner)


@require_safe
def without_language(request: HttpRequest, slug: str) -> HttpResponse:
    """To the form in the language of the browser."""
    partner = PUBLIC.partner(request, slug)
    spoken, wanted = PUBLIC.version(partner).form.languages, current_language().value
    return HttpResponseRedirect(PUBLIC.address(partner, wanted if wanted in spoken else spoken[0]))


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The form as the public fills it in."""
    return visit(request, PUBLIC, slug, language)


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The draft of the form, for who keeps the partner. Nothing is filed from here."""
    return visit(request, PREVIEW, slug, language)


def visit(request: HttpRequest, door: Door, slug: str, language: str) -> HttpResponse:
    """Show the step that the draft is at, or take in what was typed and go where was asked."""
    speaks = speak(request, language)
    here = _begun(request, door, door.partner(request, slug), speaks)
    if speaks not in here.version.form.languages:
        return HttpResponseRedirect(door.address(here.partner, here.version.form.languages[0]))
    if request.method == "POST":
        return receipts_shown.answer(request, here.content, speaks) or _taken_in(here)
    return _shown(here)


def _begun(request: HttpRequest, door: Door, partner: Partner, language: Language) -> Visit:
    """The visit that the browser's token opens, with the form it was begun with; else a new one."""
    token = door.token_of(request)
    content = visits.read(Draft, token) if token else None
    if content and content["partner"] == partner.slug and content.get("door", PUBLIC.name) == door.name:
        version = form_with_id(content["form"]) if "form" in content else door.version(partner)
        if version is not None and version.partner_id == partner.pk:
            return Visit(request, door, partner, language, version, token, content)
    version = door.version(partner)
    return Visit(request, door, partner, language, version, "", _new(door, partner, version))


def _new(door: Door, partner: Partner, version: FormVersion) -> Content:
    content: Content = {"partner": partner.slug, "form": str(version.pk), "answers": {}}
    content |= {"step": door.asks(version.form).sections[0].name, "begun_at": clock.now().isoformat()}
    return content if door is PUBLIC else content | {"door": door.name}


# Showing


def _shown(here: Visit) -> HttpResponse:
    content = here.content
    page = _page(here)
    if content["step"] in receipts_shown.PAGES:
        template = receipts_shown.PAGES[content["step"]]
        return render(here.request, template, page | receipts_shown.page_of(content))
    walk = here.walk(content)
    names = [section.name for section in walk.sections]
    step = content["step"] if content["step"] in (*names, REVIEW) else names[0]
    page |= {"step": step, "count": len(names) + 1, "refused": content.get("refused")}
    if step == REVIEW:
        page |= screened.puzzle() if here.door.may_file else {}
        return render(
            here.request, "intake/review.html", page | {"number": len(names) + 1} | review.page_of(walk)
        )
    checked = content.get("checked") == step
    page |= {"number": names.index(step) + 1, "checked": checked}
    asked = step_of(walk, step, checked=checked)
    page |= {"form": asked, "files_id": asked.takes_files}
    page |= {"refused_files": reasons(content.get("refused_files", ()))}
    return render(here.request, "intake/step.html", page)


def _page(here: Visit) -> dict[str, Any]:
    """What all pages of a form show."""
    spoken = [(one.value, one.label) for one in Language if one in here.version.form.languages]
    return {
        "door": here.door,
        "partner": here.partner,
        "language": here.language.value,
        "page_languages": {"choices": spoken},
        "address": here.door.address(here.partner, here.language.value),
        "step": here.content["step"],
        "lost": here.content.get("lost"),
        **screened.carried(here.content, here.partner),
        **here.door.context(here.request, here.content),
    }


# Taking in


def _taken_in(here: Visit) -> HttpResponse:
    """Keep what was sent, move, and redirect to the page that is now due."""
    door, go, target = here.door, here.request.POST.get("go", "next"), here.language.value
    if go.startswith("language:") and go.removeprefix("language:") in here.version.form.languages:
        target = go.removeprefix("language:")
    address = door.address if here.token else door.address_begun
    response = HttpResponseRedirect(address(here.partner, target))
    token = here.token or _hand_over(here, response)
    changed = visits.change(Draft, token, _mover(here, go, receive(here.request)))
    if changed and changed["step"] == REVIEW and go == "file" and door.may_file:
        _file(here, token, changed)
    if changed and changed["step"] == "over":
        visits.forget(Draft, token)
        door.take_back(response)
    return response


def _hand_over(here: Visit, response: HttpResponse) -> str:
    """Begin a draft and give its key to the browser."""
    content = here.content
    # The step was not the first, so there was a draft: it ran out, or the browser was closed.
    if here.request.POST.get("step", content["step"]) != content["step"]:
        content["lost"] = "just now"
    screened.begin(content, here.request.POST)
    token = visits.begin(Draft, content)
    here.door.hand_over(response, token)
    return token


def _mover(here: Visit, go: str, files: Sent) -> Callable[[Content], None]:
    sent = here.request.POST

    def move(content: Content) -> None:
        step = sent.get("step", "")
        if content["step"] in receipts_shown.PAGES:
            receipts_shown.move(content, step, go, sent)
            return
        content.pop("refused", None)
        screened.look(content, sent)
        walk = here.walk(content)
        _take_in_files(walk.form, content, go, files)
        if step in {section.name for section in walk.form.sections}:
            take_in(walk, content["answers"], step, sent)
        if content.pop("lost", None) == "just now":
            # From the beginning, with what this one page held.
            content["lost"] = "to be told"
        else:
            _go(here.walk(content), content, step, go)

    return move


def _take_in_files(form: Form, content: Content, go: str, files: Sent) -> None:
    sent_files.put(form, content["answers"], files)
    if go.startswith(sent_files.REMOVE):
        sent_files.remove(form, content["answers"], go.removeprefix(sent_files.REMOVE))
    content["refused_files"] = files.refused


def _go(walk: Walk, content: Content, step: str, go: str) -> None:
    """Where the draft stands after a button was pressed on a step."""
    names = [section.name for section in walk.sections] + [REVIEW]
    here = step if step in names else content["step"]
    at = names.index(here) if here in names else 0
    content["checked"] = content.get("checked") if go.startswith("language:") else None
    content["step"] = names[at]
    if go == "back":
        content["step"] = names[max(at - 1, 0)]
    elif go.startswith("to:") and go.removeprefix("to:") in names:
        content["step"], content["returning"] = go.removeprefix("to:"), True
    elif go == "next" and here in names[:-1]:
        _go_on(walk, content, here, names)
    elif go == "file" and (wrong := first_wrong(walk)):
        content["step"] = content["checked"] = wrong


def _go_on(walk: Walk, content: Content, here: str, names: list[str]) -> None:
    """Past a page that is right; from a page that was changed afterwards, straight back to the review."""
    if not step_of(walk, here).is_valid() or content["refused_files"]:
        content["step"] = content["checked"] = here
    elif content.get("returning"):
        content["step"] = first_wrong(walk) or REVIEW
        content["returning"] = content["step"] != REVIEW
    else:
        content["step"] = names[names.index(here) + 1]


# Filing


def _file(here: Visit, token: str, content: Content) -> None:
    try:
        door, walk = here.door, here.walk(content)
        language = door.language(content, here.language)
        statement = door.as_told(statement_of(here.version, walk, language, **door.facts(content)))
        file_draft(
            token=token,
            partner=here.partner,
            statement=statement,
            actor=here.door.actor(here.request),
            screening=screened.screening_of(here.request, here.door, content),
        )
    except Invalid as wrong:
        _tell(here, token, wrong)


def _tell(here: Visit, token: str, wrong: Invalid) -> None:
    """A rule that no page asked about, such as an institution that was dissolved a minute ago."""
    error = wrong.errors[0]
    form = here.version.form
    if error.code in REFUSALS:
        visits.change(Draft, token, lambda content: sent_files.give_up(form, content, error))
        return
    asked = form.by_core.get(error.field) or form.by_name.get(error.field)
    step = asked.section if asked else content_step(here)
    refused = str(error.message)
    visits.change(Draft, token, lambda content: content.update(step=step, checked=step, refused=refused))


def content_step(here: Visit) -> str:
    """Where to begin with what concerns no question by itself."""
    return here.walk(here.content).sections[0].name
