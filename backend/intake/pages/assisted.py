"""A complaint that was told to somebody: its pages, and the draft that ends with the officer's session."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from backend.intake.models import Draft
from backend.intake.pages.assisting import ASSISTED, HANDLE, LANGUAGE, TOLD
from backend.intake.pages.forms import visit
from backend.intake.services import visits


@require_http_methods(["GET", "HEAD", "POST"])
def assisted(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The form as an officer of the partner fills it in for somebody."""
    partner = ASSISTED.partner(request, slug)
    left = request.COOKIES.get(ASSISTED.cookie, "")
    if left and not ASSISTED.token_of(request):
        # Of a session that is over, perhaps of a colleague: nobody can go on with it.
        visits.forget(Draft, left)
    response = visit(request, ASSISTED, slug, language)
    _remember(request, response)
    spoken = request.POST.get(LANGUAGE, "")
    told_first = request.POST.get("step") == TOLD and request.POST.get("go") == "next"
    if told_first and response.status_code == 302 and spoken in ASSISTED.version(partner).form.languages:
        # The questions follow in the complainant's language; all cookies stay as they were set.
        moved = HttpResponseRedirect(ASSISTED.address(partner, spoken))
        moved.cookies = response.cookies
        return moved
    return response


def _remember(request: HttpRequest, response: HttpResponse) -> None:
    """Bind a draft that was begun just now to this session."""
    handed = response.cookies.get(ASSISTED.cookie)
    if handed is not None and handed.value:
        request.session[HANDLE] = visits.handle_of(Draft, handed.value)
