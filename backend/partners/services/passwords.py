"""Passwords: whether one is good enough here, and how a person changes the own one."""

from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import FieldError, Invalid, NotAllowed, TooMany
from backend.doorkeeping.services import buckets
from backend.partners.actors import Actor, ActorKind
from backend.partners.errors import WrongPassword
from backend.partners.models import User

_TRIES_AN_HOUR: Final = 10


def require_good_password(password: str, person: User) -> None:
    """Refuse what the rules of the installation refuse. Raises Invalid, one error for each rule."""
    try:
        validate_password(password, person)
    except ValidationError as wrong:
        errors = [
            FieldError("password", one.code or "invalid", message)
            for one in wrong.error_list
            for message in one.messages
        ]
        raise Invalid(errors) from None


def change_own_password(*, present: str, password: str, actor: Actor) -> User:
    """Choose another password; other sessions end. Raises WrongPassword, Invalid, TooMany."""
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    # Outside of the transaction below, so that a refused try is counted, too.
    if buckets.count("own-password", str(actor.user.pk)) > _TRIES_AN_HOUR:
        raise TooMany(retry_after=3600)
    return _changed(actor.user, present, password, actor)


@transaction.atomic
def _changed(user: User, present: str, password: str, actor: Actor) -> User:
    person = User.objects.select_for_update().get(pk=user.pk)
    if not person.check_password(present):
        raise WrongPassword()
    require_good_password(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    audit.record(actor, "user.password_changed", person, chain=None)
    return person
