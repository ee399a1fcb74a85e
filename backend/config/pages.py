"""The few pages that people see before there is anything else: the entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def entry(request: HttpRequest) -> HttpResponse:
    """What this is and where to go."""
    return render(request, "entry.html")
