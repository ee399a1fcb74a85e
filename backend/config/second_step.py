"""The second step of staff, as allauth speaks it to browsers.

What differs here: wrong codes are counted in the database, a code opens once, and a factor that is demanded
can be replaced but not given up.
"""

from collections.abc import Iterable
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.headless.constants import Client
from allauth.headless.internal.restkit.response import ErrorResponse
from allauth.headless.mfa import inputs, views
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from backend.common import clock
from backend.doorkeeping.services import tries
from backend.doorkeeping.services.spending import spend_once
from backend.partners import services
from backend.partners.actors import actor_of
from backend.partners.standing import note_second_factor_shown

SECOND_STEP: Final = "second-step"
_CODE_LIFETIME: Final = timedelta(minutes=2)
_LONGEST_NAME: Final = 100


class _CountedCode:
    """A code of an app, or a recovery code. Five wrong ones are free, then each makes the next one wait."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        person = str(self.user.pk)
        if tries.begin_try(SECOND_STEP, person):
            raise get_account_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]  # the form that this is mixed into
        # allauth notes used codes in this process's memory; another process would take the same one again.
        until = clock.now() + _CODE_LIFETIME
        if self.authenticator.type == Authenticator.Type.TOTP and not spend_once(
            "code of an app", f"{person} {code.strip()}", until=until
        ):
            raise get_adapter().validation_error("incorrect_code")
        tries.succeeded(SECOND_STEP, person)
        return code


class CodeForm(_CountedCode, AuthenticateForm):
    """On the page without scripts."""


class CodeInput(_CountedCode, inputs.AuthenticateInput):
    """At the sign-in."""


class CodeAgainInput(_CountedCode, inputs.ReauthenticateInput):
    """Before something is changed."""


class NewPasskeyInput(inputs.AddWebAuthnInput):
    def clean_name(self) -> str:
        return super().clean_name()[:_LONGEST_NAME]


class RemovePasskeysInput(inputs.DeleteWebAuthnInput):
    def clean_authenticators(self) -> Iterable[Authenticator]:
        chosen: Iterable[Authenticator] = self.cleaned_data["authenticators"]
        _require_another(self.user, [one.pk for one in chosen])
        return chosen


class CodeView(views.AuthenticateView):
    input_class = CodeInput


class CodeAgainView(views.ReauthenticateView):
    input_class = CodeAgainInput


class AppView(views.ManageTOTPView):
    """The app that shows codes."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        _note_added(request, Authenticator.Type.TOTP)
        return response

    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        app = self._get_authenticator()
        if app is None:
            return super().delete(request, *args, **kwargs)
        try:
            _require_another(request.user, [app.pk])
        except ValidationError as refused:
            return ErrorResponse(request, exception=refused, status=HTTPStatus.CONFLICT)
        response = super().delete(request, *args, **kwargs)
        _note(request, "removed", Authenticator.Type.TOTP)
        return response


class RecoveryCodesView(views.ManageRecoveryCodesView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        _note(request, "renewed", Authenticator.Type.RECOVERY_CODES)
        return response


class PasskeysView(views.ManageWebAuthnView):
    """Passkeys. Each can sign in alone, and therefore asks who holds it."""

    input_class = {
        **views.ManageWebAuthnView.input_class,
        "POST": NewPasskeyInput,
        "DELETE": RemovePasskeysInput,
    }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # allauth reads from the address that the passkey shall sign in alone.
        wish: Any = request.GET.copy()
        wish["passwordless"] = "1"
        request.GET = wish
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        _note_added(request, Authenticator.Type.WEBAUTHN)
        return response

    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().delete(request, *args, **kwargs)
        _note(request, "removed", Authenticator.Type.WEBAUTHN)
        return response


def _require_another(person: Any, leaving: list[int]) -> None:
    """Raises ValidationError where a factor is demanded and none but recovery codes would stay."""
    if actor_of(person).needs_second_factor and not services.keeps_second_factor(person, without=leaving):
        raise get_adapter().validation_error("cannot_delete_authenticator")


def _note_added(request: HttpRequest, kind: str) -> None:
    user: Any = request.user
    note_second_factor_shown(request, user, kind)
    _note(request, "added", kind)


def _note(request: HttpRequest, change: str, kind: str) -> None:
    user: Any = request.user
    services.note_second_factor(change, kind=kind, current=request.session.session_key, actor=actor_of(user))


_BROWSER: Final = {"client": Client.BROWSER}
urlpatterns: list[URLPattern] = [
    path("auth/2fa/authenticate", CodeView.as_api_view(**_BROWSER), name="authenticate"),
    path("auth/2fa/reauthenticate", CodeAgainView.as_api_view(**_BROWSER), name="reauthenticate"),
    path(
        "auth/webauthn/authenticate",
        views.AuthenticateWebAuthnView.as_api_view(**_BROWSER),
        name="authenticate_webauthn",
    ),
    path(
        "auth/webauthn/reauthenticate",
        views.ReauthenticateWebAuthnView.as_api_view(**_BROWSER),
        name="reauthenticate_webauthn",
    ),
    path("auth/webauthn/login", views.LoginWebAuthnView.as_api_view(**_BROWSER), name="login_webauthn"),
    path("account/authenticators", views.AuthenticatorsView.as_api_view(**_BROWSER), name="authenticators"),
    path("account/authenticators/totp", AppView.as_api_view(**_BROWSER), name="manage_totp"),
    path(
        "account/authenticators/recovery-codes",
        RecoveryCodesView.as_api_view(**_BROWSER),
        name="manage_recovery_codes",
    ),
    path("account/authenticators/webauthn", PasskeysView.as_api_view(**_BROWSER), name="manage_webauthn"),
]
