"""The base of every API view: resolves the Actor once, closed unless a view opens itself."""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from backend.common.errors import NotAllowed
from backend.partners.actors import Actor, actor_of


class SignedIn(BasePermission):
    """A member of staff or an API client. What they may do is decided by querysets and services."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return actor_of_request(request).is_signed_in


class PlatformAdministrator(BasePermission):
    """Keeps partners, members and the directory; that opens no case."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        actor = actor_of_request(request)
        if actor.is_signed_in and not actor.is_platform_administrator:
            raise NotAllowed()
        return actor.is_platform_administrator


class Anybody(BasePermission):
    """Open to the public, signed in or not."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return True


def actor_of_request(request: Request) -> Actor:
    """The Actor behind a request, resolved once (one query)."""
    known: Actor | None = getattr(request, "_actor", None)
    if known is None:
        known = _resolve(request)
        request._actor = known  # type: ignore[attr-defined]  # the request is the place that lives as long
    return known


def _resolve(request: Request) -> Actor:
    if request.user is None or not request.user.is_authenticated:
        return Actor.nobody()
    if request.auth is None:
        return actor_of(request.user)
    return actor_of(request.user, scopes=request.auth.get_scopes())


class ApiViewSet(GenericViewSet[Any]):
    """Base of the API's views: `self.actor`, and no queryset unless a view names one."""

    @property
    def actor(self) -> Actor:
        return actor_of_request(self.request)
