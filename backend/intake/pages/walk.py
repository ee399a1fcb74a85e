"""One visit of a form: what was typed so far, and the way through the sections that it makes."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from backend.common import clock
from backend.forms.checking import Asking
from backend.forms.form import Form, Question, Section, asked
from backend.intake.pages.questions import KINDS
from backend.partners.models import Partner


class Walk:
    """The form of a visit with its answers: `typed` as the pages sent them; `standing` as the rules take
    them, without those of branches that are hidden now."""

    def __init__(self, form: Form, typed: Mapping[str, Any], partner: Partner) -> None:
        self.form, self.typed, self.partner = form, typed, partner
        values = {question.name: self.value(question) for question in form.questions}
        self.questions, self.standing = asked(form, values)

    def value(self, question: Question) -> Any:
        """The answer to a question as it was typed."""
        return KINDS[question.type].value(question, self.typed)

    @cached_property
    def sections(self) -> list[Section]:
        """The sections that this person sees."""
        there = {question.section for question in self.questions}
        return [section for section in self.form.sections if section.name in there]

    @cached_property
    def asking(self) -> Asking:
        """Where, when and after which answers the questions are asked."""
        today = clock.today(self.partner.time_zone)
        return Asking(self.form, self.partner.country, today, self.standing)

    def asked_in(self, section: Section) -> list[Question]:
        """The questions of a section that this person is asked."""
        return [question for question in section.questions if question.is_asked(self.standing)]
