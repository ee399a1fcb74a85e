"""Whose session it is: allauth's way to sign in, and the person asked for together with the permissions."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from backend.partners.actors import user_with_grants
from backend.partners.models import User


class Accounts(AuthenticationBackend):
    """By e-mail address and password."""

    def get_user(self, user_id: Any) -> User | None:
        user = user_with_grants(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
