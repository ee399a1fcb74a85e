"""What a page sends goes into the draft; what no longer belongs there goes out of it."""

from typing import Any, Final

from django.http import QueryDict

from backend.common.languages import Language
from backend.forms import core
from backend.forms.models import FormVersion
from backend.intake.pages.sent_files import files_in
from backend.intake.pages.steps import step_of
from backend.intake.pages.walk import Walk
from backend.intake.services import Statement, statement_answered

Answers = dict[str, Any]
# Longer than anything that is accepted, so that who wrote too much can shorten it.
MOST_KEPT: Final = 60_000


def take_in(walk: Walk, answers: Answers, section: str, sent: QueryDict) -> None:
    """Keep what was typed on one page, right or wrong. `answers` are those of the draft."""
    before = dict(answers)
    for name, many in step_of(walk, section, checked=False).sent().items():
        values = [value[:MOST_KEPT] for value in sent.getlist(name)]
        answers[name] = values if many else values[-1] if values else ""
    _let_go(walk, answers, before)


def _let_go(walk: Walk, answers: Answers, before: Answers) -> None:
    """Whoever chose to stay anonymous left no name behind; a consent holds for what it was given for."""
    named = {name: question.name for name, question in walk.form.by_core.items()}
    if answers.get(named[core.WAY]) == core.ANONYMOUS:
        for name in core.LEADS_TO_A_PERSON:
            answers.pop(named.get(name, ""), None)
    for name, depends_on in (
        (named.get("category", ""), core.KIND),
        ("referral", core.INSTITUTION),
        ("referral", core.COURT),
        ("referral", core.WAY),
    ):
        other = named.get(depends_on, "")
        if before.get(other) and answers.get(other) != before[other]:
            answers.pop(name, None)


def statement_of(version: FormVersion, walk: Walk, language: Language, **facts: Any) -> Statement:
    """The statement that the answers make. Raises Invalid where they do not fit the form after all."""
    # What a door asks beside the form is not the form's.
    told = {name: value for name, value in walk.standing.items() if name in version.form.by_name}
    files = tuple(files_in(version.form, walk.typed))
    return statement_answered(version, told, partner=walk.partner, language=language, files=files, **facts)
