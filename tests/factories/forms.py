"""Forms: the shipped one, as changed, and drafts that a coordinator wrote."""

import copy
from collections.abc import Callable
from typing import Any

from backend.common.languages import Language
from backend.forms.models import FormVersion
from backend.forms.services import publish_draft, write_draft
from backend.forms.services.shipped import shipped_schema
from backend.partners.actors import actor_of
from backend.partners.models import Partner
from backend.partners.roles import Role
from tests.factories.partners import member

Schema = dict[str, Any]


def words(text: str) -> dict[str, str]:
    """A label that says the same in every language, marked with it."""
    return {code: f"{text} ({code})" for code in Language.values}


def question(name: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    """A question of a partner's own."""
    return {"name": name, "type": kind, "label": words(name), **more}


def schema(change: Callable[[Schema], object] | None = None) -> Schema:
    """The shipped form, as changed."""
    copied = copy.deepcopy(shipped_schema())
    if change:
        change(copied)
    return copied


def section(described: Schema, name: str) -> dict[str, Any]:
    """A section of a form by its name."""
    found: dict[str, Any] = next(one for one in described["sections"] if one["name"] == name)
    return found


def asking(described: Schema, name: str) -> dict[str, Any]:
    """A question of a form by its name."""
    found: dict[str, Any] = next(
        one for part in described["sections"] for one in part["questions"] if one["name"] == name
    )
    return found


def with_own_questions(*questions: dict[str, Any], **section_facts: Any) -> Schema:
    """The shipped form with a section `more` of the partner's own, before the consents."""

    def add(described: Schema) -> None:
        more = {"name": "more", "title": words("More"), "questions": list(questions), **section_facts}
        described["sections"].insert(-1, more)

    return schema(add)


def published(partner: Partner, described: Schema) -> FormVersion:
    """A form of its own that a partner asks by from now on."""
    actor = actor_of(member(partner, Role.COORDINATOR))
    write_draft(partner.slug, schema=described, expected=None, actor=actor)
    return publish_draft(partner.slug, expected=None, actor=actor)
