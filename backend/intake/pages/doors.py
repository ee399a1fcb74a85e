"""The doors to a partner's form: how a page is reached, in whose name, and whether what is written is filed.

The pages behind all doors are the same. Whatever differs between them is a field or a method of the door.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import Morsel
from typing import Any, Final, Literal

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from backend.common.languages import Language
from backend.forms.form import Form
from backend.forms.models import FormVersion
from backend.forms.services import draft_of, published_form
from backend.intake.models import Draft
from backend.intake.services import Statement, visits
from backend.partners.actors import Actor
from backend.partners.models import Partner
from backend.partners.standing import actor_of_visitor


@dataclass(frozen=True, kw_only=True)
class Door:
    """One way to the form."""

    name: str
    # Name of the address that takes partner and language.
    view: str
    cookie: str
    same_site: Literal["Lax", "None"] = "Lax"
    base: str = "intake/page.html"
    may_file: bool = True
    # Whether a form from here must bring the token that the CSRF cookie goes with.
    has_token: bool = True
    # Where a link opens that leads away from the form.
    target: str = ""

    def address(self, partner: Partner, language: str) -> str:
        """Where the form stands; always the same, so that a browser's history tells little."""
        return reverse(self.view, args=[partner.slug, language])

    def address_begun(self, partner: Partner, language: str) -> str:
        """Where it goes on when the first page was sent, and with it the draft's cookie."""
        return self.address(partner, language)

    def partner(self, request: HttpRequest, slug: str) -> Partner:
        """The partner behind this door, for who may pass it. Raises Http404."""
        partner = Partner.objects.filter(slug=slug, is_active=True).first()
        if partner is None:
            raise Http404
        return partner

    def version(self, partner: Partner) -> FormVersion:
        """The form that a new visitor begins with."""
        return published_form(partner)

    def asks(self, form: Form) -> Form:
        """The form as it is asked here."""
        return form

    def actor(self, request: HttpRequest) -> Actor:
        """In whose name the complaint is filed."""
        return Actor.nobody()

    def facts(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """What a statement holds more when it comes in here."""
        return {}

    def language(self, content: Mapping[str, Any], spoken: Language) -> Language:
        """The language in which the complainant wishes to be answered: that of the pages."""
        return spoken

    def as_told(self, statement: Statement) -> Statement:
        """What is different in a statement that comes in here."""
        return statement

    def context(self, request: HttpRequest, content: Mapping[str, Any]) -> dict[str, Any]:
        """What the pages show more."""
        return {}

    # The visitor's cookie: it alone opens the draft, and ends with the browser.

    def token_of(self, request: HttpRequest) -> str:
        """The token that the browser holds; empty where it holds none."""
        return request.COOKIES.get(self.cookie, "")

    def hand_over(self, response: HttpResponse, token: str) -> None:
        """Give the token to the browser; nothing else ever has it."""
        self._set(response, token)

    def take_back(self, response: HttpResponse) -> None:
        """Tell the browser to forget the token."""
        # Not delete_cookie: a cookie with the __Host- prefix is only replaced by one that is secure, too.
        self._set(response, "", max_age=0)

    def _set(self, response: HttpResponse, token: str, **more: Any) -> None:
        response.set_cookie(
            self.cookie,
            token,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite=self.same_site,
            **more,
        )


@dataclass(frozen=True, kw_only=True)
class PreviewDoor(Door):
    """For a coordinator: the draft of the form, to be walked through. Nothing is ever filed from here."""

    may_file: bool = False

    def partner(self, request: HttpRequest, slug: str) -> Partner:
        """Only for who keeps the partner; for all others there is no such address."""
        partner = super().partner(request, slug)
        if not actor_of_visitor(request).may("manage_partner", partner.pk):
            raise Http404
        return partner

    def version(self, partner: Partner) -> FormVersion:
        return draft_of(partner) or published_form(partner)


@dataclass(frozen=True, kw_only=True)
class EmbeddedDoor(Door):
    """In a frame inside a page of the partner's own site (see embedding.py)."""

    def address_begun(self, partner: Partner, language: str) -> str:
        # Whoever comes here without a cookie uses a browser that keeps none for frames.
        return f"{self.address(partner, language)}?{BEGUN}"

    def context(self, request: HttpRequest, content: Mapping[str, Any]) -> dict[str, Any]:
        token = self.token_of(request)
        return {"handle": visits.handle_of(Draft, token) if token else ""}

    def _set(self, response: HttpResponse, token: str, **more: Any) -> None:
        """A frame's cookie needs `SameSite=None`, that needs `Secure` (browsers take it from this machine
        without https, too). `Partitioned`: it exists under this one site and leads from there to no other."""
        response.set_cookie(self.cookie, token, secure=True, httponly=True, samesite=self.same_site, **more)
        response.cookies[self.cookie]["partitioned"] = True


# Python knows this attribute of cookies from 3.14 on.
Morsel._reserved.setdefault("partitioned", "Partitioned")  # type: ignore[attr-defined]
Morsel._flags.add("partitioned")  # type: ignore[attr-defined]

BEGUN: Final = "begun"
PUBLIC: Final = Door(name="public", view="form", cookie=settings.DOSJA_DRAFT_COOKIE)
# A page to be looked at inside the form's editor: there is nothing to send and nowhere to go.
PICTURE: Final = Door(
    name="picture",
    view="form",
    cookie="",
    base="intake/pictured_page.html",
    may_file=False,
    has_token=False,
)
PREVIEW: Final = PreviewDoor(name="preview", view="form_preview", cookie=settings.DOSJA_PREVIEW_COOKIE)
EMBEDDED: Final = EmbeddedDoor(
    name="embedded",
    view="embedded",
    cookie=settings.DOSJA_EMBEDDED_COOKIE,
    same_site="None",
    base="intake/embedded_page.html",
    has_token=False,
    target="_blank",
)
# Whoever leaves quickly leaves through all of them.
DOORS: Final[list[Door]] = [PUBLIC, PREVIEW, EMBEDDED]
