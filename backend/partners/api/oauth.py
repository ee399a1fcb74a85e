"""The OAuth endpoints for programs: allauth's, with an answer also for requests that it does not expect."""

from typing import Any

from allauth.idp.oidc.models import Client
from allauth.idp.oidc.views import RevokeView as AllauthRevokeView
from allauth.idp.oidc.views import TokenView as AllauthTokenView
from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View


@method_decorator(csrf_exempt, name="dispatch")
class _Answering(View):
    """Turns what allauth leaves to become an internal error into OAuth's own error documents."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        sent = [text for name, values in request.POST.lists() for text in (name, *values)]
        if any("\x00" in text for text in sent):
            return _refused("invalid_request")
        try:
            return super().dispatch(request, *args, **kwargs)
        except ValidationError:
            # The `resource` parameter (RFC 8707) is checked outside the part that answers errors.
            return _refused("invalid_target")
        except DataError:
            # A NUL byte inside HTTP Basic credentials: PostgreSQL does not take it as text.
            return _refused("invalid_request")


class TokenView(_Answering, AllauthTokenView):
    """Client credentials in, access token out (RFC 6749, section 4.4). No other grant exists here:
    the library behind would stumble over the password grant."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("grant_type") != Client.GrantType.CLIENT_CREDENTIALS:
            return _refused("unsupported_grant_type")
        return super().post(request)


class RevokeView(_Answering, AllauthRevokeView):
    """A program gives a token back before it expires (RFC 7009)."""


def _refused(error: str) -> HttpResponse:
    """The error document of RFC 6749, section 5.2: OAuth has its own, older than problem documents."""
    return JsonResponse({"error": error}, status=400, headers={"Cache-Control": "no-store"})


token = TokenView.as_view()
revoke = RevokeView.as_view()
