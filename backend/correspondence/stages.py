"""The states of a mail on its way, and how a connection to a mail server is protected."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Protection(models.TextChoices):
    """How passwords and letters are protected between us and the mail server."""

    TLS = "tls", _("Encrypted from the first byte (TLS)")
    STARTTLS = "starttls", _("Encrypted before anything is said (STARTTLS)")
    NONE = "none", _("Not encrypted; only on this machine")


class DispatchState(models.TextChoices):
    """waiting -> handing_over -> sent; what was lost while it was handed over is unclear, and stays so until
    a copy of it is found or a person says what became of it."""

    WAITING = "waiting", _("Waits to be handed over")
    HANDING_OVER = "handing_over", _("Being handed over")
    SENT = "sent", _("Taken by the mail server")
    UNCLEAR = "unclear", _("Handed over; nobody knows whether it was taken")
    REFUSED = "refused", _("Refused by the mail server")
    FAILED = "failed", _("Given up after many tries")
    BOUNCED = "bounced", _("Came back")
    CANCELLED = "cancelled", _("Cancelled before it left")


OPEN: Final = (DispatchState.HANDING_OVER, DispatchState.UNCLEAR)
"""Handed over, and the server's word is not recorded: the only states in which a mail may exist or not."""


class AccountProblem(models.TextChoices):
    """Why a mail account cannot be used, as far as it may be told."""

    HOST_NOT_ALLOWED = "host_not_allowed", _("This host is not reached from here.")
    UNREACHABLE = "unreachable", _("The server does not answer.")
    TLS_FAILED = "tls_failed", _("No encrypted connection came about.")
    LOGIN_REFUSED = "login_refused", _("The server refuses this name or password.")
    SENDER_REFUSED = "sender_refused", _("The server does not take mail from this address.")
    FOLDER_MISSING = "folder_missing", _("There is no such folder.")
    PROTOCOL = "protocol", _("The server answered something that is not understood.")


class MailProblem(models.TextChoices):
    """Why a mail did not leave, or came back."""

    NO_ACCOUNT = "no_account", _("There is no mail account, or it is switched off.")
    ACCOUNT = "account", _("The mail account cannot be used just now.")
    RECIPIENT_REFUSED = "recipient_refused", _("The server does not take mail for this address.")
    CONTENT_REFUSED = "content_refused", _("The server does not take this mail.")
    TOO_LARGE = "too_large", _("The mail is larger than the server takes.")
    GIVEN_UP = "given_up", _("Somebody gave it up.")
    BOUNCED = "bounced", _("It came back.")
