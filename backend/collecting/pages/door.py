"""Who stands at the door (HTTP Basic), and how it is answered: OpenRosa 1.0, or JSON for KoboToolbox."""

import binascii
from base64 import b64decode
from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import translation
from django.utils.encoding import force_str
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from backend.collecting.errors import AccessUnknown, NotASubmission
from backend.collecting.services import Entered, enter
from backend.common import outages, secondlock
from backend.common.errors import Invalid, Problem, TooLarge
from backend.common.problems import plain_response
from backend.doorkeeping.senders import sender_of

XML: Final = "text/xml; charset=utf-8"
# TLS protects the password; Digest would want it kept so that it can be read (ADR 37).
CHALLENGE: Final = 'Basic realm="Dosja", charset="UTF-8"'
_RESPONSE: Final = "http://openrosa.org/http/response"
View = Callable[..., HttpResponse]


def openrosa(view: View) -> View:
    """A view for who holds an access, in the words of OpenRosa, refusals too."""
    return _guarded(view, refused)


def for_kobo(view: View) -> View:
    """The same for KoboToolbox: refusals are problem documents."""
    return _guarded(view, plain_response)


def message(text: str, *, status: int, nature: str = "submit_success") -> HttpResponse:
    """What the telephone shows after sending."""
    root = Element("OpenRosaResponse", xmlns=_RESPONSE)
    SubElement(root, "message", nature=nature).text = text
    return xml(root, status=status)


def xml(root: Element, *, status: int = 200) -> HttpResponse:
    """A small document of ours."""
    written = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(written, status=status, content_type=XML)


def refused(problem: Problem) -> HttpResponse:
    """Why, in a sentence; the telephone keeps what it wanted to send."""
    return message(_sentence(problem), status=problem.status, nature="submit_error")


def _guarded(view: View, refuse: Callable[[Problem], HttpResponse]) -> View:
    @csrf_exempt  # No cookie opens anything here.
    @wraps(view)
    def answered(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            entered = _entered(request)
            response = view(request, entered, **named)
        except Exception as raised:
            problem = _problem_of(raised)
            if problem is None:
                raise
            response = refuse(problem)
            if retry_after := getattr(problem, "retry_after", None):
                response.headers["Retry-After"] = str(retry_after)
            if problem.status == 401:
                response.headers["WWW-Authenticate"] = CHALLENGE
        response.headers["X-OpenRosa-Version"] = "1.0"
        response.headers["Date"] = http_date()
        return response

    return answered


def _entered(request: HttpRequest) -> Entered:
    """Raises AccessUnknown or AccessTriedTooOften."""
    scheme, _blank, told = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        raise AccessUnknown()
    try:
        user_name, _colon, password = b64decode(told.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise AccessUnknown() from None
    entered = enter(user_name=user_name, password=password, sender=sender_of(request))
    secondlock.hold(entered.actor.keys)
    if "Accept-Language" not in request.headers and entered.partner.languages:
        # Telephones ask for no language.
        translation.activate(entered.partner.languages[0].lower())
    return entered


def _problem_of(raised: Exception) -> Problem | None:
    if isinstance(raised, Problem):
        return raised
    if isinstance(raised, RequestDataTooBig | TooManyFilesSent):
        return TooLarge()
    if isinstance(raised, MultiPartParserError):
        return NotASubmission()
    return outages.problem_of(raised)


def _sentence(problem: Problem) -> str:
    """Of fields, their names and what is wrong with them; never what stands in them."""
    parts = [force_str(problem.title)]
    if isinstance(problem, Invalid):
        parts += [f"{error.field}: {force_str(error.message)}" for error in problem.errors]
    if why := getattr(problem, "why", ""):
        parts.append(force_str(why))
    return " ".join(parts)
