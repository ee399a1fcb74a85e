"""Who gets through the door: resolves the Actor once per request. Imports little: DRF's settings name it."""

from typing import Any

from rest_framework.permissions import BasePermission

from backend.common import secondlock
from backend.common.errors import NotAllowed
from backend.partners.actors import Actor, actor_of
from backend.partners.errors import SecondFactorRequired
from backend.partners.standing import lacks_second_factor


class SignedIn(BasePermission):
    """A member of staff or an API client. What they may do is decided by querysets and services."""

    def has_permission(self, request: Any, view: Any) -> bool:
        actor = actor_of_request(request)
        _require_second_factor(request, view, actor)
        return actor.is_signed_in


class PlatformAdministrator(BasePermission):
    """Keeps partners, members and the directory; that opens no case."""

    def has_permission(self, request: Any, view: Any) -> bool:
        actor = actor_of_request(request)
        _require_second_factor(request, view, actor)
        if actor.is_signed_in and not actor.is_platform_administrator:
            raise NotAllowed()
        return actor.is_platform_administrator


class Anybody(BasePermission):
    """Open to the public, signed in or not."""

    # Read by the description of the API.
    open_to_everybody = True

    def has_permission(self, request: Any, view: Any) -> bool:
        # Whoever lacks a second factor is here what anybody is: somebody from the street.
        if lacks_second_factor(request, actor_of_request(request)):
            request._actor = Actor.nobody()
        return True


def _require_second_factor(request: Any, view: Any, actor: Actor) -> None:
    if not getattr(view, "open_without_second_factor", False) and lacks_second_factor(request, actor):
        raise SecondFactorRequired()


def actor_of_request(request: Any) -> Actor:
    """The Actor behind a request, resolved once (one query). From then on its keys are at hand."""
    known: Actor | None = getattr(request, "_actor", None)
    if known is None:
        known = _resolve(request)
        request._actor = known
        secondlock.hold(known.keys)
    return known


def _resolve(request: Any) -> Actor:
    if request.user is None or not request.user.is_authenticated:
        return Actor.nobody()
    if request.auth is None:
        return actor_of(request.user)
    return actor_of(request.user, scopes=request.auth.get_scopes())
