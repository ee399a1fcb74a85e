"""Invitations: how a person comes into a partner and chooses a password that nobody else ever knew.

The link is a secret of 256 random bits, kept as its digest alone. Where the installation sends mail, the
worker makes it for the mail and nobody in the partner sees it; elsewhere whoever invites is told it once, to
hand it over. What is answered to whoever invites is the same whether the address has an account or not.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.common.languages import Language
from backend.common.mailing import mail_leaves
from backend.jobs.services import enqueue_job
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.errors import (
    AlreadyInvited,
    HasAccount,
    InvitationGone,
    InvitationOver,
    OtherAddress,
    OwnRole,
    PersonNeeded,
    TooManyInvitations,
)
from backend.partners.models import SERVICE_DOMAIN, Invitation, Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services.members import start_membership
from backend.partners.services.passwords import require_good_password

DAYS: Final = 7
_MOST_WAITING: Final = 200
_TOKEN_BYTES: Final = 32
_KEPT: Final = timedelta(days=90)
_MAIL: Final = "backend.partners.tasks.mail_invitation"
_MAIL_ATTEMPTS: Final = 8


@transaction.atomic
def invite(
    slug: str, *, email: str, name: str, roles: Sequence[Role], language: Language | None = None, actor: Actor
) -> tuple[Invitation, str]:
    """Ask a person to join a partner in some roles. Beside it the link's token, empty where it goes by mail.

    Raises PersonNeeded, OwnRole, AlreadyInvited, TooManyInvitations.
    """
    inviter = _inviter(actor)
    partner = Partner.objects.managed_by(actor).locked(slug)
    address = _address(email, inviter)
    if Invitation.objects.waiting().filter(partner=partner).count() >= _MOST_WAITING:
        raise TooManyInvitations()
    invitation = Invitation(
        partner=partner,
        email=address,
        name=name,
        roles=[role.value for role in Role if role in roles],
        language=language or (partner.languages or [Language.EN.value])[0],
        made_by=inviter,
    )
    token = _begin(invitation)
    _save_new(invitation)
    audit.record(actor, "invitation.made", invitation, chain=partner.pk, roles=invitation.roles)
    return invitation, token


@transaction.atomic
def renew_invitation(
    slug: str, invitation_id: UUID, *, expected: int | None, actor: Actor
) -> tuple[Invitation, str]:
    """Once more, with another link and the full time; the former link is dead."""
    inviter = _inviter(actor)
    invitation = _held(slug, invitation_id, expected, actor)
    _address(invitation.email, inviter)
    invitation.made_by = inviter
    token = _begin(invitation)
    _keep(invitation)
    audit.record(actor, "invitation.renewed", invitation, chain=invitation.partner_id)
    return invitation, token


@transaction.atomic
def withdraw_invitation(slug: str, invitation_id: UUID, *, expected: int | None, actor: Actor) -> Invitation:
    """The link opens nothing any more."""
    invitation = _held(slug, invitation_id, expected, actor)
    invitation.withdrawn_at, invitation.token_digest = clock.now(), None
    _keep(invitation)
    audit.record(actor, "invitation.withdrawn", invitation, chain=invitation.partner_id)
    return invitation


def invitation_behind(token: str) -> Invitation:
    """What the holder of a link is asked. Raises InvitationGone."""
    return _usable(token)


@transaction.atomic
def accept_with_password(token: str, *, name: str, password: str) -> User:
    """Join with an account that is made now. Raises InvitationGone, HasAccount, Invalid."""
    invitation = _usable(token, lock=True)
    person = User.objects.select_for_update().filter(email=invitation.email).first()
    if person is None:
        person = User(email=invitation.email, language=invitation.language, password=make_password(None))
    elif not _may_set_first_password(person, invitation):
        raise HasAccount()
    person.name = name.strip() or invitation.name
    require_good_password(password, person)
    person.set_password(password)
    person.save()
    _join(invitation, person)
    return person


@transaction.atomic
def accept_signed_in(token: str, *, actor: Actor) -> User:
    """Join with the account that one is signed in with. Raises InvitationGone, OtherAddress, OwnRole."""
    invitation = _usable(token, lock=True)
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    if actor.user.email != invitation.email:
        raise OtherAddress()
    _join(invitation, actor.user)
    return actor.user


@transaction.atomic
def link_for_mail(invitation_id: UUID) -> tuple[Invitation, str] | None:
    """A new link for the mail that is about to leave: it exists in that mail and nowhere else."""
    waiting = Invitation.objects.waiting().filter(pk=invitation_id, mail=Invitation.Mail.WAITING)
    invitation = waiting.select_for_update(of=("self",)).first()
    if invitation is None or invitation.expires_at <= clock.now():
        return None
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    invitation.token_digest = _digest_of(token)
    invitation.save(update_fields=["token_digest"])
    return invitation, token


def note_mail(invitation_id: UUID, mail: Invitation.Mail) -> None:
    """What became of the mail."""
    Invitation.objects.filter(pk=invitation_id, mail=Invitation.Mail.WAITING).update(mail=mail)


def forget_old_invitations() -> int:
    """Names and addresses of invitations that are long over are not kept; the audit line stays."""
    return Invitation.objects.filter(expires_at__lt=clock.now() - _KEPT).delete()[0]


def _inviter(actor: Actor) -> User:
    """A program could take up its own invitation and be a person from then on."""
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise PersonNeeded()
    return actor.user


def _address(email: str, inviter: User) -> str:
    address = email.strip().lower()
    if address.endswith(f"@{SERVICE_DOMAIN}"):
        raise Invalid.field("email", "invalid", _("This is not a person's e-mail address."))
    if address == inviter.email:
        raise OwnRole()
    return address


def _begin(invitation: Invitation) -> str:
    """Another link from now on: made here, or by the worker that sends the mail."""
    invitation.expires_at = clock.now() + timedelta(days=DAYS)
    if mail_leaves():
        invitation.mail, invitation.token_digest = Invitation.Mail.WAITING, None
        enqueue_job(
            task_path=_MAIL,
            args=[str(invitation.pk)],
            max_attempts=_MAIL_ATTEMPTS,
            unique_key=f"invitation:{invitation.pk}",
        )
        return ""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    invitation.mail, invitation.token_digest = Invitation.Mail.BY_HAND, _digest_of(token)
    return token


def _save_new(invitation: Invitation) -> None:
    try:
        with transaction.atomic():
            invitation.save(force_insert=True)
    except IntegrityError:
        raise AlreadyInvited() from None


def _held(slug: str, invitation_id: UUID, expected: int | None, actor: Actor) -> Invitation:
    partner = Partner.objects.managed_by(actor).locked(slug)
    invitation = Invitation.objects.filter(partner=partner).locked(invitation_id)
    require_version(invitation.version, expected)
    if invitation.accepted_at is not None or invitation.withdrawn_at is not None:
        raise InvitationOver()
    return invitation


def _keep(invitation: Invitation) -> None:
    invitation.version += 1
    invitation.save()


def _usable(token: str, *, lock: bool = False) -> Invitation:
    found = Invitation.objects.waiting().select_related("partner", "made_by")
    if lock:
        found = found.select_for_update(of=("self",))
    invitation = found.filter(token_digest=_digest_of(token), partner__is_active=True).first()
    if invitation is None or invitation.expires_at <= clock.now():
        raise InvitationGone()
    # What somebody offered ends with his right to offer it.
    inviter = actor_of(invitation.made_by)
    if not inviter.keeps_platform and not inviter.may("manage_partner", invitation.partner_id):
        raise InvitationGone()
    return invitation


def _may_set_first_password(person: User, invitation: Invitation) -> bool:
    """An account that never had a password gets one, unless the link may be in other hands than its owner's
    and the account already works for somebody else."""
    if person.has_usable_password() or not person.is_active:
        return False
    if person.is_platform_administrator or person.is_service:
        return False
    elsewhere = Membership.objects.running().filter(user=person).exclude(partner=invitation.partner_id)
    return invitation.mail == Invitation.Mail.SENT or not elsewhere.exists()


def _join(invitation: Invitation, person: User) -> None:
    if person.pk == invitation.made_by_id:
        raise OwnRole()
    partner = Partner.objects.select_for_update(no_key=True).get(pk=invitation.partner_id)
    running = Membership.objects.running().filter(partner=partner, user=person)
    held = set(running.values_list("role", flat=True))
    for role in invitation.roles:
        if role not in held:
            start_membership(partner, person, Role(role))
    invitation.accepted_at, invitation.token_digest = clock.now(), None
    _keep(invitation)
    audit.record(
        Actor(ActorKind.STAFF, user=person),
        "invitation.accepted",
        invitation,
        chain=partner.pk,
        user=str(person.pk),
        roles=invitation.roles,
        invited_by=str(invitation.made_by_id),
    )


def _digest_of(token: str) -> str:
    """The token is random enough that neither salt nor key would add anything."""
    return hashlib.sha256(b"dosja:invitation:" + token.encode("utf-8", "replace")).hexdigest()
