from django.apps import AppConfig


class DoorkeepingConfig(AppConfig):
    name = "backend.doorkeeping"
