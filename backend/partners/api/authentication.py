"""Who is calling: staff by session, API clients by OAuth 2.0 bearer token."""

from typing import Any

from allauth.idp.oidc.contrib.rest_framework.authentication import TokenAuthentication
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request


class StaffAuthentication(SessionAuthentication):
    """The session cookie of a member of staff; unsafe methods need the CSRF token."""

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="dosja"'

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        found = super().authenticate(request)
        # A service account never signs in by a browser.
        return None if found is None or found[0].is_service else found


class ClientAuthentication(TokenAuthentication):
    """An access token from the client-credentials grant: it acts as the client's service account."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        if not request.headers.get("Authorization", "").lower().startswith("bearer"):
            return None
        found = super().authenticate(request)
        token = found[1] if found else None
        user = token.client.owner if token else None
        if user is None or not user.is_active or not user.is_service:
            raise AuthenticationFailed(_("This sign-in or token is not valid."))
        return user, token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="dosja", error="invalid_token"'
