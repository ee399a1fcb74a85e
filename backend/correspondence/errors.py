"""What can stand against a mail account, each with a code and a sentence."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotFound, TooMany


class NoAccount(NotFound):
    """To those who keep the partner, and only to them."""

    code, title = "mail_account.none", _("There is no mail account yet.")


class TooManyChecks(TooMany):
    code = "mail_account.too_many_checks"
    title = _("The account was checked many times. Please wait before you try again.")


class AccountInUse(Conflict):
    code, title = "mail_account.in_use", _("A letter is being handed over through this account just now.")
