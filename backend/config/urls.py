"""Joins the addresses of the apps; knows nothing else."""

from django.urls import include, path

urlpatterns = [
    path("", include("allauth.idp.oidc.urls")),
]
