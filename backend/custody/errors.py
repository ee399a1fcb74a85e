"""Rules of reading identities that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict


class NoCustodian(Conflict):
    code = "identity.no_custodian"
    title = _("Nobody in your organisation can approve this for you. Ask a coordinator to name a custodian.")


class RequestOpen(Conflict):
    code = "identity_request.open"
    title = _("You have asked for this already, and that is not over yet.")


class RequestWrongState(Conflict):
    """`state` is the present one."""

    code = "identity_request.wrong_state"
    title = _("This step is not possible in the present state of the request.")


class OwnRequest(Conflict):
    code = "identity_request.own"
    title = _("Nobody decides on what they asked for themselves.")


class NotOpenYet(Conflict):
    """`opens_at` is when it opens."""

    code = "identity_request.not_open_yet"
    title = _("Your organisation has only one custodian, so an approval opens a day later.")


class ReadingOver(Conflict):
    code = "identity_request.over"
    title = _("The time to read is over. Ask again if you still need it.")


class GroundLost(Conflict):
    code = "identity_request.ground_lost"
    title = _("Who asked may not work this case any more.")
