"""Addresses of accesses and of what was collected."""

from django.urls import path

from backend.collecting.api.views import CollectedViewSet, FieldAccessViewSet, FieldFormViewSet

_ACCESSES = "partners/<slug:slug>/field_accesses/"
_COLLECTED = "partners/<slug:slug>/collected/"

urlpatterns = [
    path(_ACCESSES, FieldAccessViewSet.as_view({"get": "list", "post": "create"}), name="field-accesses"),
    path(
        f"{_ACCESSES}<uuid:access_id>/end/",
        FieldAccessViewSet.as_view({"post": "end"}),
        name="field-access-end",
    ),
    path("partners/<slug:slug>/field_form/", FieldFormViewSet.as_view({"get": "show"}), name="field-form"),
    path(_COLLECTED, CollectedViewSet.as_view({"get": "list"}), name="collected"),
    path(
        f"{_COLLECTED}<uuid:submission_id>/receipt/",
        CollectedViewSet.as_view({"post": "receipt"}),
        name="collected-receipt",
    ),
]
