"""How members of staff come in: accounts are made by an administrator, never by signing up."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.partners import second_factors


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
        """What stands for an address where tries are counted: the address itself is kept nowhere."""
        address = truncate_ip(super().get_client_ip(request))
        day = clock.now().date().isoformat()
        return salted_hmac(f"address of a try {day}", address, algorithm="sha256").hexdigest()[:32]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Seals an app's secret and the seed of recovery codes, which allauth's own adapter keeps bare."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or its time is over."),
    }

    def encrypt(self, text: str) -> str:
        return second_factors.sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return second_factors.opened(encrypted_text)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """None: a mail would tell whoever reads the mailbox which account is protected how."""
