"""The app of the Open311 door."""

from django.apps import AppConfig


class GeoReportConfig(AppConfig):
    name = "backend.georeport"
