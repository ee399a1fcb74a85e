"""Rules of the directory that a request may break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict


class CodeTaken(Conflict):
    code = "directory.code_taken"
    title = _("Another entry already has this code.")


class ChannelRuns(Conflict):
    code = "directory.channel_exists"
    title = _("This way to reach the institution is already listed.")


class ChannelEnded(Conflict):
    code = "directory.channel_ended"
    title = _("This way to reach the institution has ended. Add it anew if it works again.")


class CategoryInUse(Conflict):
    code = "directory.category_has_children"
    title = _("There are active categories below this one. Take those out of use first.")


class OverrideExists(Conflict):
    code = "directory.override_exists"
    title = _("This day is already listed for this country. Change that entry.")


class CalendarEnds(Conflict):
    code = "directory.calendar_ends"
    title = _("The public holidays of that year are not known, so no due date can be worked out.")
