"""A coordinator writes a draft of the form, throws it away, publishes it."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import FieldError, Invalid, NotFound, require_version
from backend.directory import lookups
from backend.forms.errors import NoDraft
from backend.forms.form import Form
from backend.forms.models import FormVersion
from backend.forms.schema import check_schema
from backend.forms.services.versions import draft_of, published_form
from backend.partners.actors import Actor
from backend.partners.models import Partner

# What `If-Match` says where there is no draft yet.
NO_DRAFT = 0


def checked_form(schema: Any) -> Form:
    """The form that a schema describes, kept nowhere. Raises Invalid with what is wrong."""
    check_schema(schema)
    _check_codes(schema)
    return Form.of(schema)


@transaction.atomic
def write_draft(slug: str, *, schema: Any, expected: int | None, actor: Actor) -> FormVersion:
    """Keep a form as the partner's draft, in place of the one before. Raises Invalid with what is wrong."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    draft = draft_of(partner)
    require_version(draft.version if draft else NO_DRAFT, expected)
    check_schema(schema)
    _check_codes(schema)
    if draft is None:
        # A draft that is begun anew is another one: no version of the one before must fit it.
        draft = FormVersion(partner=partner, version=secrets.randbelow(10**8))
    draft.schema, draft.created_by, draft.created_at = schema, actor.user, clock.now()
    draft.version += 1
    draft.save()
    audit.record(actor, "form.draft_written", draft, chain=partner.pk)
    return draft


@transaction.atomic
def discard_draft(slug: str, *, expected: int | None, actor: Actor) -> None:
    """Throw the draft away; the published form stays as it is. Raises NotFound where there is none."""
    partner = Partner.objects.managed_by(actor).locked(slug)
    draft = draft_of(partner)
    if draft is None:
        raise NotFound()
    require_version(draft.version, expected)
    thrown_away = (draft._meta.label_lower, draft.pk)
    draft.delete()
    audit.record(actor, "form.draft_discarded", thrown_away, chain=partner.pk)


@transaction.atomic
def publish_draft(slug: str, *, expected: int | None, actor: Actor) -> FormVersion:
    """From now on the partner asks by its draft. Raises NoDraft or Invalid.

    Who is filling in the form before ends with the version that he began with.
    """
    partner = Partner.objects.managed_by(actor).locked(slug)
    draft = draft_of(partner)
    if draft is None:
        raise NoDraft()
    require_version(draft.version, expected)
    # The rules may have changed since it was written.
    check_schema(draft.schema)
    _check_codes(draft.schema)
    before = published_form(partner)
    _check_wording(draft.schema, FormVersion.objects.of(partner.pk).published())
    draft.number, draft.state = (before.number or 0) + 1, FormVersion.State.PUBLISHED
    draft.published_by, draft.published_at = actor.user, clock.now()
    draft.version += 1
    draft.save()
    audit.record(actor, "form.published", draft, chain=partner.pk, number=draft.number)
    return draft


def _check_codes(schema: Mapping[str, Any]) -> None:
    """Categories and places that a form names have to be known."""
    errors = []
    for name, lookup in (("categories", lookups.categories), ("places", lookups.places)):
        known = {entry.code for entry in lookup.all()}
        if set(schema.get(name) or ()) - known:
            message = _("Nothing is known under this code.")
            errors.append(FieldError(f"schema.{name}", "unknown", message))
    if errors:
        raise Invalid(errors)


def _check_wording(schema: Mapping[str, Any], versions: Iterable[FormVersion]) -> None:
    """A wording that somebody agreed to keeps its name: other words need another version."""
    worded = {(one["purpose"], one["version"]): _words(one) for one in schema["consents"]}
    for published in versions:
        for consent in published.schema["consents"]:
            words = worded.get((consent["purpose"], consent["version"]))
            if words is not None and _differ(words, _words(consent)):
                message = _("This wording was changed. Give it a new version: others agreed to the old one.")
                raise Invalid.field("schema.consents", "form.wording_changed", message)


def _words(consent: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """All sentences of a consent, by place and language."""
    places = {"text": consent["text"], "hint": consent.get("hint", {})}
    places |= {f"hints.{way}": texts for way, texts in consent.get("hints", {}).items()}
    return {(place, language): text for place, texts in places.items() for language, text in texts.items()}


def _differ(words: Mapping[Any, str], before: Mapping[Any, str]) -> bool:
    """Whether a sentence changed, came or went in a language that both have. A new language changes none."""
    languages = {language for _place, language in words} & {language for _place, language in before}
    places = words.keys() | before.keys()
    return any(words.get(place) != before.get(place) for place in places if place[1] in languages)
