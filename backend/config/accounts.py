"""How members of staff come in: accounts are made by an administrator, never by signing up."""

from typing import Any, ClassVar, Final
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.doorkeeping.senders import sender_of
from backend.doorkeeping.services import buckets, tries
from backend.partners import second_factors

SIGN_IN: Final = "sign-in"


class AccountAdapter(DefaultAccountAdapter):
    """allauth's decisions that differ here; its sentences, in the five languages."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail address and the password do not belong together."),
        "too_many_login_attempts": _("Too many tries. Please wait a little."),
        "rate_limited": _("Too many tries. Please wait a little."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """None: allauth counts nothing here, and an address is kept nowhere."""
        return ""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Whose password this is, if the account's next try is due. Raises ValidationError: wait.

        Known or not, an account waits alike. A whole network never waits: an office has one address.
        """
        account = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
        if tries.begin_try(SIGN_IN, account, free=_free_tries(request)):
            raise self.validation_error("too_many_login_attempts")
        user = super().authenticate(request, **credentials)
        if user is not None:
            tries.succeeded(SIGN_IN, account)
        return user


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seals an app's secret and the seed of recovery codes, which allauth's own adapter keeps bare."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or its time is over."),
        "cannot_delete_authenticator": _(
            "Your work here needs a second step at the sign-in. Add another app or passkey first."
        ),
    }

    def encrypt(self, text: str) -> str:
        return second_factors.sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return second_factors.opened(encrypted_text)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """None: a mail would tell whoever reads the mailbox which account is protected how."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to this installation's name, and are worth nothing at another one."""
        public = urlsplit(settings.DOSJA_PUBLIC_ADDRESS).hostname
        asked: str = super().get_public_key_credential_rp_entity()["id"]
        return {"id": public or asked, "name": "Dosja"}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: str) -> str:
        return str(_("Passkey {number}")).format(number=self._passkeys_of(user) + 1)

    def _passkeys_of(self, user: AbstractBaseUser) -> int:
        return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).count()


def _free_tries(request: HttpRequest) -> int:
    """Where very many tries come from one network, each account there waits from its first wrong one on."""
    sender = sender_of(request)
    crowded = bool(sender) and buckets.count("sign-in", sender) > settings.DOSJA_SIGN_IN_LIMIT
    return 1 if crowded else tries.FREE
