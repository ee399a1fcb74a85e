"""Second factors under a new root key."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from backend.partners.second_factors import opened, sealed

# What allauth passes through `encrypt`, by its own names.
_SECRETS = ("secret", "seed", "migrated_codes")


def reseal_second_factors() -> int:
    """Seals every secret under the current root key and returns how many there are. May be run again."""
    done = 0
    for number in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            authenticator = Authenticator.objects.select_for_update().get(pk=number)
            authenticator.data = {name: _anew(name, value) for name, value in authenticator.data.items()}
            authenticator.save(update_fields=["data"])
            done += 1
    return done


def _anew(name: str, value: object) -> object:
    if name not in _SECRETS:
        return value
    if isinstance(value, list):
        return [sealed(opened(one)) for one in value]
    return sealed(opened(value)) if isinstance(value, str) else value
