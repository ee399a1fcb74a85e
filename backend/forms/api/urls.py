"""Addresses of forms."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from backend.forms.api.forms import FormVersionViewSet, FormViewSet, PublicFormViewSet


class _NumberConverter(IntConverter):
    """A number that every database can hold."""

    regex = "[1-9][0-9]{0,8}"


register_converter(_NumberConverter, "form_number")
_FORM = "partners/<slug:slug>/form/"

urlpatterns = [
    path("forms/<slug:slug>/", PublicFormViewSet.as_view({"get": "retrieve"}), name="public-form"),
    path(_FORM, FormViewSet.as_view({"get": "retrieve"}), name="partner-form"),
    path(f"{_FORM}draft/", FormViewSet.as_view({"put": "write", "delete": "discard"}), name="form-draft"),
    path(f"{_FORM}publish/", FormViewSet.as_view({"post": "publish"}), name="form-publish"),
    path(f"{_FORM}versions/", FormVersionViewSet.as_view({"get": "list"}), name="form-versions"),
    path(
        f"{_FORM}versions/<form_number:number>/",
        FormVersionViewSet.as_view({"get": "retrieve"}),
        name="form-version",
    ),
]
