"""The letters that caseworkers start from: the partner's own, else the shipped ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common.errors import Invalid, NotFound, require_version
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.correspondence import placeholders
from backend.correspondence.models import LetterTemplate
from backend.correspondence.placeholders import Filled
from backend.correspondence.wording import shipped_templates
from backend.partners.actors import Actor
from backend.partners.models import Partner


@dataclass(frozen=True, slots=True)
class Template:
    """The template in force for a kind and language. Version 0: the partner never wrote one."""

    kind: str
    language: str
    subject: str
    text: str
    is_own: bool
    version: int

    @property
    def shipped_subject(self) -> str:
        return shipped_templates()[self.kind][self.language]["subject"]

    @property
    def shipped_text(self) -> str:
        return shipped_templates()[self.kind][self.language]["text"].strip()

    @property
    def name(self) -> str:
        """How a frozen letter refers to it: `public_service/sq@3`."""
        return f"{self.kind}/{self.language}@{self.version}"


@dataclass(frozen=True, slots=True)
class DraftLetter:
    """A template with a case's values. `left_out`: the placeholders that had none."""

    template: Template
    subject: str
    text: str
    left_out: tuple[str, ...]


def template_of(partner: Partner, kind: str, language: str) -> Template:
    """What a letter of that kind and language starts from."""
    return _in_force(kind, language, _row(partner, kind, language))


def managed_templates(slug: str, *, actor: Actor) -> list[Template]:
    """All templates of a partner that the actor keeps, by kind and language. Raises NotFound."""
    partner = Partner.objects.managed_by(actor).found(slug)
    rows = {(row.kind, row.language): row for row in LetterTemplate.objects.filter(partner=partner)}
    return [
        _in_force(kind, language, rows.get((kind, language)))
        for kind in CaseKind.values
        for language in Language.values
    ]


def managed_template(slug: str, kind: str, language: str, *, actor: Actor) -> Template:
    """One template of a partner that the actor keeps. Raises NotFound."""
    partner = Partner.objects.managed_by(actor).found(slug)
    _require_known(kind, language)
    return template_of(partner, kind, language)


@transaction.atomic
def write_template(
    slug: str, kind: str, language: str, *, subject: str, text: str, expected: int | None, actor: Actor
) -> Template:
    """Put the partner's own words in place of the shipped ones. Raises Invalid for a wrong placeholder."""
    row = _held(slug, kind, language, expected, actor)
    placeholders.check("subject", subject)
    placeholders.check("text", text)
    if "\n" in subject:
        raise Invalid.field("subject", "one_line", _("A subject is one line."))
    row.subject, row.text = subject, text
    return _kept(row, "letter_template.written", actor)


@transaction.atomic
def drop_template(slug: str, kind: str, language: str, *, expected: int | None, actor: Actor) -> Template:
    """Go back to the shipped words."""
    row = _held(slug, kind, language, expected, actor)
    row.subject = row.text = ""
    return _kept(row, "letter_template.dropped", actor)


def filled(template: Template, values: Mapping[str, str]) -> DraftLetter:
    """The template with a case's values, as plain text that a person goes on with."""
    subject = placeholders.fill_line(template.subject, values)
    body: Filled = placeholders.fill(template.text, values)
    left_out = dict.fromkeys((*subject.left_out, *body.left_out))
    return DraftLetter(template, subject.text, body.text, tuple(left_out))


def _held(slug: str, kind: str, language: str, expected: int | None, actor: Actor) -> LetterTemplate:
    # The partner's row is held: the first words of a template have no row of their own to wait for.
    partner = Partner.objects.managed_by(actor).locked(slug)
    _require_known(kind, language)
    row = _row(partner, kind, language) or LetterTemplate(partner=partner, kind=kind, language=language)
    require_version(row.version, expected)
    return row


def _kept(row: LetterTemplate, action: str, actor: Actor) -> Template:
    row.version += 1
    row.save()
    audit.record(actor, action, row, chain=row.partner_id, kind=row.kind, language=row.language)
    return _in_force(row.kind, row.language, row)


def _row(partner: Partner, kind: str, language: str) -> LetterTemplate | None:
    return LetterTemplate.objects.filter(partner=partner, kind=kind, language=language).first()


def _in_force(kind: str, language: str, row: LetterTemplate | None) -> Template:
    version = row.version if row else 0
    if row and row.text:
        return Template(kind, language, row.subject, row.text, True, version)
    shipped = shipped_templates()[kind][language]
    return Template(kind, language, shipped["subject"], shipped["text"].strip(), False, version)


def _require_known(kind: str, language: str) -> None:
    if kind not in CaseKind.values or language not in Language.values:
        raise NotFound()
