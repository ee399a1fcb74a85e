"""Addresses of requests for identities."""

from typing import Any

from django.urls import URLPattern, path

from backend.custody.api.desk import IdentityDeskViewSet
from backend.custody.api.rooms import IdentityRequestRoomViewSet, IdentityStandingViewSet
from backend.custody.api.sealing import SealedIdentitiesViewSet

_SHELF: dict[str, Any] = {"get": "list", "post": "create"}
_IN_CASE = "cases/<uuid:case_id>/identity-requests/"
_SEALING = "partners/<slug:slug>/sealed-identities/"
_AT_DESK = "identity-requests/"
_ONE = "<uuid:request_id>/"

urlpatterns: list[URLPattern] = [
    path(
        "cases/<uuid:case_id>/identity/",
        IdentityStandingViewSet.as_view({"get": "retrieve"}),
        name="case-identity",
    ),
    path(_IN_CASE, IdentityRequestRoomViewSet.as_view(_SHELF), name="case-identity-requests"),
    path(
        f"{_IN_CASE}{_ONE}",
        IdentityRequestRoomViewSet.as_view({"get": "retrieve"}),
        name="case-identity-request",
    ),
    *(
        path(
            f"{_IN_CASE}{_ONE}{verb}/",
            IdentityRequestRoomViewSet.as_view({"post": verb}),
            name=f"case-identity-request-{verb}",
        )
        for verb in ("withdraw", "read")
    ),
    path(_SEALING, SealedIdentitiesViewSet.as_view({"get": "retrieve"}), name="sealed-identities"),
    path(
        f"{_SEALING}copies/",
        SealedIdentitiesViewSet.as_view({"get": "copies"}),
        name="sealed-identities-copies",
    ),
    *(
        path(
            f"{_SEALING}{verb}/",
            SealedIdentitiesViewSet.as_view({"post": verb}),
            name=f"sealed-identities-{verb}",
        )
        for verb in ("own_key", "keys", "pass_on", "turn_on", "turn_off")
    ),
    path(_AT_DESK, IdentityDeskViewSet.as_view({"get": "list"}), name="identity-requests"),
    path(
        f"{_AT_DESK}{_ONE}",
        IdentityDeskViewSet.as_view({"get": "retrieve"}),
        name="identity-request",
    ),
    *(
        path(
            f"{_AT_DESK}{_ONE}{verb}/",
            IdentityDeskViewSet.as_view({"post": verb}),
            name=f"identity-request-{verb}",
        )
        for verb in ("unseal", "approve", "decline", "end")
    ),
]
