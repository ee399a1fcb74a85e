"""All answers on one page before they are sent, each with a way back to it."""

from typing import Any

from backend.common.languages import label_in
from backend.forms.form import Section
from backend.intake.pages.questions import KINDS
from backend.intake.pages.walk import Walk


def page_of(walk: Walk) -> dict[str, Any]:
    """Sections of question and answer, in the order in which they were asked."""
    return {"sections": [_section(section, walk) for section in walk.sections]}


def _section(section: Section, walk: Walk) -> dict[str, Any]:
    rows = [row for question in walk.asked_in(section) for row in KINDS[question.type].rows(question, walk)]
    return {"name": section.name, "title": label_in(section.title), "rows": rows}
