"""A page of an invented partner's web site with the form in it, to be looked at in development.

The server answers under two names, which are two sites to a browser: opened as localhost, the page takes its
form from 127.0.0.1, and the other way round. So it shows what happens on a site that is really another one.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backend.common.languages import current_language
from backend.forms.services import published_form
from backend.partners.models import Partner

OTHER_NAME = {"localhost": "127.0.0.1", "127.0.0.1": "localhost"}


@require_safe
def partner_site(request: HttpRequest) -> HttpResponse:
    """The page, with a policy of the kind that a partner's site may have."""
    if settings.DOSJA_MODE != "development":
        raise Http404
    partner = Partner.objects.filter(is_active=True).order_by("created_at", "slug").first()
    if partner is None:
        raise Http404
    name, _colon, port = request.get_host().partition(":")
    dosja = f"http://{OTHER_NAME.get(name, name)}" + (f":{port}" if port else "")
    wanted, spoken = current_language().value, published_form(partner).form.languages
    page = {"dosja": dosja, "partner": partner, "language": wanted if wanted in spoken else spoken[0]}
    policy = (
        f"default-src 'none'; style-src 'self'; img-src 'self'; script-src {dosja}; frame-src {dosja}; "
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
    response = render(request, "demo/partner_site.html", page)
    response.headers["Content-Security-Policy"] = policy
    return response
