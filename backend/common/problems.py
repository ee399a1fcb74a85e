"""How a broken rule looks on the wire: RFC 9457 problem documents, the only place that knows."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiResponse
from drf_standardized_errors.formatter import flatten_errors
from rest_framework import exceptions, serializers
from rest_framework.response import Response
from rest_framework.views import set_rollback

from backend.common import outages
from backend.common.errors import (
    PROBLEM_MEDIA_TYPE,
    Busy,
    Failure,
    Invalid,
    Malformed,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Problem,
    TooLarge,
)
from backend.common.languages import current_language

logger = logging.getLogger("dosja.problems")

# DRF's own refusals: their class, our stable code, our sentence.
_KNOWN: tuple[tuple[type[exceptions.APIException], str, Any], ...] = (
    (exceptions.ParseError, Malformed.code, Malformed.title),
    (
        exceptions.MethodNotAllowed,
        "method_not_allowed",
        gettext_lazy("This address does not take that method."),
    ),
    (
        exceptions.NotAcceptable,
        "not_acceptable",
        gettext_lazy("Ask for application/json."),
    ),
    (
        exceptions.UnsupportedMediaType,
        "unsupported_media_type",
        gettext_lazy("Send application/json."),
    ),
    (
        exceptions.Throttled,
        "too_many_requests",
        gettext_lazy("Too many tries. Please wait a little."),
    ),
    (exceptions.NotAuthenticated, NotSignedIn.code, NotSignedIn.title),
    (
        exceptions.AuthenticationFailed,
        "authentication_failed",
        gettext_lazy("This sign-in or token is not valid."),
    ),
    (exceptions.PermissionDenied, NotAllowed.code, NotAllowed.title),
    (exceptions.NotFound, NotFound.code, NotFound.title),
)


def document(status: int, code: str, title: object, **facts: Any) -> dict[str, Any]:
    """The members of a problem document. `type` stays about:blank: the code is the stable name."""
    return {
        "type": "about:blank",
        "status": status,
        "code": code,
        "title": force_str(title),
        **facts,
    }


def document_of(problem: Problem) -> dict[str, Any]:
    """A Problem as its document."""
    body = document(problem.status, problem.code, problem.title, **problem.facts)
    if isinstance(problem, Invalid):
        body["errors"] = [
            {
                "field": error.field,
                "code": error.code,
                "message": force_str(error.message),
            }
            for error in problem.errors
        ]
    return body


def handle(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler: every refusal becomes a problem document, the transaction is rolled back."""
    body, headers = _describe(exc)
    if body is None:
        return None
    set_rollback()
    return Response(body, status=body["status"], headers=headers, content_type=PROBLEM_MEDIA_TYPE)


def _describe(exc: Exception) -> tuple[dict[str, Any] | None, dict[str, str]]:
    if isinstance(exc, Problem):
        return document_of(exc), _headers_of(exc)
    if isinstance(exc, exceptions.ValidationError):
        return _invalid(exc), {}
    if isinstance(exc, RequestDataTooBig):
        return document_of(TooLarge()), {}
    if isinstance(exc, Http404):
        exc = exceptions.NotFound()
    elif isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    elif (outage := outages.problem_of(exc)) is not None:
        logger.error("interrupted by %s", type(exc).__qualname__)
        return document_of(outage), _headers_of(outage)
    if isinstance(exc, exceptions.APIException):
        return _known(exc)
    return None, {}


def _headers_of(problem: Problem) -> dict[str, str]:
    retry_after = getattr(problem, "retry_after", None)
    headers = {"Retry-After": str(retry_after)} if retry_after else {}
    if problem.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="dosja"'
    return headers


def _known(exc: exceptions.APIException) -> tuple[dict[str, Any], dict[str, str]]:
    headers = {}
    if challenge := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(int(wait) + 1)
    for known, code, title in _KNOWN:
        if isinstance(exc, known):
            return document(exc.status_code, code, title), headers
    return document(exc.status_code, exc.default_code, exc.default_detail), headers


def _invalid(exc: exceptions.ValidationError) -> dict[str, Any]:
    body = document(400, Invalid.code, Invalid.title)
    body["errors"] = [
        {
            "field": error.attr or "non_field_errors",
            "code": error.code,
            "message": error.detail,
        }
        for error in flatten_errors(exc.detail)
    ]
    return body


