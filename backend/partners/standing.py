"""What a session may do that has not shown a second factor where one is demanded: nothing but get one."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.http import HttpRequest

from backend.partners.actors import Actor, actor_of
from backend.partners.models import User


def has_shown_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether this very session came in with a second factor, or set one up.

    Another session's does not count: whoever only knows the password stays outside when the owner of the
    account adds an app.
    """
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, user))


def note_second_factor_shown(request: HttpRequest, user: User, kind: str) -> None:
    """The session has just proved that it holds the factor which it set up."""
    record_authentication(request, user, "mfa", type=kind)


def lacks_second_factor(request: HttpRequest, actor: Actor) -> bool:
    """Whether one is demanded of the actor and this session has not shown it. Programs are not asked."""
    if not actor.needs_second_factor or actor.user is None:
        return False
    return not has_shown_second_factor(request, actor.user)


def actor_of_visitor(request: HttpRequest) -> Actor:
    """The Actor who looks at a page; nobody, where a second factor is demanded and was not shown."""
    user: Any = request.user
    if not user.is_authenticated:
        return Actor.nobody()
    actor = actor_of(user)
    return Actor.nobody() if lacks_second_factor(request, actor) else actor
