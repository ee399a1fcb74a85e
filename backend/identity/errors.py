"""The rules of notices and of reading an identity that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, TooMany


class AskedTooOften(TooMany):
    """Each asking sends one message to an address that somebody typed: nobody is to be pestered by that."""

    code = "notices.asked_too_often"
    title = _("Notices were turned on several times today. Please try again tomorrow.")


class NobodyToReveal(Conflict):
    code = "identity.anonymous"
    title = _("This complainant is anonymous: there is no identity to read.")


class IdentityErased(Conflict):
    code = "identity.erased"
    title = _("The identity was erased for good.")
