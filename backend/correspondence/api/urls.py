"""Addresses of a partner's letterhead, letter templates and mail account."""

from typing import Any

from django.urls import URLPattern, path

from backend.correspondence.api.accounts import MailAccountViewSet
from backend.correspondence.api.views import LetterheadViewSet, LetterTemplateViewSet

_PARTNER = "partners/<slug:slug>/"
_HEAD: dict[str, Any] = {"get": "retrieve", "patch": "partial_update"}
_TEMPLATES: dict[str, Any] = {"get": "list"}
_TEMPLATE: dict[str, Any] = {"get": "retrieve", "put": "update", "delete": "destroy"}
_ACCOUNT: dict[str, Any] = {"get": "retrieve", "put": "update", "delete": "destroy"}

urlpatterns: list[URLPattern] = [
    path(f"{_PARTNER}letterhead/", LetterheadViewSet.as_view(_HEAD), name="letterhead"),
    path(f"{_PARTNER}letter-templates/", LetterTemplateViewSet.as_view(_TEMPLATES), name="letter-templates"),
    path(
        f"{_PARTNER}letter-templates/<slug:kind>/<slug:language>/",
        LetterTemplateViewSet.as_view(_TEMPLATE),
        name="letter-template",
    ),
    path(f"{_PARTNER}mail-account/", MailAccountViewSet.as_view(_ACCOUNT), name="mail-account"),
    path(
        f"{_PARTNER}mail-account/check/",
        MailAccountViewSet.as_view({"post": "check"}),
        name="mail-account-check",
    ),
]
