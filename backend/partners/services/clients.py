"""API clients: a partner's own programs, with a secret that is shown once."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client, Token
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common.errors import Invalid, NotFound, require_version
from backend.partners.actors import Actor, ActorKind
from backend.partners.errors import MembershipEnded, NotForPrograms, PersonNeeded
from backend.partners.models import SERVICE_DOMAIN, Membership, Partner, User
from backend.partners.roles import Role, scopes_of_role
from backend.partners.services.members import start_membership, stop_membership

TOKEN_PATH: Final = "/identity/o/api/token"  # noqa: S105  # an address, no password


@dataclass(frozen=True)
class NewApiClient:
    """What is shown once; only a hash of the secret stays."""

    client_id: str
    client_secret: str = field(repr=False)
    scopes: list[str]
    membership: Membership


@transaction.atomic
def create_api_client(
    slug: str, *, role: Role, name: str, scopes: list[str] | None = None, actor: Actor
) -> NewApiClient:
    """Let a partner's program in, with a role narrowed by scopes (without: all that the role can use)."""
    _require_person(actor)
    partner = Partner.objects.managed_by(actor).locked(slug)
    granted = _scopes(role, scopes)
    client_id: str = get_adapter().generate_client_id()
    account = _service_account(client_id, name)
    membership = start_membership(partner, account, role)
    secret = _register(client_id, name, granted, account)
    audit.record(
        actor,
        "client.created",
        membership,
        chain=partner.pk,
        client=client_id,
        role=role.value,
        scopes=granted,
    )
    return NewApiClient(client_id, secret, granted, membership)


def _require_person(actor: Actor) -> None:
    if actor.kind is ActorKind.CLIENT:
        raise PersonNeeded()


def _scopes(role: Role, wanted: list[str] | None) -> list[str]:
    if role is Role.CUSTODIAN:
        raise NotForPrograms()
    possible = scopes_of_role(role)
    if wanted is None:
        return possible
    if not wanted or not set(wanted) <= set(possible):
        raise Invalid.field("scopes", "foreign_scope", _("Choose among the scopes that this role can use."))
    return [scope for scope in possible if scope in wanted]


def _service_account(client_id: str, name: str) -> User:
    address = f"{client_id}@{SERVICE_DOMAIN}"
    return User.objects.create(email=address, name=name, is_service=True, password=make_password(None))


def _register(client_id: str, name: str, scopes: list[str], owner: User) -> str:
    # allauth's own secrets hold signs that HTTP Basic clients encode differently; these need no encoding.
    secret = secrets.token_urlsafe(32)
    client = Client(id=client_id, name=name, owner=owner, redirect_uris="", response_types="")
    client.set_scopes(scopes)
    client.set_default_scopes(scopes)
    client.set_grant_types([Client.GrantType.CLIENT_CREDENTIALS])
    client.set_secret(secret)
    client.save(force_insert=True)
    return secret


def oauth_client(client_id: str) -> Client:
    """The OAuth side of an API client. Raises NotFound."""
    try:
        return Client.objects.get(pk=client_id)
    except Client.DoesNotExist:
        raise NotFound() from None


@transaction.atomic
def limit_api_client(
    slug: str, client_id: str, *, daily_quota: int | None, expected: int | None, actor: Actor
) -> Membership:
    """Let a program spend less in a day than the installation would allow; None takes that back."""
    _require_person(actor)
    partner = Partner.objects.managed_by(actor).locked(slug)
    membership = Membership.objects.of_programs().filter(partner=partner).locked_client(client_id)
    if membership.ended_at is not None:
        raise MembershipEnded()
    require_version(membership.version, expected)
    most = settings.DOSJA_CLIENT_QUOTA
    if daily_quota is not None and most and daily_quota > most:
        raise Invalid.field("daily_quota", "above_installation", _("The installation allows less than that."))
    membership.daily_quota = daily_quota
    membership.version += 1
    membership.save(update_fields=["daily_quota", "version"])
    audit.record(
        actor, "client.limited", membership, chain=partner.pk, client=client_id, daily_quota=daily_quota
    )
    return membership


@transaction.atomic
def end_api_client(slug: str, client_id: str, *, expected: int | None, actor: Actor) -> Membership:
    """Shut a program out: its tokens die at once and it gets no new ones. The row stays, for the record."""
    _require_person(actor)
    partner = Partner.objects.managed_by(actor).locked(slug)
    membership = Membership.objects.of_programs().filter(partner=partner).locked_client(client_id)
    stop_membership(partner, membership, expected)
    User.objects.filter(pk=membership.user_id).update(is_active=False)
    Client.objects.filter(pk=client_id).update(secret=make_password(None), grant_types="")
    Token.objects.filter(client_id=client_id).delete()
    audit.record(actor, "client.ended", membership, chain=partner.pk, client=client_id)
    return membership
