"""What goes along of others: that there was somebody, and the name of an organisation."""

from typing import Final

from backend.partners.models import SERVICE_DOMAIN, Partner, User, new_form_key

NOBODY: Final = "–"


def as_nobody(user: User) -> User:
    """Of people who never worked for the partner, only that it was one and the same."""
    user.email, user.name, user.is_active = f"{user.pk}@{SERVICE_DOMAIN}", NOBODY, False
    return user


def is_nobody(user: User) -> bool:
    """Whether nothing is known of this person but an id."""
    return user.name == NOBODY and not user.is_active


def by_name(partner: Partner) -> Partner:
    """Of another partner, what stands in stories and numbers."""
    partner.form_key, partner.is_active = new_form_key(), False
    partner.contact, partner.website, partner.embedding_origins = "", "", []
    return partner
