"""The rules of notices that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import TooMany


class AskedTooOften(TooMany):
    """Each asking sends one message to an address that somebody typed: nobody is to be pestered by that."""

    code = "notices.asked_too_often"
    title = _("Notices were turned on several times today. Please try again tomorrow.")
