"""Rules of keeping and erasing that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict


class KeptByHold(Conflict):
    """`reason` and `until` say which hold stands."""

    code = "retention.on_hold"
    title = _("A legal hold stands on this case. End it first, or refuse with its reason.")


class CannotBeErased(Conflict):
    """`blockers` says what stands against it."""

    code = "retention.blocked"
    title = _("Something on this case still runs. It has to end before the case can be erased.")


class RequestDecided(Conflict):
    code = "retention.decided"
    title = _("This request was decided already.")


class HoldOver(Conflict):
    code = "retention.hold_over"
    title = _("This hold has ended.")


class NoCaseYet(Conflict):
    code = "retention.no_case_yet"
    title = _("Your complaint was not read yet. If you want it no more, withdraw it.")
