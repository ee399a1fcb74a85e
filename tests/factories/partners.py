"""Partners, people, roles and API clients for tests, made by the same services as in the product."""

import secrets
from datetime import timedelta
from itertools import count
from typing import Any

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Token
from factory.declarations import LazyAttribute, Sequence
from factory.django import DjangoModelFactory

from backend.common import clock
from backend.common.languages import Language
from backend.partners import services
from backend.partners.actors import Actor
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role

PASSWORD = "correct-horse-battery-staple"


class UserFactory(DjangoModelFactory[User]):
    """A person without a role anywhere."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    name = Sequence(lambda number: f"Person {number}")
    email = LazyAttribute(lambda person: f"{person.name.lower().replace(' ', '.')}@example.org")
    language = Language.EN

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        return model_class.objects.create_user(password=fields.pop("password", PASSWORD), **fields)


class PartnerFactory(DjangoModelFactory[Partner]):
    """A partner with its role groups."""

    class Meta:
        model = Partner

    slug = Sequence(lambda number: f"partner-{number}")
    prefix = Sequence(lambda number: "Q" + _letters(number))
    name = LazyAttribute(lambda partner: f"Partner {partner.slug}")
    country = Partner.Country.AL
    languages = [Language.SQ.value, Language.EN.value]
    time_zone = "Europe/Tirane"

    @classmethod
    def _create(cls, model_class: type[Partner], *args: Any, **fields: Any) -> Partner:
        is_active = fields.pop("is_active", True)
        partner = services.create_partner(actor=Actor.system(), **fields)
        return partner if is_active else suspended(partner)


def _letters(number: int) -> str:
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(4))


def suspended(partner: Partner) -> Partner:
    """The partner, out of the network until further notice."""
    changes = {"is_active": False}
    return services.change_partner(partner.slug, changes=changes, expected=None, actor=Actor.system())


def member(partner: Partner, role: Role | str, user: User | None = None, **fields: Any) -> User:
    """A person who holds a role in a partner; an existing person gets one role more."""
    user = user or UserFactory(**fields)
    services.add_member(partner.slug, email=user.email, name=user.name, role=Role(role), actor=Actor.system())
    return user


def membership_of(user: User, partner: Partner, role: Role | str | None = None) -> Membership:
    """A person's running membership in a partner."""
    running = Membership.objects.filter(user=user, partner=partner, ended_at__isnull=True)
    return (running.filter(role=role) if role else running).get()


_clients = count(1)


def api_client(
    partner: Partner, role: Role | str = Role.CASEWORKER, scopes: list[str] | None = None
) -> services.NewApiClient:
    """A partner's own program, with its secret."""
    return services.create_api_client(
        partner.slug, role=Role(role), name=f"Program {next(_clients)}", scopes=scopes, actor=Actor.system()
    )


def access_token(client_id: str, *, scopes: list[str] | None = None, seconds: int = 3600) -> str:
    """An access token as the token endpoint would give it; negative seconds make an expired one."""
    value = secrets.token_urlsafe(32)
    client = services.oauth_client(client_id)
    token = Token(
        client=client,
        type=Token.Type.ACCESS_TOKEN,
        hash=get_adapter().hash_token(value),
        expires_at=clock.now() + timedelta(seconds=seconds),
    )
    token.set_scopes(client.get_scopes() if scopes is None else scopes)
    token.save()
    return value
