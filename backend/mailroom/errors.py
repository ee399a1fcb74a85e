"""Rules of the mailroom that a request can run into."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict


class MailDecided(Conflict):
    code, title = "mail.decided", _("Somebody said already where this mail belongs.")


class NotDismissed(Conflict):
    code, title = "mail.not_dismissed", _("This mail was not set aside.")