def wants_json(request: HttpRequest) -> bool:
    """Whether an error outside the API views should be a problem document."""
    return request.path.startswith(("/api/", "/health/", "/_allauth/"))


def plain_response(problem: Problem) -> HttpResponse:
    """A problem document from outside DRF (middleware, Django's own error handlers)."""
    return JsonResponse(
        document_of(problem),
        status=problem.status,
        content_type=PROBLEM_MEDIA_TYPE,
        headers=_headers_of(problem),
    )


class FieldErrorSchema(serializers.Serializer):
    """What is wrong with one field."""

    field = serializers.CharField(help_text="Name of the field, dotted for nested ones.")
    code = serializers.CharField(help_text="Stable code of the error.")
    message = serializers.CharField(help_text="A sentence in the caller's language.")


class ProblemSchema(serializers.Serializer):
    """An RFC 9457 problem document. Further members are facts of that problem."""

    type = serializers.CharField(help_text="Always `about:blank`.")
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="Stable code, for programs.")
    title = serializers.CharField(help_text="A sentence in the caller's language, for people.")
    errors: Any = FieldErrorSchema(
        many=True, required=False, help_text="With code `invalid`: field by field."
    )


_MEANING = {
    400: "Not readable, or some fields need correcting.",
    401: "Not signed in, or the token is not valid.",
    403: "Your role or scope does not allow this.",
    404: "Absent, or not for you: the two look alike.",
    405: "The address does not take that method.",
    406: "Only application/json is given.",
    409: "A rule of the work stands against it; `code` says which.",
    410: "Erased: the key is destroyed, nothing can be read any more.",
    412: "Changed by somebody else since you read it.",
    413: "Larger than what is accepted.",
    415: "Send application/json.",
    422: "The Idempotency-Key was used with another body.",
    428: "Say with If-Match which version you change.",
    429: "Too many tries or requests; see Retry-After.",
    503: "Busy or interrupted; see Retry-After.",
}


def problems(*statuses: int) -> dict[tuple[int, str], OpenApiResponse]:
    """The problem answers of an operation, for `@extend_schema(responses=…)`."""
    return {
        (status, PROBLEM_MEDIA_TYPE): OpenApiResponse(ProblemSchema, description=_MEANING[status])
        for status in statuses
    }


def not_found_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404: a problem document under /api/, a short page elsewhere."""
    return plain_response(NotFound()) if wants_json(request) else _page(404, _("There is nothing here."))


def failure_page(request: HttpRequest) -> HttpResponse:
    """handler500: tells that it failed, never how; or to come again, where that helps."""
    # Django calls this while it handles the exception.
    return problem_page(request, outages.problem_of(sys.exc_info()[1]) or Failure())


def come_again_page(request: HttpRequest, problem: Problem, language: str) -> HttpResponse:
    """For a person whose request may be sent again as it was; what was typed is not lost."""
    with translation.override(language):
        told = {"title": problem.title, "sent": request.method == "POST", "lang": current_language().value}
        page = render_to_string("503.html", told)
    return HttpResponse(page, status=problem.status, headers=_headers_of(problem))


def bad_request_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400: what Django refuses before a view is reached."""
    return problem_page(request, TooLarge() if isinstance(exception, RequestDataTooBig) else Malformed())


def problem_page(request: HttpRequest, problem: Problem) -> HttpResponse:
    """A problem outside of the API's views: its document under /api/, a short page elsewhere."""
    if wants_json(request):
        return plain_response(problem)
    if problem.status == Busy.status:
        return come_again_page(request, problem, translation.get_language())
    return _page(problem.status, force_str(problem.title))


def forbidden_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    return plain_response(NotAllowed()) if wants_json(request) else _page(403, force_str(NotAllowed.title))


def _page(status: int, sentence: str) -> HttpResponse:
    return HttpResponse(f"{status}: {sentence}", status=status, content_type="text/plain; charset=utf-8")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """settings.CSRF_FAILURE_VIEW."""
    if settings.DEBUG:
        logger.info("csrf check failed: %s", reason)
    if wants_json(request):
        return forbidden_page(request, PermissionDenied())
    sentence = _(
        "The page was open for too long, or the browser keeps no cookies. "
        "Go back, load the page again and try once more."
    )
    return _page(403, sentence)
