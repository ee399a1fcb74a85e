"""A partner's letterhead, with what is known of the partner where nothing was said."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import require_version
from backend.common.languages import label_in
from backend.correspondence.letters import Sender
from backend.correspondence.models import Letterhead
from backend.partners.actors import Actor
from backend.partners.models import Partner


def letterhead_of(partner: Partner) -> Letterhead:
    """The partner's letterhead; version 0 while there is none of its own."""
    found = Letterhead.objects.filter(partner=partner).first()
    return found or Letterhead(partner=partner)


def managed_letterhead(slug: str, *, actor: Actor) -> Letterhead:
    """The letterhead of a partner that the actor keeps. Raises NotFound."""
    return letterhead_of(Partner.objects.managed_by(actor).found(slug))


@transaction.atomic
def change_letterhead(
    slug: str, *, changes: Mapping[str, Any], expected: int | None, actor: Actor
) -> Letterhead:
    """Say what the partner's letters carry from now on. Letters that are frozen stay as they are."""
    # The partner's row is held: the first change of a letterhead has no row of its own to wait for.
    partner = Partner.objects.managed_by(actor).locked(slug)
    letterhead = letterhead_of(partner)
    require_version(letterhead.version, expected)
    for name, value in changes.items():
        setattr(letterhead, name, value)
    letterhead.version += 1
    letterhead.save()
    audit.record(actor, "letterhead.changed", letterhead, chain=partner.pk, fields=sorted(changes))
    return letterhead


def sender_in(language: str, letterhead: Letterhead) -> Sender:
    """The head of a letter in one language, with the partner's public face where the letterhead is silent."""
    partner = letterhead.partner
    told = letterhead.address_lines or [line for line in (partner.contact.strip(),) if line]
    return Sender(
        name=label_in(letterhead.names, language) or partner.name,
        lines=tuple(told),
        registration_number=letterhead.registration_number,
        phone=letterhead.phone,
        email=letterhead.email,
        website=letterhead.website or partner.website,
        place=label_in(letterhead.places, language),
        signatory=letterhead.signatory,
        function=label_in(letterhead.functions, language),
    )
