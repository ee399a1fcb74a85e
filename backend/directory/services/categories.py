"""The platform administrator keeps the tree of categories."""

from typing import TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.directory import lookups
from backend.directory.errors import CategoryInUse, CodeTaken
from backend.directory.models import Category
from backend.directory.services.auditing import target_of
from backend.directory.services.paths import LONGEST_PATH, path_below
from backend.directory.spelling import search_text
from backend.partners.actors import Actor


class CategoryChanges(TypedDict, total=False):
    """What may change. The place in the tree does not: cases were counted there."""

    kinds: list[str]
    labels: dict[str, str]
    position: int
    is_active: bool
    is_sensitive: bool


@transaction.atomic
def create_category(
    *,
    code: str,
    parent: str | None,
    kinds: list[str],
    labels: dict[str, str],
    position: int = 0,
    is_sensitive: bool = False,
    actor: Actor,
) -> Category:
    """Add a term to the tree."""
    _require_keeper(actor)
    above = Category.objects.get(pk=lookups.category_of(parent, field="parent").id) if parent else None
    category = Category(
        code=code,
        parent=above,
        kinds=kinds,
        labels=labels,
        position=position,
        is_sensitive=is_sensitive,
        edited_at=clock.now(),
    )
    category.path, category.search_text = path_below(above, code), search_text(labels)
    if len(category.path) > LONGEST_PATH:
        raise Invalid.field("parent", "too_deep", _("The tree is already too deep there."))
    try:
        with transaction.atomic():
            category.save(force_insert=True)
    except IntegrityError:
        raise CodeTaken() from None
    lookups.forget()
    audit.record(actor, "category.created", target_of(category), chain=None, code=code)
    return category


@transaction.atomic
def change_category(code: str, *, changes: CategoryChanges, expected: int | None, actor: Actor) -> Category:
    """Change a term's labels, kinds, position, or take it out of use. The files then leave it alone."""
    _require_keeper(actor)
    category = Category.objects.locked(code)
    require_version(category.version, expected)
    if changes.get("is_active") is False and category.children.filter(is_active=True).exists():
        raise CategoryInUse()
    for name, value in changes.items():
        setattr(category, name, value)
    category.search_text = search_text(category.labels)
    category.version += 1
    category.edited_at = clock.now()
    category.save()
    lookups.forget()
    fields = sorted(changes)
    audit.record(actor, "category.changed", target_of(category), chain=None, code=code, fields=fields)
    return category


def _require_keeper(actor: Actor) -> None:
    if not actor.keeps_platform:
        raise NotAllowed()
