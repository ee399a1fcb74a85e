"""The life of an import, and what may be wrong with a cell: stable codes."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    READING = "reading", _("The file is being read")
    UNREADABLE = "unreadable", _("The file could not be read")
    MAPPING = "mapping", _("The columns have to be matched")
    CHECKING = "checking", _("A dry run is going on")
    CHECKED = "checked", _("The dry run is done")
    RUNNING = "running", _("Cases are being imported")
    DONE = "done", _("Imported")
    UNDOING = "undoing", _("The import is being undone")
    UNDONE = "undone", _("Undone")
    STOPPED = "stopped", _("Stopped")


class Unreadable(models.TextChoices):
    BROKEN = "broken", _("The file is damaged, or is not what its name says.")
    TOO_LARGE = "too_large", _("The sheet is too large: at most 100 000 rows and 150 columns.")
    PASSWORD = "password", _("The file is protected by a password. Save it without one.")
    EMPTY = "empty", _("There is nothing in this sheet below a line with the names of the columns.")


class StopReason(models.TextChoices):
    NOT_ALLOWED = "not_allowed", _("Whoever started it may not import any more.")
    BY_HAND = "by_hand", _("Somebody stopped it.")


BUSY: Final = (ImportState.READING, ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING)
"""A worker is at it: nothing is changed meanwhile."""
MAPPABLE: Final = (
    ImportState.MAPPING,
    ImportState.CHECKED,
    ImportState.DONE,
    ImportState.STOPPED,
    ImportState.UNDONE,
)
"""States in which columns may be matched anew; what was imported already is known again."""
REREADABLE: Final = (*MAPPABLE, ImportState.UNREADABLE)
STARTABLE: Final = (ImportState.CHECKED, ImportState.STOPPED)
STOPPABLE: Final = (ImportState.CHECKING, ImportState.RUNNING)


class ProblemCode(models.TextChoices):
    """Why a row cannot become a case."""

    REQUIRED = "required", _("Something has to stand here.")
    TOO_LONG = "too_long", _("This text is too long.")
    CHARACTERS = "invalid_characters", _("This text has characters that cannot be shown.")
    DATE = "date_unreadable", _("This is not a date in the chosen order of day, month and year.")
    IN_THE_FUTURE = "date_in_the_future", _("This day has not come yet.")
    TOO_LONG_AGO = "date_too_long_ago", _("This day is too long ago.")
    BEFORE_ARRIVAL = "date_before_arrival", _("This day is before the complaint came.")
    NUMBER = "number_unreadable", _("This is not an amount of money.")
    UNKNOWN = "unknown_value", _("Nobody has said yet what this value means.")
    AMBIGUOUS = "ambiguous_value", _("Several things have this name: say which one is meant.")
    OTHER_KIND = "category_of_other_kind", _("This category does not belong to this kind of complaint.")
    NOT_CLASSIFIED = "not_classified", _("An open case needs a category and an institution.")
    NO_OUTCOME = "outcome_missing", _("A case that was resolved or closed needs its outcome.")
    NO_END = "end_missing", _("A case that was resolved or closed needs the day on which it ended.")
    NO_REASON = "reason_missing", _("An inadmissible case needs the reason.")
    NO_CURRENCY = "currency_missing", _("Give the amount together with its currency.")
    TWICE = "external_id_twice", _("The same number stands in an earlier row of this file.")
    ANONYMOUS = "identity_not_wanted", _("This complaint is anonymous, but a name or contact stands here.")
    NO_IDENTITY = "identity_required", _("This complainant has a name, but none stands here.")
    CONTACT = "contact_missing", _("The contact for the chosen way of contact is missing.")
    NOT_A_MEMBER = "not_a_member", _("This person does not work cases at your organisation.")
    REFUSED = "refused", _("This row could not be taken in.")
