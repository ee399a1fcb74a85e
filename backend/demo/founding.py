"""The four partners and their people come into being."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from backend.common.languages import Language
from backend.demo.texts import Colleague, Network, Organisation
from backend.demo.world import World
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from backend.partners.services.accounts import change_own_language, create_platform_administrator
from backend.partners.services.members import add_member
from backend.partners.services.partners import create_partner

# Without letters and digits that are mistaken for each other: people type these from a sheet of paper.
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True, repr=False)
class Founded:
    """The network without cases, and the passwords, which are shown once. No readable repr."""

    world: World
    passwords: Mapping[str, str]


def found(network: Network) -> Founded:
    """Make partners, memberships and accounts."""
    passwords = {network.administrator.email: _administrator(network.administrator)}
    partners = {one.slug: _partner(one) for one in network.organisations}
    people = {person.email: _member(one, person) for one in network.organisations for person in one.staff}
    for email, person in people.items():
        passwords[email] = _new_password(person)
    return Founded(World(partners, people), passwords)


def _administrator(person: Colleague) -> str:
    password = _valid_password(User(email=person.email, name=person.name))
    create_platform_administrator(
        email=person.email, name=person.name, password=password, actor=Actor.system()
    )
    return password


def _partner(one: Organisation) -> Partner:
    return create_partner(
        slug=one.slug,
        prefix=one.prefix,
        name=one.name,
        country=one.country,
        languages=list(one.languages),
        time_zone=one.time_zone,
        contact=one.contact,
        website=one.website,
        actor=Actor.system(),
    )


def _member(one: Organisation, person: Colleague) -> User:
    for role in person.roles:
        membership = add_member(
            one.slug, email=person.email, name=person.name, role=Role(role), actor=Actor.system()
        )
    user = membership.user
    if person.language and person.language != user.language:
        change_own_language(language=Language(person.language), expected=None, actor=actor_of(user))
    return user


def _new_password(person: User) -> str:
    """Give an account its first password."""
    password = _valid_password(person)
    person.set_password(password)
    person.save(update_fields=["password"])
    return password


def _valid_password(person: User) -> str:
    """Sixteen random characters in four groups (79 bits) that the rules for everybody's password accept."""
    password = "-".join("".join(secrets.choice(_LETTERS) for _char in range(4)) for _group in range(4))
    try:
        validate_password(password, person)
    except ValidationError:
        return _valid_password(person)
    return password
