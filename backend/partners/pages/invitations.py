"""The page on which somebody takes up an invitation: chooses a first password, or joins with an account."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from backend.common.errors import Invalid, Problem
from backend.doorkeeping.senders import sender_of
from backend.doorkeeping.services import buckets
from backend.partners.actors import actor_of
from backend.partners.errors import HasAccount, InvitationGone
from backend.partners.models import Invitation
from backend.partners.roles import Role
from backend.partners.services import accept_signed_in, accept_with_password, invitation_behind

# From one place within an hour; nobody guesses a link of 256 bits, and nobody shall keep the server busy.
_MOST_UNKNOWN: Final = 100
_MOST_SENDINGS: Final = 60
_LONGEST: Final = 300


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who asks whom to what, and the two ways to take it up."""
    try:
        asked = invitation_behind(token)
        response = _answered(request, token, asked) if request.method == "POST" else _shown(request, asked)
    except InvitationGone:
        status = 429 if _too_many("invitation unknown", request, _MOST_UNKNOWN) else 404
        response = render(request, "partners/invitation_gone.html", {"status": status}, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _answered(request: HttpRequest, token: str, asked: Invitation) -> HttpResponse:
    if _too_many("invitation sent", request, _MOST_SENDINGS):
        return render(request, "partners/invitation_gone.html", {"status": 429}, status=429)
    try:
        if request.POST.get("go") == "join" and request.user.is_authenticated:
            person = accept_signed_in(token, actor=actor_of(request.user))
        else:
            person = accept_with_password(token, name=_told(request, "name")[:150], password=_chosen(request))
    except InvitationGone:
        raise
    except Problem as refused:
        return _shown(request, asked, refused)
    page = {"partner": asked.partner, "person": person, "is_in": request.user == person}
    return render(request, "partners/invitation_taken.html", page)


def _chosen(request: HttpRequest) -> str:
    """The password, typed twice alike. Raises Invalid."""
    password = request.POST.get("password", "")
    if len(password) > _LONGEST:
        raise Invalid.field("password", "max_length", _("This password is too long."))
    if password != request.POST.get("again", ""):
        raise Invalid.field("again", "differs", _("The two passwords differ. Please type them once more."))
    return password


def _shown(request: HttpRequest, asked: Invitation, refused: Problem | None = None) -> HttpResponse:
    wrong = refused.errors if isinstance(refused, Invalid) else []
    page: dict[str, Any] = {
        "asked": asked,
        "roles": [Role(role).label for role in asked.roles],
        "name": _told(request, "name") or asked.name,
        "errors": wrong,
        "refused": refused if refused and not wrong else None,
        "has_account": isinstance(refused, HasAccount),
    }
    return render(request, "partners/invitation.html", page, status=refused.status if refused else 200)


def _told(request: HttpRequest, field: str) -> str:
    return request.POST.get(field, "").replace("\x00", "").strip()


def _too_many(kind: str, request: HttpRequest, most: int) -> bool:
    sender = sender_of(request)
    return bool(sender) and buckets.count(kind, sender) > most
