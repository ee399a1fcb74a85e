"""Message templates: shipped ones in all languages, each partner's own beside or in place of them."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypedDict

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.cases import errors
from backend.cases.models import MessageTemplate
from backend.cases.placeholders import has_stray_brace
from backend.common import clock
from backend.common.errors import FieldError, Invalid, NotFound, require_version
from backend.common.languages import Language
from backend.complaints.words import check_words
from backend.partners.actors import Actor
from backend.partners.models import Partner

SHIPPED: Final = Path(__file__).resolve().parents[1] / "data" / "message_templates.toml"
LONGEST_NAME: Final = 100
LONGEST_TEXT: Final = 4_000
MOST: Final = 100
_BY_LANGUAGE: Final = {"names": LONGEST_NAME, "texts": LONGEST_TEXT}


class TemplateChanges(TypedDict, total=False):
    """What may change; the code never does."""

    names: dict[str, str]
    texts: dict[str, str]
    asks: bool
    in_use: bool
    position: int


def templates_of(partner: Partner) -> list[MessageTemplate]:
    """A partner's templates in their order: its own, and the shipped ones that it did not replace."""
    own = list(MessageTemplate.objects.filter(partner=partner))
    replaced = {template.code for template in own}
    shipped = [_shipped(partner, code) for code in _facts() if code not in replaced]
    return sorted([*own, *shipped], key=lambda template: (template.position, template.code))


def template_of(partner: Partner, code: str) -> MessageTemplate:
    """One of them. Raises NotFound."""
    own = MessageTemplate.objects.filter(partner=partner, code=code).first()
    if own is None and code not in _facts():
        raise NotFound()
    return own or _shipped(partner, code)


@transaction.atomic
def create_template(
    slug: str,
    *,
    code: str,
    names: dict[str, str],
    texts: dict[str, str],
    asks: bool = False,
    in_use: bool = True,
    position: int = 100,
    actor: Actor,
) -> MessageTemplate:
    """Write a template of the partner's own. Raises NotFound, Invalid or a conflict."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    _check(names=names, texts=texts)
    own = MessageTemplate.objects.filter(partner=partner)
    if code in _facts() or own.filter(code=code).exists():
        raise errors.TemplateExists()
    if own.count() >= MOST:
        raise errors.TooManyTemplates(most=MOST)
    made = MessageTemplate(
        partner=partner, code=code, names=names, texts=texts, asks=asks, in_use=in_use, position=position
    )
    made.save(force_insert=True)
    audit.record(actor, "template.created", made, chain=partner.pk, code=code)
    return made


@transaction.atomic
def change_template(
    slug: str, code: str, *, changes: TemplateChanges, expected: int | None, actor: Actor
) -> MessageTemplate:
    """Change a template; a shipped one becomes the partner's own by that. Raises NotFound, Stale, Invalid."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    template = template_of(partner, code)
    require_version(template.version, expected)
    for name, value in changes.items():
        setattr(template, name, value)
    _check(names=template.names, texts=template.texts)
    template.version += 1
    template.changed_at = clock.now()
    template.save(force_insert=template.version == 1)
    audit.record(actor, "template.changed", template, chain=partner.pk, code=code, fields=sorted(changes))
    return template


@transaction.atomic
def remove_template(slug: str, code: str, *, expected: int | None, actor: Actor) -> None:
    """Delete a partner's template. Where it stood in place of a shipped one, that one is back."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    template = template_of(partner, code)
    require_version(template.version, expected)
    if template.is_shipped:
        raise errors.TemplateShipped()
    audit.record(actor, "template.deleted", template, chain=partner.pk, code=code)
    template.delete()


def _check(*, names: Mapping[str, str], texts: Mapping[str, str]) -> None:
    wrong = [*_wrong("names", names), *_wrong("texts", texts)]
    wrong += [
        FieldError(f"texts.{language}", "unknown_placeholder", _("A word in braces is not known here."))
        for language, text in texts.items()
        if has_stray_brace(text)
    ]
    if wrong:
        raise Invalid(wrong)


def _wrong(field: str, by_language: Mapping[str, str]) -> Iterable[FieldError]:
    if not by_language:
        yield FieldError(field, "required", _("Give the text in at least one language."))
    for language, text in by_language.items():
        if language not in Language.values:
            yield FieldError(field, "unknown_language", _("One of these languages is not known here."))
        else:
            yield from check_words(f"{field}.{language}", text, longest=_BY_LANGUAGE[field], required=True)


def _shipped(partner: Partner, code: str) -> MessageTemplate:
    told = _facts()[code]
    return MessageTemplate(
        partner=partner,
        code=code,
        names=dict(told["names"]),
        texts=dict(told["texts"]),
        asks=told["asks"],
        position=told["position"],
        version=0,
    )


@cache
def _facts() -> Mapping[str, Any]:
    with SHIPPED.open("rb") as file:
        return tomllib.load(file)
