"""The pages of a forgotten password: asking for a link by mail, and choosing another one with it."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from backend.common.errors import Invalid
from backend.common.mailing import mail_leaves
from backend.doorkeeping.senders import sender_of
from backend.doorkeeping.services import buckets
from backend.partners.errors import PasswordLinkGone
from backend.partners.services import ask_for_link, choose_password, link_is_open

# From one place within an hour: nobody guesses a link of 256 bits, and nobody shall keep the server busy.
_MOST: Final = 100
_LONGEST: Final = 300


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Asks for the address. What is answered is the same, whatever was typed."""
    page = {"by_mail": mail_leaves(), "asked": False}
    if request.method == "POST" and mail_leaves():
        if _too_many(request):
            return _gone(request, 429)
        ask_for_link(request.POST.get("email", "").replace("\x00", "")[:254])
        page["asked"] = True
    return _unlisted(render(request, "partners/password_forgotten.html", page))


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest, token: str) -> HttpResponse:
    """Chooses another password; the link is closed afterwards."""
    if not link_is_open(token):
        return _gone(request, 429 if _too_many(request) else 404)
    if request.method != "POST":
        return _unlisted(render(request, "partners/password.html"))
    if _too_many(request):
        return _gone(request, 429)
    try:
        choose_password(token, password=_chosen(request))
    except PasswordLinkGone:
        return _gone(request, 404)
    except Invalid as wrong:
        page = {"errors": wrong.errors}
        return _unlisted(render(request, "partners/password.html", page, status=wrong.status))
    return _unlisted(render(request, "partners/password_chosen.html"))


def _chosen(request: HttpRequest) -> str:
    """The password, typed twice alike. Raises Invalid."""
    chosen = request.POST.get("password", "")
    if len(chosen) > _LONGEST:
        raise Invalid.field("password", "max_length", _("This password is too long."))
    if chosen != request.POST.get("again", ""):
        raise Invalid.field("again", "differs", _("The two passwords differ. Please type them once more."))
    return chosen


def _gone(request: HttpRequest, status: int) -> HttpResponse:
    return _unlisted(render(request, "partners/password_gone.html", {"status": status}, status=status))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _too_many(request: HttpRequest) -> bool:
    sender = sender_of(request)
    return bool(sender) and buckets.count("password page", sender) > _MOST
