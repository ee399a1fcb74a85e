from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "backend.intake"

    def ready(self) -> None:
        from backend.intake.api import cross_origin  # noqa: F401  # it answers django-cors-headers
