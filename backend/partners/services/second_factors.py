"""Second factors: what changes with them, and their secrets under a new root key."""

from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import NotAllowed
from backend.partners.actors import Actor
from backend.partners.models import User
from backend.partners.second_factors import SECOND_FACTORS, opened, sealed
from backend.partners.services.sessions import end_sessions_of

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


def keeps_second_factor(person: User, *, without: Sequence[int] = ()) -> bool:
    """Whether somebody has an app or a passkey, also after some are taken away."""
    factors = Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS)
    return bool(factors.exclude(pk__in=without).exists())


@transaction.atomic
def note_second_factor(change: str, *, kind: str, current: str | None, actor: Actor) -> None:
    """A person has added, removed or renewed a factor of the own sign-in, and is signed in with `current`.

    With the first one all other sessions end: one that came in by the password alone may not be the owner's.
    """
    if actor.user is None:
        raise NotAllowed()
    person = User.objects.select_for_update().get(pk=actor.user.pk)
    if change == "added" and _factors_of(person) == 1:
        end_sessions_of(person, but=current)
    audit.record(actor, f"user.second_factor_{change}", person, chain=None, kind=kind)


def _factors_of(person: User) -> int:
    return int(Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).count())
