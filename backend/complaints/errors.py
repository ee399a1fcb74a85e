"""The rules of complaints and receipts that a request can break."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, FieldError, Invalid, NotAllowed, Problem, TooMany


class ReceiptMistyped(Invalid):
    """The digits cannot be a receipt's: found by the check digit, before anything is looked up."""

    code = "receipt.mistyped"
    title = _("There is a mistyped digit. Please compare with your receipt and try again.")

    def __init__(self, field: str) -> None:
        super().__init__([FieldError(field, self.code, self.title)])


class UnknownReceipt(Problem):
    """No such number, or not its secret, or a receipt that was replaced: nobody learns which."""

    status, code = 404, "receipt.unknown"
    title: str | Promise = _("This number and secret do not open anything. Please compare with your receipt.")


class ReceiptMustWait(TooMany):
    """Wrong tries slow one receipt down. They never lock it."""

    code = "receipt.wait"
    title = _("There were several wrong tries with this number. Please wait a little and try again.")


class ReceiptOpensLater(Conflict):
    """Told only to who has the right secret of a receipt that replaces another one."""

    code = "receipt.opens_later"
    title = _("This receipt is new and does not open yet.")


class ReceiptUnconfirmed(Conflict):
    """Told only to who has the right secret of a receipt that replaces another one."""

    code = "receipt.unconfirmed"
    title = _("This receipt is new. A second person of the organisation still has to confirm it.")


class NoReplacement(Conflict):
    code = "receipt.no_replacement"
    title = _("There is no new receipt that waits to be opened.")


class OwnConfirmation(NotAllowed):
    code = "receipt.own_confirmation"
    title = _("Somebody other than the person who handed the receipt out must confirm it.")


class ConsentWithdrawn(Conflict):
    code = "consent.withdrawn"
    title = _("This consent was already withdrawn.")


class ConsentGivenTwice(Conflict):
    code = "consent.given_twice"
    title = _("This consent was already given.")


class TooManyFiles(Conflict):
    """A complaint holds so many files and no more."""

    code = "file.too_many_in_case"
    title = _("There are very many files with this complaint already. Write to us before you send more.")
