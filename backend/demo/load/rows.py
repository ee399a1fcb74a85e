"""A generated case as rows of all tables that hold something of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from backend.cases.search import token
from backend.common.folding import fold
from backend.demo.load import complaint, letters
from backend.demo.load.drawing import Drawing, Drawn, Setting
from backend.demo.load.proportions import OUTCOMES, REASONS
from backend.demo.load.sealing import Seal
from backend.demo.load.story import Story
from backend.demo.load.tables import Row
from backend.demo.load.todo import hearing_of, tasks

MOST_PRINCIPALS: Final = 4
_CHANGED: Final = {"case.changed", "case.assigned", "case.restricted"}
_FOLDED: dict[str, str] = {}


def rows_of(drawing: Drawing, setting: Setting, today: date, receipt_hash: str) -> Iterator[Row]:
    """(table, row), every row after those that it names."""
    drawn = drawing.case(setting)
    story = Story(drawn, drawing.around)
    seal = Seal(drawn, drawn.id, "case")
    said = drawn.new_id()
    hearing = hearing_of(story, today)
    yield "keyring.DataKey", seal.row
    yield from complaint.rows(story, seal, said, receipt_hash)
    rating = complaint.satisfaction(story, seal, said)
    yield "cases.Case", _case(story, seal, said)
    yield from _seen_by(drawn, drawing, story)
    yield "cases.CaseSearch", _found_by(drawn)
    yield from _told(story)
    for note, at in story.notes:
        text = seal.words("cases.Note.text", note, "U telefonua; pritet një dokument.")
        yield "cases.Note", (note, drawn.id, seal.id, story.worker, text, at)
    yield from rating
    yield from letters.rows(story, seal)
    if drawn.kind == "judiciary":
        yield "cases.JudiciaryDetail", _judiciary(drawn, seal, hearing)
    if drawn.duplicate_of:
        merged = (drawn.new_id(), drawn.duplicate_of, drawn.id, "triage", drawn.steps[-1][1], story.worker)
        yield "cases.Merge", merged
    yield from tasks(story, today, hearing, rated=bool(rating))


def _case(story: Story, seal: Seal, said: UUID) -> tuple[Any, ...]:
    drawn, draw = story.drawn, story.drawn.draw
    ended = drawn.state in ("resolved", "closed")
    due = _due(story)
    turned_away = drawn.state == "inadmissible"
    words = {
        name: seal.words(f"cases.Case.{name}", drawn.id, text)
        for name, wanted, text in (
            ("admissibility_note", drawn.at("open"), "Brenda kompetencës, në afat."),
            ("outcome_text", ended, "Zyra u përgjigj dhe e zgjidhi çështjen."),
            ("advice", turned_away, "Drejtojuni zyrës përgjegjëse."),
        )
        if wanted
    }
    version = 1 + len(drawn.steps) + sum(line.action in _CHANGED for line in story.lines)
    return (
        *(drawn.id, drawn.office.partner_id, said, seal.id, drawn.reference, "", drawn.kind, drawn.state),
        *(drawn.severity, drawn.category.pk, drawn.institution.pk, drawn.place.pk, drawn.assignee),
        *(drawn.restricted, drawn.summary, drawn.opened, due, words.get("admissibility_note")),
        *(REASONS.drawn(draw) if turned_away else "", words.get("advice")),
        *(OUTCOMES.drawn(draw) if ended else "", words.get("outcome_text"), ""),
        *(drawn.at("resolved") if ended else None, drawn.at("closed") if ended else None),
        *(drawn.duplicate_of, version),
    )


def _due(story: Story) -> date | None:
    """The case is due when the first of its running terms is."""
    return min((due.on for due in story.running_terms()), default=None)


def _seen_by(drawn: Drawn, drawing: Drawing, story: Story) -> Iterator[Row]:
    shares = {office.partner_id: office for office in drawn.shared_with}
    copied = (
        *(drawn.office.partner_id, drawn.opened, drawn.state, drawn.kind, drawn.severity),
        *(drawn.category.pk, drawn.institution.pk, drawn.place.pk, drawn.assignee, _due(story)),
    )
    for place, principal in enumerate(drawn.named or shares):
        number = drawn.number * MOST_PRINCIPALS + place + 1
        yield "cases.CaseAccess", (number, principal, drawn.id, drawn.restricted, *copied)
        if drawn.restricted:
            named = (number, drawing.around.named_on_case, principal, drawn.id)
            yield "cases.CaseUserObjectPermission", named
        else:
            by = drawn.office.coordinator
            yield "cases.CaseShare", (drawn.new_id(), drawn.id, principal, by, drawn.opened)


def _found_by(drawn: Drawn) -> tuple[Any, ...]:
    """As the search's own index would write it (`manage.py check_case_access` compares)."""
    written = [*fold(drawn.reference).split(), *(_folded(word) for word in drawn.words)]
    names = (*drawn.category.words, *drawn.institution.words, *drawn.place.words)
    shares = (office.partner_id for office in drawn.shared_with)
    finders = drawn.named if drawn.restricted else (drawn.office.partner_id, *shares)
    access = " ".join(token(one) for one in dict.fromkeys(finders))
    return (drawn.number + 1, drawn.id, " ".join(dict.fromkeys((*written, *names))), access, drawn.opened)


def _folded(word: str) -> str:
    if word not in _FOLDED:
        _FOLDED[word] = fold(word)
    return _FOLDED[word]


def _told(story: Story) -> Iterator[Row]:
    for position, line in enumerate(story.lines):
        told = (line.at, line.action, line.kind, line.actor, line.before, line.after, line.facts)
        yield "cases.CaseEvent", (story.line_id(position), story.drawn.id, *told)


def _judiciary(drawn: Drawn, seal: Seal, hearing: date | None) -> tuple[Any, ...]:
    key, draw = drawn.new_id(), drawn.draw
    sealed = {
        name: seal.words(f"cases.JudiciaryDetail.{name}", key, text)
        for name, text in (("stage_of_proceedings", "Shkalla e parë"), ("case_number", ""), ("person", ""))
    }
    sorts = (draw.choice(("first", "appeal")), draw.choice(("civil", "criminal")), draw.choice(("delay", "")))
    sealed_words = (sealed["stage_of_proceedings"], sealed["case_number"])
    months = draw.randrange(1, 60)
    return (key, drawn.id, seal.id, *sorts, *sealed_words, months, sealed["person"], hearing)
