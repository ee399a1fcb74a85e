"""One page of a form as citizens will see it, for whoever writes the form: drawn, not to be filled in."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from backend.common.languages import Language, label_in
from backend.forms.form import Form, Question, Section
from backend.intake.pages.doors import PICTURE
from backend.intake.pages.steps import Step
from backend.intake.pages.walk import Walk
from backend.partners.models import Partner


class _WholeWalk(Walk):
    """Every question is on the way, also where nobody has said yet what leads to it."""

    def asked_in(self, section: Section) -> list[Question]:
        return list(section.questions)


class _WholeStep(Step):
    """Every sentence, too."""

    @property
    def notes(self) -> list[str]:
        name = self.walk.partner.name
        return [label_in(note.text).replace("{partner}", name) for note in self.section.notes]


def picture_of(
    form: Form, section: Section, *, language: Language, partner: Partner, request: HttpRequest
) -> str:
    """The page of a section, by the same templates that citizens get."""
    with translation.override(language.value.lower()):
        walk = _WholeWalk(form, {}, partner)
        spoken = [(one.value, one.label) for one in Language if one in form.languages]
        page = {
            "door": PICTURE,
            "partner": partner,
            "language": language.value,
            "page_languages": {"choices": spoken},
            "address": PICTURE.address(partner, language.value),
            "step": section.name,
            "number": form.sections.index(section) + 1,
            "count": len(form.sections) + 1,
            "form": _WholeStep(section, walk, checked=False),
        }
        return render_to_string("intake/step.html", page, request)
