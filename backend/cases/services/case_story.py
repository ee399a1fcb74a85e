"""The case as pages to be read: what was said, what happened since, how it ended."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from backend.cases.models import Outcome
from backend.cases.stages import ReferralState, State
from backend.common.drawable import drawable_values
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.common.typesetting import typeset
from backend.complaints.models import Attachment, Message
from backend.correspondence.annexes import TAGS
from backend.correspondence.wording import wording_in

_TEMPLATE: Final = Path(__file__).parents[1] / "typst" / "story.typ"
Told = Mapping[str, Any]


def story_pages(told: Told, language: Language) -> bytes:
    """The pages, made from the very values that stand in `case.json`. The language is on."""
    lang, script = TAGS[language]
    words = wording_in(language)
    values = {
        "lang": lang,
        "script": script,
        "title": told["case"]["reference"],
        "subtitle": _("Case file"),
        "page": words.say("page", page="{page}", pages="{pages}"),
        "note": _("Some words are hidden; a bar stands in their place.") if told["hides_words"] else "",
        "facts": [list(one) for one in _facts(told["case"], language)],
        "sections": [section for section in _sections(told, language) if section["entries"]],
    }
    return typeset(_TEMPLATE, drawable_values(values))


def _facts(case: Told, language: Language) -> Iterator[tuple[str, str]]:
    yield _("Kind"), str(CaseKind(case["kind"]).label)
    yield _("State"), str(State(case["state"]).label)
    for label, name in (
        (_("Category"), "category"),
        (_("Institution"), "institution"),
        (_("Place"), "place"),
    ):
        if case[name]:
            yield label, case[name]["name"]
    yield _("Received"), _day(case["opened_at"], language)
    if case["outcome"]:
        yield _("Outcome"), str(Outcome(case["outcome"]).label)
    if case.get("summary"):
        yield _("Summary"), case["summary"]


def _sections(told: Told, language: Language) -> Iterator[dict[str, Any]]:
    yield _section(_("The complaint"), _complaint(told.get("complaint"), language))
    yield _section(_("The conversation"), _messages(told.get("messages", ()), language))
    yield _section(_("Letters and answers"), _letters(told.get("letters", ()), language))
    yield _section(_("Notes"), _notes(told.get("notes", ()), language))
    yield _section(_("Court and proceedings"), _judiciary(told.get("judiciary")))
    yield _section(_("How it ended"), _outcome(told.get("outcome")))
    yield _section(_("Stages"), _stages(told.get("timeline", ()), language))
    yield _section(_("Files"), _files(told.get("files", ()), language))


def _section(title: str, entries: Iterator[tuple[str, str]]) -> dict[str, Any]:
    shown = [{"head": head, "paragraphs": _paragraphs(text)} for head, text in entries]
    return {"title": title, "entries": shown}


def _paragraphs(text: str) -> list[list[str]]:
    return [block.split("\n") for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]


def _complaint(told: Told | None, language: Language) -> Iterator[tuple[str, str]]:
    if told is None:
        return
    yield _day(told["received_at"], language), told["narrative"]
    if told["wish"]:
        yield _("What the complainant wants"), told["wish"]
    for one in told["answers"]:
        yield one["label"], "\n".join(one["lines"])
    if told.get("contact_note"):
        yield _("How to reach the complainant"), told["contact_note"]


def _messages(told: Any, language: Language) -> Iterator[tuple[str, str]]:
    for one in told:
        sender = Message.Sender(one["sender"]).label
        yield f"{_day(one['sent_at'], language)} · {sender}", one["text"]


def _letters(told: Any, language: Language) -> Iterator[tuple[str, str]]:
    for one in told:
        institution = one["institution"]["name"] if one["institution"] else ""
        state = ReferralState(one["state"]).label
        yield f"{_day(one['sent_on'], language)} · {institution} · {state}", one.get("letter") or "–"
        for answer in one["answers"]:
            head = f"{_day(answer['answered_on'], language)} · {institution}"
            number = f" · {answer['protocol_number']}" if answer["protocol_number"] else ""
            yield head + number, answer["text"] or "–"


def _notes(told: Any, language: Language) -> Iterator[tuple[str, str]]:
    for one in told:
        yield f"{_day(one['created_at'], language)} · {one['author'] or ''}", one["text"]


def _judiciary(told: Told | None) -> Iterator[tuple[str, str]]:
    if told is None:
        return
    for label, value in (
        (_("Court"), told["court"] and told["court"]["name"]),
        (_("Case number"), told["case_number"]),
        (_("Stage of proceedings"), told["stage_of_proceedings"]),
        (_("Judge or prosecutor"), told.get("person")),
    ):
        if value:
            yield label, value


def _outcome(told: Told | None) -> Iterator[tuple[str, str]]:
    if told is None:
        return
    for label, name in (
        (_("Told to the complainant"), "outcome_text"),
        (_("What changed"), "impact"),
        (_("Advice"), "advice"),
    ):
        if told[name]:
            yield label, told[name]
    if told["value_recovered"] is not None:
        yield _("Value recovered"), f"{told['value_recovered']} {told['value_currency']}"


def _stages(told: Any, language: Language) -> Iterator[tuple[str, str]]:
    for one in told:
        if one["to_state"]:
            yield _day(one["at"], language), str(State(one["to_state"]).label)


def _files(told: Any, language: Language) -> Iterator[tuple[str, str]]:
    for one in told:
        sender = Attachment.Sender(one["sender"]).label
        head = f"{one['number']:03d} · {_day(one['created_at'], language)} · {sender}"
        yield head, one.get("file", "").removeprefix("files/") or _("Not in here: it could not be opened.")


def _day(value: date | datetime | None, language: Language) -> str:
    if value is None:
        return "–"
    return wording_in(language).day(value.date() if isinstance(value, datetime) else value)
