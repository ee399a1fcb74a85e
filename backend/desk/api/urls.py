"""Addresses of the desk."""

from django.urls import URLPattern, path

from backend.desk.api.news import NewsViewSet
from backend.desk.api.today import TodayViewSet

urlpatterns: list[URLPattern] = [
    path("today/", TodayViewSet.as_view({"get": "today"}), name="today"),
    path("me/news/", NewsViewSet.as_view({"get": "news"}), name="me-news"),
    path("me/news/seen/", NewsViewSet.as_view({"post": "seen"}), name="me-news-seen"),
]
