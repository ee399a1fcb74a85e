"""How somebody comes in again who forgot the password or lost the second factor, helped by who keeps the
partner.

Whoever could do both for one person could become that person. So nobody does both within a week, nobody helps
himself or herself, and who also answers for others than this partner is helped by the platform's
administrator.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from backend.audit import services as audit
from backend.common import clock
from backend.common.mailing import mail_leaves
from backend.jobs.services import enqueue_job
from backend.partners.actors import Actor, ActorKind
from backend.partners.errors import (
    AdministratorNeeded,
    AnotherPersonNeeded,
    NoSecondFactor,
    OwnAccess,
    PersonNeeded,
)
from backend.partners.models import AccessHelp, Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services.members import held_person
from backend.partners.services.password_links import begin_link
from backend.partners.services.sessions import end_sessions_of

_WEEK: Final = timedelta(days=7)
_NEWS: Final = "backend.partners.tasks.mail_news_of_access"
_KEPT: Final = timedelta(days=90)


@transaction.atomic
def end_sessions_of_member(slug: str, user_id: UUID, *, actor: Actor) -> int:
    """Sign a person of a partner out everywhere. Answers how many sessions. Raises NotFound, OwnAccess."""
    partner, person, _helper = _held(slug, user_id, actor)
    count = end_sessions_of(person)
    audit.record(actor, "member.sessions_ended", person, chain=partner.pk, user=str(person.pk), count=count)
    return count


@transaction.atomic
def reset_second_factor(slug: str, user_id: UUID, *, actor: Actor) -> None:
    """Take a lost second factor away: the person signs in by password, and sets up another where one is
    demanded.

    All sessions end, and the person is told by a mail that says nothing. Raises NotFound, OwnAccess,
    AdministratorNeeded, AnotherPersonNeeded, NoSecondFactor.
    """
    partner, person, helper = _held(slug, user_id, actor)
    _require_may_help(partner, person, AccessHelp.Kind.SECOND_FACTOR, actor, by_hand=True)
    if not Authenticator.objects.filter(user=person).delete()[0]:
        raise NoSecondFactor()
    end_sessions_of(person)
    now = clock.now()
    made = AccessHelp.objects.create(
        user=person, kind=AccessHelp.Kind.SECOND_FACTOR, made_by=helper, expires_at=now, used_at=now
    )
    _tell(made)
    audit.record(actor, "member.second_factor_reset", person, chain=partner.pk, user=str(person.pk))


@transaction.atomic
def make_password_link(slug: str, user_id: UUID, *, actor: Actor) -> tuple[AccessHelp, str]:
    """A link with which a person chooses another password, once, within a day. Empty where it goes by mail.

    Raises NotFound, OwnAccess, AdministratorNeeded, AnotherPersonNeeded.
    """
    partner, person, helper = _held(slug, user_id, actor)
    _require_may_help(partner, person, AccessHelp.Kind.PASSWORD, actor, by_hand=not mail_leaves())
    made, token = begin_link(person, helper=helper)
    audit.record(actor, "member.password_link_made", person, chain=partner.pk, user=str(person.pk))
    return made, token


def forget_old_help() -> int:
    """Rows of help are kept for a while, so that nobody gives both; the audit line stays."""
    return AccessHelp.objects.filter(made_at__lt=clock.now() - _KEPT).delete()[0]


def _held(slug: str, user_id: UUID, actor: Actor) -> tuple[Partner, User, User]:
    partner = Partner.objects.managed_by(actor).locked(slug)
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise PersonNeeded()
    if actor.user.pk == user_id:
        raise OwnAccess()
    person = held_person(partner, user_id, None)
    # One help at a time: of two at the same moment, the second sees the first.
    return partner, User.objects.select_for_update().get(pk=person.pk), actor.user


def _require_may_help(partner: Partner, person: User, kind: str, actor: Actor, *, by_hand: bool) -> None:
    if not actor.keeps_platform and _answers_for_more(partner, person, by_hand=by_hand):
        raise AdministratorNeeded()
    lately = AccessHelp.objects.filter(user=person, made_by=actor.user, made_at__gt=clock.now() - _WEEK)
    if lately.exclude(kind=kind).exists():
        raise AnotherPersonNeeded()


def _answers_for_more(partner: Partner, person: User, *, by_hand: bool) -> bool:
    """Whoever holds this person's access would hold more than a coordinator of this partner may."""
    running = Membership.objects.running().filter(user=person)
    if person.is_platform_administrator or running.exclude(partner=partner).exists():
        return True
    return by_hand and running.filter(role=Role.CUSTODIAN).exists()


def _tell(made: AccessHelp) -> None:
    if mail_leaves():
        enqueue_job(
            task_path=_NEWS, args=[str(made.user_id)], max_attempts=8, unique_key=f"access-news:{made.pk}"
        )
