"""Why a file is not taken, and what stands between a reader and one that was."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, Invalid, Problem

MOST_FILES: Final = 10
MEGABYTE: Final = 1_000_000
# Phones and file managers round: "25 MB" there may be 25 × 1024 × 1024 bytes.
LARGEST_FILE: Final = 25 * 1024 * 1024
LARGEST_TOGETHER: Final = 100 * 1024 * 1024
AWAY: Final = "file.away"

REFUSALS: Final[Mapping[str, str | Promise]] = {
    "file.empty": _("This file is empty."),
    "file.too_large": _("This file is larger than 25 MB."),
    "file.too_many": _("There are more than 10 files. Send the others later, through your receipt."),
    "file.too_much": _("The files together are larger than 100 MB. Send some of them later."),
    "file.unknown_type": _(
        "This kind of file is not taken. Send a photo, a PDF, a text, a spreadsheet, a sound or a video."
    ),
    "file.old_office": _(
        "This is an office document of an old kind, or one with a password. "
        "Save it as PDF, DOCX or XLSX without a password and send that."
    ),
    "file.password": _("This file is protected by a password. Save it without one and send that."),
    "file.macros": _(
        "This document holds programs (macros). Save it without them, or as PDF, and send that."
    ),
    "file.active": _("This file holds the code of a web page or a program. Such files are not taken."),
    "file.two_in_one": _("This file hides another file in it. Such files are not taken."),
    "file.bomb": _("This file unpacks to something far too large. Such files are not taken."),
    "file.broken": _("This file is damaged: it cannot be read as what it seems to be."),
    "file.wrong_extension": _(
        "The name of this file does not fit what is in it. Send the original file, under its own name."
    ),
    "file.no_room": _(
        "There is no room for files just now. Send your complaint without them and add them later, "
        "through your receipt."
    ),
    AWAY: _(
        "Files cannot be kept just now. Send your complaint without them and add them later, "
        "through your receipt."
    ),
    "file.gone": _("This file is not here any more. Choose it again."),
}


class FileRefused(Invalid):
    """One file was not taken; says why under a stable code."""

    def __init__(self, reason: str, *, field: str = "file") -> None:
        found = Invalid.field(field, reason, REFUSALS[reason])
        self.reason = reason
        super().__init__(found.errors)

    @property
    def sentence(self) -> str | Promise:
        """Why, for the person who sent it."""
        return REFUSALS[self.reason]


class Infected(Conflict):
    """Nobody gets it, in any form."""

    code = "file.infected"
    title = _("A virus was found in this file. It cannot be opened.")


class NotReady(Conflict):
    """The worker has not come to it yet."""

    code = "file.not_ready"
    title = _("This file is still being checked. Please try again in a few minutes.")


class NoCleanCopy(Conflict):
    """There is only the original, which opens with a reason."""

    code = "file.no_clean_copy"
    title = _("There is no clean copy of this file, only the original.")


class CannotHide(Conflict):
    """No copy without some pages could be made."""

    code = "file.pages_not_hidden"
    title = _(
        "No copy without these pages could be made of this file. "
        "Pages can be hidden in PDF files and pictures."
    )


class FilesAway(Problem):
    """The place where files lie does not answer, or takes nothing. Nothing of it is lost."""

    status, code = 503, AWAY
    title = _("Files cannot be kept or opened just now. Please try again in a few minutes.")
    retry_after = 30


class FileLost(Problem):
    """The sealed bytes are not where they were put."""

    status, code = 500, "file.lost"
    title = _("This file could not be opened. The administrator has been told.")
