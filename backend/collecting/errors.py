"""The rules of collecting in the field that a request can break."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotSignedIn, Problem, TooMany
from backend.files.errors import REFUSALS


class AccessUnknown(NotSignedIn):
    """No running access has this name and password: which of the two was wrong is told to nobody."""

    code = "field_access.unknown"
    title = _("This user name and password open nothing here. Ask your coordinator for a new access.")


class AccessTriedTooOften(TooMany):
    code = "field_access.tried_too_often"
    title = _("There were several wrong passwords. Please wait a little and try again.")


class CollectedTooMuch(TooMany):
    code = "field_access.too_much"
    title = _("Very many complaints came through this access in this hour. The rest is taken in an hour.")


class TooManyAccesses(Conflict):
    """`most` says how many there may be."""

    code = "field_access.too_many"
    title = _("Your organisation has as many accesses as it may have. End one first.")


class NotASubmission(Problem):
    """Neither a filled-in form of ours nor anything that was to be read."""

    status, code = 400, "collecting.unreadable"
    title = _("This could not be read as a filled-in form. It stays on this phone.")


class OtherForm(Problem):
    """It was filled in with a form that this partner has never published."""

    status, code = 400, "collecting.other_form"
    title = _("This was filled in with a form that your organisation does not have. Get the form anew.")


class EditedAfterwards(Conflict):
    """A complaint is never edited."""

    code = "collecting.edited"
    title = _(
        "This complaint has arrived before, in other words. What was sent is not changed: tell your "
        "organisation what is to be added."
    )


class FileNotNamed(Problem):
    status, code = 400, "collecting.file_not_named"
    title = _("A file came along that the form does not name. Nothing was taken.")


class FileStaysBehind(Problem):
    """The complaint is in; one of its files is not, and another try will not change that."""

    status, code = 400, "collecting.file_refused"
    title = _(
        "The complaint has arrived, but one of its files was not taken. The file stays on this phone: "
        "show it to your organisation."
    )

    @property
    def why(self) -> str | Promise:
        """What is wrong with the file."""
        return REFUSALS[self.facts["reason"]]


class ReceiptGiven(Conflict):
    code = "collecting.receipt_given"
    title = _("The receipt of this complaint was handed out before. A lost one is replaced on its case.")
