from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "backend.partners"

    def ready(self) -> None:
        from backend.partners.api import schema  # registers itself with drf-spectacular

        assert schema
