"""Headers that every answer carries: nothing is kept by browsers, nothing foreign is loaded or told."""

from collections.abc import Callable, Collection
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Pages load style sheets, an icon and, where they have one, a script: their own, nothing else.
PAGES: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SCRIPTS: Final = "; script-src 'self'"
# Swagger UI styles itself and draws its icons from data addresses; its scripts are files of ours.
DOCUMENTATION: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# All that a page could ask of a device. The dashboard asks for passkeys, no other page of ours for anything,
# and nothing that gets onto one shall either.
# Names that Chromium knows on all systems: it complains about others on every page.
POWERS: Final = (
    *("accelerometer", "autoplay", "camera", "clipboard-read", "clipboard-write"),
    *("display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid"),
    *("identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts", "magnetometer"),
    *("microphone", "midi", "otp-credentials", "payment", "picture-in-picture"),
    *("publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial"),
    *("storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking"),
)
PASSKEYS: Final = ("publickey-credentials-create", "publickey-credentials-get")


def powers(*, own: Collection[str] = ()) -> str:
    """The policy that takes all powers away but these, which the page itself keeps."""
    return ", ".join(f"{power}={'(self)' if power in own else '()'}" for power in POWERS)


POWERLESS: Final = powers()


class Headers:
    """Stands outside of everything, so that redirects and files pass it, too; fills in what a view has not
    decided for itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", _policy(request))
        # Shared computers in a partner's office: the next person must not find the last one's pages.
        headers.setdefault("Cache-Control", "no-store")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", POWERLESS)
        if not getattr(response, "xframe_options_exempt", False):
            headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if _hides_where_a_form_comes_from(request):
            headers["Referrer-Policy"] = "same-origin"
        return response


def _policy(request: HttpRequest) -> str:
    if request.path.startswith("/api/docs/"):
        return DOCUMENTATION
    policy = PAGES + (SCRIPTS if getattr(request, "has_scripts", False) else "")
    # A view names the sites that may show its page inside of theirs.
    framed_by = " ".join(getattr(request, "may_be_framed_by", ())) or "'none'"
    return policy.replace("frame-ancestors 'none'", f"frame-ancestors {framed_by}")


def _hides_where_a_form_comes_from(request: HttpRequest) -> bool:
    """A browser from before 2021 (Safari: 2023) asks for a page: it sends no `Sec-Fetch-Site`.

    Under `no-referrer` all browsers send `Origin: null` with a form. The newer ones say in `Sec-Fetch-Site`
    where it comes from (`origins.py`); the old ones would say it nowhere, and their forms would be refused.
    Under `same-origin` they tell our own pages to nobody but us, and `Origin` stays what it is.
    """
    return "Sec-Fetch-Site" not in request.headers and "text/html" in request.headers.get("Accept", "")
