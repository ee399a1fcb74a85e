"""The few answers that belong to no app: the entry page and the description of the interface."""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import etag, require_safe

from backend.common.languages import current_language
from backend.partners.models import Partner
from backend.partners.standing import actor_of_visitor


@require_safe
def entry(request: HttpRequest) -> HttpResponse:
    """What this is and where to go."""
    partners = list(Partner.objects.filter(is_active=True).order_by("name"))
    own = actor_of_visitor(request).partners_with("file_complaints")
    page = {"partners": partners, "language_code": current_language().value}
    return render(request, "entry.html", page | {"own": [one for one in partners if one.pk in own]})


@cache
def _description() -> tuple[bytes, str]:
    content = (settings.BASE_DIR / "openapi.yaml").read_bytes()
    return content, f'"{sha256(content).hexdigest()[:20]}"'


@require_safe
@etag(lambda request: _description()[1])
def description(request: HttpRequest) -> HttpResponse:
    """openapi.yaml as committed: making it anew takes seconds, and a stranger could ask for it at will."""
    return HttpResponse(
        _description()[0], content_type="application/yaml", headers={"Cache-Control": "no-cache"}
    )
