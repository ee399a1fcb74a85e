"""Who is calling: staff by session, API clients by OAuth 2.0 bearer token."""

from typing import Any, Final

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.internal.resources import is_resources_subset
from allauth.idp.oidc.models import Token
from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from backend.common.errors import NotAllowed
from backend.common.written import Written
from backend.partners.actors import user_with_grants
from backend.partners.api.metering import meter_client, meter_person
from backend.partners.models import Membership, User


class CsrfRefused(NotAllowed):
    code = "csrf_failed"
    title = _("Your page is out of date. Load it again and repeat the step.")


class StaffAuthentication(SessionAuthentication):
    """The session cookie of a member of staff; unsafe methods need the CSRF token."""

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="dosja"'

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        found = super().authenticate(request)
        # A service account never signs in by a browser.
        if found is None or found[0].is_service:
            return None
        meter_person(request, found[0])
        return found

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied:
            raise CsrfRefused() from None


class ClientAuthentication(BaseAuthentication):
    """An access token from the client-credentials grant: it acts as the client's service account.

    Not allauth's own class: that one reads the body before it knows the caller, takes more queries, answers
    an invalid token like no token, and leaves `request.user` empty for this grant."""

    def authenticate(self, request: Request) -> tuple[User, Token] | None:
        scheme, _space, value = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = _valid_token(value.strip())
        # The owner comes with its grants, which the request asks for next.
        owner = user_with_grants(token.owner_id) if token and _is_meant_for(token, request) else None
        if token is None or owner is None:
            raise AuthenticationFailed()
        # Here and not in a throttle, which DRF asks after the permissions: refusals cost, too.
        meter_client(request, token.client_id, token.own_quota)
        return owner, token

    def authenticate_header(self, request: Request) -> str:
        named = "authorization" in request.headers
        return 'Bearer realm="dosja"' + (', error="invalid_token"' if named else "")


def _valid_token(value: str) -> Token | None:
    """The token, when it has not expired and its client still works for a partner that is in the network."""
    return _TOKENS.first(hash=get_adapter().hash_token(value), now=timezone.now())


def _tokens(hash: Any, now: Any) -> QuerySet[Token]:
    running = Membership.objects.running().filter(user=OuterRef("client__owner"), partner__is_active=True)
    valid = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    tokens = Token.objects.filter(valid, hash=hash, type=Token.Type.ACCESS_TOKEN)
    owned = tokens.filter(client__owner__is_active=True, client__owner__is_service=True)
    quota = Subquery(running.values("daily_quota")[:1])
    return owned.filter(Exists(running)).annotate(own_quota=quota, owner_id=F("client__owner_id"))


_TOKENS: Final = Written(Token, _tokens, hash=CharField(), now=DateTimeField())


def _is_meant_for(token: Token, request: Request) -> bool:
    """RFC 8707: a token that was asked for one resource opens no other."""
    return bool(is_resources_subset([request.build_absolute_uri(request.path)], token.get_resources()))
