"""People's own accounts: their language, and the first platform administrator."""

from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import NotAllowed, NotSignedIn, require_version
from backend.common.languages import Language
from backend.partners.actors import Actor
from backend.partners.errors import AddressTaken
from backend.partners.models import User


@transaction.atomic
def change_own_language(*, language: Language, expected: int | None, actor: Actor) -> User:
    """The language in which the actor is addressed from now on."""
    if actor.user is None:
        raise NotSignedIn()
    user = User.objects.select_for_update().get(pk=actor.user.pk)
    require_version(user.version, expected)
    user.language = language
    user.version += 1
    user.save(update_fields=["language", "version"])
    audit.record(actor, "user.language_changed", user, chain=None, language=language.value)
    return user


@transaction.atomic
def create_platform_administrator(*, email: str, name: str, password: str, actor: Actor) -> User:
    """Name a person who keeps the platform for all partners. That opens no case."""
    if not actor.keeps_platform:
        raise NotAllowed()
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise AddressTaken()
    user = User.objects.create_user(address, password, name=name, is_superuser=True)
    audit.record(actor, "administrator.created", user, chain=None)
    return user
