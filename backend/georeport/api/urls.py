"""Addresses of Open311; they end in the format."""

from django.urls import path

from backend.georeport.api import views

urlpatterns = [
    path("discovery.<str:format>", views.collection, {"name": "discovery"}, name="open311-discovery"),
    path("v2/<slug:name>.<str:format>", views.collection, name="open311"),
    # The last dot is the format's.
    path("v2/<slug:name>/<str:id>.<str:format>", views.one, name="open311-one"),
    path("v2/<path:path>", views.nothing, name="open311-nothing"),
]
