"""Partners join the network, change their face to the public, are suspended."""

from typing import Final, TypedDict

from django.db import IntegrityError, transaction

from backend.audit import services as audit
from backend.common.errors import NotAllowed, require_version
from backend.partners.actors import Actor
from backend.partners.errors import PrefixTaken, SlugTaken
from backend.partners.models import Partner
from backend.partners.services.groups import sync_role_groups


class PartnerChanges(TypedDict, total=False):
    """What may change. Slug and prefix never do: addresses and printed reference numbers stand on them."""

    name: str
    languages: list[str]
    time_zone: str
    contact: str
    website: str
    embedding_origins: list[str]
    second_factor_required: bool
    is_active: bool


_BY_COORDINATOR: Final = frozenset({"contact", "website", "embedding_origins", "second_factor_required"})


@transaction.atomic
def create_partner(
    *,
    slug: str,
    prefix: str,
    name: str,
    country: str,
    languages: list[str],
    time_zone: str,
    contact: str = "",
    website: str = "",
    actor: Actor,
) -> Partner:
    """Take an NGO into the network, with one group for each role."""
    if not actor.keeps_platform:
        raise NotAllowed()
    partner = Partner(
        slug=slug,
        prefix=prefix,
        name=name,
        country=country,
        languages=languages,
        time_zone=time_zone,
        contact=contact,
        website=website,
    )
    _save_new(partner)
    sync_role_groups(partner)
    audit.record(actor, "partner.created", partner, chain=partner.pk, slug=slug)
    return partner


def _save_new(partner: Partner) -> None:
    try:
        with transaction.atomic():
            partner.save(force_insert=True)
    except IntegrityError:
        if Partner.objects.filter(slug=partner.slug).exists():
            raise SlugTaken() from None
        if Partner.objects.filter(prefix=partner.prefix).exists():
            raise PrefixTaken() from None
        raise


@transaction.atomic
def change_partner(slug: str, *, changes: PartnerChanges, expected: int | None, actor: Actor) -> Partner:
    """Change a partner's facts: the coordinator how it is reached, where its form may be shown and
    whether its people need a second step at the sign-in, the administrator the rest too.

    A suspended partner (`is_active` false) lets nobody of its people and programs do anything, at once."""
    partner = Partner.objects.visible_to(actor).locked(slug)
    _require_may_change(partner, changes, actor)
    require_version(partner.version, expected)
    for field, value in changes.items():
        setattr(partner, field, value)
    partner.version += 1
    partner.save(update_fields=[*changes, "version"])
    audit.record(actor, "partner.changed", partner, chain=partner.pk, fields=sorted(changes))
    return partner


def _require_may_change(partner: Partner, changes: PartnerChanges, actor: Actor) -> None:
    if actor.keeps_platform:
        return
    if not actor.may("manage_partner", partner.pk):
        raise NotAllowed()
    if foreign := changes.keys() - _BY_COORDINATOR:
        raise NotAllowed(fields=sorted(foreign))
