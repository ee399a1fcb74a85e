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


class NotSealed(Conflict):
    code = "identity_request.not_sealed"
    title = _("This identity is not sealed: approving is enough.")


class NotAdmitted(Conflict):
    code = "sealing.not_admitted"
    title = _(
        "You have no copy of the key to which this identity is sealed. Another custodian can pass it on to "
        "you, or whoever has the recovery key."
    )


class NoOwnKey(Conflict):
    code = "sealing.no_own_key"
    title = _("Make a key of your own first.")


class NoSealingKey(Conflict):
    code = "sealing.no_key"
    title = _("There is no key to seal to yet: a custodian has to make it.")


class NobodyOpens(Conflict):
    code = "sealing.nobody_opens"
    title = _("No custodian could open what would be sealed. A custodian has to be given the key first.")


class SealingKeyReplaced(Conflict):
    code = "sealing.key_replaced"
    title = _("The key to which identities are sealed has changed in the meantime. Load this page again.")


class CustodianKeyReplaced(Conflict):
    code = "sealing.custodian_key_replaced"
    title = _("The custodian's own key has changed in the meantime. Load this page again and compare it.")
