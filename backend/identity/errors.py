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


class IdentitySealed(Conflict):
    code = "identity.sealed"
    title = _(
        "This identity is sealed: nothing can be compared with it. Let the person file the complaint again "
        "and name the reference of the old one; then link the two cases."
    )


class SealedElsewhere(Conflict):
    code = "identity.sealed_elsewhere"
    title = _(
        "This identity is sealed to custodians of the organisation that took the complaint in; nobody in "
        "yours can open it. Ask the complainant in the conversation."
    )
