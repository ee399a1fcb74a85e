"""Addresses of keeping and erasing."""

from django.urls import path

from backend.retention.api.cases import CaseKeepingViewSet, CorrectionViewSet, HoldViewSet
from backend.retention.api.partners import PartnerErasureViewSet, RetentionViewSet
from backend.retention.api.requests import ErasureRequestViewSet

_PARTNER = "partners/<slug:slug>/"
_CASE = "cases/<uuid:case_id>/"
_HOLD = f"{_CASE}holds/<uuid:hold_id>/"
_REQUEST = "erasure-requests/<uuid:request_id>/"

urlpatterns = [
    path(
        f"{_PARTNER}retention/",
        RetentionViewSet.as_view({"get": "retrieve", "put": "update"}),
        name="retention",
    ),
    path(
        f"{_PARTNER}retention/preview/",
        RetentionViewSet.as_view({"post": "preview"}),
        name="retention-preview",
    ),
    path(f"{_PARTNER}erasures/", PartnerErasureViewSet.as_view({"get": "list"}), name="erasures"),
    path(f"{_CASE}retention/", CaseKeepingViewSet.as_view({"get": "retrieve"}), name="case-retention"),
    path(f"{_CASE}holds/", HoldViewSet.as_view({"get": "list", "post": "create"}), name="case-holds"),
    path(f"{_HOLD}extend/", HoldViewSet.as_view({"post": "extend"}), name="case-hold-extend"),
    path(f"{_HOLD}end/", HoldViewSet.as_view({"post": "end"}), name="case-hold-end"),
    path(f"{_CASE}corrections/", CorrectionViewSet.as_view({"get": "list"}), name="case-corrections"),
    path("erasure-requests/", ErasureRequestViewSet.as_view({"get": "list"}), name="erasure-requests"),
    path(_REQUEST, ErasureRequestViewSet.as_view({"get": "retrieve"}), name="erasure-request"),
    path(f"{_REQUEST}grant/", ErasureRequestViewSet.as_view({"post": "grant"}), name="erasure-grant"),
    path(f"{_REQUEST}refuse/", ErasureRequestViewSet.as_view({"post": "refuse"}), name="erasure-refuse"),
]
