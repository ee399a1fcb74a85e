from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from backend.common.secondlock import carry_keys


class SecondLockConfig(AppConfig):
    name = "backend.secondlock"

    def ready(self) -> None:
        from backend.secondlock import checks  # noqa: F401  # registers itself

        connection_created.connect(_give_keys, dispatch_uid="secondlock")
        post_migrate.connect(_lock, sender=self, dispatch_uid="secondlock")


def _give_keys(connection: Any, **_more: Any) -> None:
    """The same object may connect many times."""
    if connection.vendor == "postgresql" and carry_keys not in connection.execute_wrappers:
        connection.execute_wrappers.append(carry_keys)


def _lock(using: str, **_more: Any) -> None:
    """After every migration, whichever tables it made."""
    from django.db import connections

    from backend.secondlock.installing import grant, lock_tables

    lock_tables(using=using)
    if settings.DOSJA_DATABASE_ROLE and connections[using].vendor == "postgresql":
        grant(settings.DOSJA_DATABASE_ROLE, using=using)
