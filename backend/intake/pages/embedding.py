"""A partner's form inside a page of the partner's own site: who may frame it, who may send it, what stands in
its place where the browser keeps no cookies for it."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import etag, require_http_methods, require_safe

from backend.common.languages import Language
from backend.intake.pages.doors import BEGUN, EMBEDDED
from backend.intake.pages.forms import visit
from backend.intake.pages.visiting import speak
from backend.partners.models import Partner


@csrf_exempt  # Its cookie would be one more that a browser has to keep for a foreign page: see `_is_ours`.
@xframe_options_exempt  # It knows no list of sites; `frame-ancestors` does.
@require_http_methods(["GET", "HEAD", "POST"])
def embedded(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The form as it stands in a frame."""
    speaks, partner = speak(request, language), EMBEDDED.partner(request, slug)
    # Read by the headers.
    request.may_be_framed_by = [*partner.embedding_origins, *_demonstration(request)]  # type: ignore[attr-defined]
    if request.method == "POST" and not _is_ours(request):
        return _instead(request, partner, speaks, status=403)
    if request.method != "POST" and BEGUN in request.GET and not EMBEDDED.token_of(request):
        return _instead(request, partner, speaks, status=200)
    return visit(request, EMBEDDED, slug, language)


def _is_ours(request: HttpRequest) -> bool:
    """Whether a page of ours sent this, by the browser's own word; in place of a token in a cookie.

    The draft's cookie is `SameSite=None`, so that any site could send a form here that comes with it.
    """
    own = f"{request.scheme}://{request.get_host()}"
    said = request.headers.get("Origin") or _origin_of(request.headers.get("Referer", ""))
    return said == own and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _instead(request: HttpRequest, partner: Partner, language: Language, *, status: int) -> HttpResponse:
    """The browser keeps nothing for a frame, or the form was sent from elsewhere: a link to the form."""
    page = {"door": EMBEDDED, "partner": partner, "language": language.value, "page_languages": None}
    return render(request, "intake/embedded_refused.html", page, status=status)


def _demonstration(request: HttpRequest) -> list[str]:
    """In development, this server under its two names: to a browser two sites (see backend.demo.pages)."""
    if settings.DOSJA_MODE != "development":
        return []
    _name, colon, port = request.get_host().partition(":")
    return [f"http://localhost{colon}{port}", f"http://127.0.0.1{colon}{port}"]


@cache
def _script() -> tuple[bytes, str]:
    content = (Path(__file__).parent / "embed.js").read_bytes()
    return content, f'"{sha256(content).hexdigest()[:20]}"'


@require_safe
@etag(lambda request: _script()[1])
def _loaded(request: HttpRequest) -> HttpResponse:
    headers = {"Cache-Control": "public, max-age=3600"}
    return HttpResponse(_script()[0], content_type="text/javascript; charset=utf-8", headers=headers)


def script(request: HttpRequest) -> HttpResponse:
    """What a partner's page loads. At this address for ever: partners write it into their pages."""
    response = _loaded(request)
    # Meant for other sites, as nothing else here. Also where it only says that nothing changed: a browser
    # would take the header over.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
