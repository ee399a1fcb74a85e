"""The few pages that people see before there is anything else: the entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from backend.common.languages import current_language
from backend.partners.models import Partner


@require_safe
def entry(request: HttpRequest) -> HttpResponse:
    """What this is and where to go."""
    partners = Partner.objects.filter(is_active=True).order_by("name")
    return render(request, "entry.html", {"partners": partners, "language_code": current_language().value})
