"""Links with which a forgotten password is replaced: one opens once, within a day; only its digest is
kept."""

import hashlib
import secrets
import uuid
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from backend.audit import services as audit
from backend.common import clock
from backend.common.mailing import mail_leaves
from backend.doorkeeping.services import buckets
from backend.jobs.services import enqueue_job
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.errors import PasswordLinkGone
from backend.partners.models import AccessHelp, Invitation, Membership, User
from backend.partners.services.passwords import require_good_password
from backend.partners.services.sessions import end_sessions_of

HOURS: Final = 24
_ASKED_AN_HOUR: Final = 3
_TOKEN_BYTES: Final = 32
_MAIL: Final = "backend.partners.tasks.mail_password_link"
_MAIL_ATTEMPTS: Final = 8


def begin_link(person: User, *, helper: User | None) -> tuple[AccessHelp, str]:
    """Another link, the former ones are dead. Its token is told where no mail leaves; the caller holds the
    person."""
    _open_links().filter(user=person).update(token_digest=None, expires_at=clock.now())
    made = AccessHelp(
        user=person,
        kind=AccessHelp.Kind.PASSWORD,
        made_by=helper,
        expires_at=clock.now() + timedelta(hours=HOURS),
    )
    token = ""
    if mail_leaves():
        made.mail = Invitation.Mail.WAITING
        _enqueue(made.pk)
    else:
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        made.token_digest = _digest_of(token)
    made.save(force_insert=True)
    return made, token


@transaction.atomic
def ask_for_link(email: str) -> None:
    """A person asks for a link by mail. Nothing tells whether there is such an account: not the answer, and
    a job is queued either way. Without mail nothing happens."""
    if not mail_leaves():
        return
    address = email.strip().lower()
    too_often = buckets.count("password forgotten", address) > _ASKED_AN_HOUR
    person = None if too_often else _account_of(address)
    if person is None:
        _enqueue(uuid.uuid4())
        return
    begin_link(person, helper=None)
    audit.record(Actor.nobody(), "user.password_link_asked", person, chain=None)


def link_is_open(token: str) -> bool:
    """Whether a password may be chosen with it."""
    return _usable(token) is not None


@transaction.atomic
def choose_password(token: str, *, password: str) -> User:
    """Replace a forgotten password; all sessions end, a second factor stays. Raises PasswordLinkGone,
    Invalid."""
    help_given = _usable(token)
    if help_given is None:
        raise PasswordLinkGone()
    person = User.objects.select_for_update().get(pk=help_given.user_id)
    require_good_password(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    # Of two at the same moment the second finds it used.
    used = AccessHelp.objects.filter(pk=help_given.pk, used_at__isnull=True)
    if not used.update(used_at=clock.now(), token_digest=None):
        raise PasswordLinkGone()
    end_sessions_of(person)
    helper = str(help_given.made_by_id) if help_given.made_by_id else None
    audit.record(
        Actor(ActorKind.STAFF, user=person), "user.password_reset", person, chain=None, helped_by=helper
    )
    return person


@transaction.atomic
def link_for_person(help_id: UUID) -> tuple[User, str] | None:
    """A new token for the mail that is about to leave: it exists in that mail and nowhere else."""
    waiting = _open_links().filter(pk=help_id, mail=Invitation.Mail.WAITING)
    made = waiting.select_for_update(of=("self",)).select_related("user").first()
    if made is None or made.expires_at <= clock.now():
        return None
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    made.token_digest = _digest_of(token)
    made.save(update_fields=["token_digest"])
    return made.user, token


def note_link_mail(help_id: UUID, mail: Invitation.Mail) -> None:
    """What became of the mail."""
    AccessHelp.objects.filter(pk=help_id, mail=Invitation.Mail.WAITING).update(mail=mail)


def _open_links() -> QuerySet[AccessHelp]:
    return AccessHelp.objects.filter(kind=AccessHelp.Kind.PASSWORD, used_at__isnull=True)


def _account_of(address: str) -> User | None:
    """Who has a password here and works somewhere. Who was only invited takes up the invitation."""
    found = User.objects.select_for_update().filter(email=address, is_active=True, is_service=False).first()
    if found is None or not found.has_usable_password():
        return None
    works = found.is_platform_administrator or Membership.objects.running().filter(user=found).exists()
    return found if works else None


def _enqueue(help_id: UUID) -> None:
    enqueue_job(
        task_path=_MAIL,
        args=[str(help_id)],
        max_attempts=_MAIL_ATTEMPTS,
        unique_key=f"password-link:{help_id}",
    )


def _usable(token: str) -> AccessHelp | None:
    found = _open_links().filter(token_digest=_digest_of(token), expires_at__gt=clock.now())
    given: AccessHelp | None = found.select_related("user", "made_by").first()
    if given is None or not given.user.is_active or not _helper_still_may(given):
        return None
    return given


def _helper_still_may(given: AccessHelp) -> bool:
    """What somebody gave ends with the right to give it."""
    if given.made_by is None:
        return True
    helper = actor_of(given.made_by)
    partners = Membership.objects.running().filter(user=given.user).values_list("partner", flat=True)
    return helper.keeps_platform or any(helper.may("manage_partner", one) for one in partners)


def _digest_of(token: str) -> str:
    """The token is random enough that neither salt nor key would add anything."""
    return hashlib.sha256(b"dosja:password:" + token.encode("utf-8", "replace")).hexdigest()
