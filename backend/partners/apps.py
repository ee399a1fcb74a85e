"""The app of partners, people and programs."""

from importlib import import_module

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "backend.partners"

    def ready(self) -> None:
        # Importing it registers the two ways of signing in with drf-spectacular.
        import_module("backend.partners.api.schema")
