"""What the pages have in common: the visitor's cookies, the language of the page, the way out."""

from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from backend.common.languages import Language, current_language
from backend.intake.models import Draft, ReceiptVisit, SealedVisit
from backend.intake.pages.assisting import ASSISTED
from backend.intake.pages.doors import DOORS
from backend.intake.pages.sent_files import drop_all
from backend.intake.services import visits

# The cookies of forms are their doors' (see doors.py).
COOKIES: Final[dict[type[SealedVisit], str]] = {ReceiptVisit: settings.DOSJA_RECEIPT_COOKIE}
# Large, harmless, in the reader's language, and not a page that a complaint would lead to.
ELSEWHERE: Final = {
    Language.SQ: "https://sq.wikipedia.org/",
    Language.SR_LATN: "https://sr.wikipedia.org/",
    Language.SR_CYRL: "https://sr.wikipedia.org/",
    Language.KA: "https://ka.wikipedia.org/",
    Language.EN: "https://en.wikipedia.org/",
}


def token_of(request: HttpRequest, kind: type[SealedVisit]) -> str:
    """The token that the browser holds; empty where it holds none."""
    return request.COOKIES.get(COOKIES[kind], "")


def hand_over(response: HttpResponse, kind: type[SealedVisit], token: str) -> None:
    """Give the token to the browser, until it is closed; nothing else ever has it."""
    response.set_cookie(
        COOKIES[kind], token, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def take_back(response: HttpResponse, kind: type[SealedVisit]) -> None:
    """Tell the browser to forget the token."""
    # Not delete_cookie: a cookie with the __Host- prefix is only replaced by one that is secure, too.
    response.set_cookie(
        COOKIES[kind], "", max_age=0, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def speak(request: HttpRequest, code: str) -> Language:
    """Show this page in the language of its address."""
    if code not in Language.values:
        raise Http404
    translation.activate(code.lower())
    request.LANGUAGE_CODE = code.lower()
    return Language(code)


def remember_language(response: HttpResponse, code: str) -> None:
    """For the pages whose address does not name the language; forgotten when the browser is closed."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code.lower(),
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


@csrf_exempt  # From a frame no cookie comes along, so that there is no token; the handle is as good as one.
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Leave quickly: what was typed is destroyed, and the browser shows something else."""
    if request.method == "POST":
        return _leave_frame(request)
    response = HttpResponseRedirect(ELSEWHERE[current_language()])
    # Not told to anybody: the other site learns nothing of where the visitor comes from.
    response.headers["Referrer-Policy"] = "no-referrer"
    # Another site may link here, but it shall not destroy what somebody is writing.
    if request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none"):
        for kind in COOKIES:
            if token := token_of(request, kind):
                visits.forget(kind, token)
                take_back(response, kind)
        for door in (*DOORS, ASSISTED):
            if token := door.token_of(request):
                drop_all(visits.read(Draft, token) or {})
                visits.forget(Draft, token)
                door.take_back(response)
    return response


def _leave_frame(request: HttpRequest) -> HttpResponse:
    """The whole window leaves; the draft of the form in the frame is destroyed by its handle."""
    visits.forget_by_handle(Draft, request.POST.get("draft", "")[:64])
    code = request.POST.get("language", "")
    language = Language(code) if code in Language.values else current_language()
    # Not a redirect: browsers let no form lead to another site under a policy with `form-action 'self'`.
    return HttpResponse(headers={"Refresh": f"0; url={ELSEWHERE[language]}"})
