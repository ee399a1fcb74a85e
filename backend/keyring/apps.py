from django.apps import AppConfig


class KeyringConfig(AppConfig):
    name = "backend.keyring"
