"""Files: those of the complainant and what the partner sent with its messages; more can be added."""

from collections.abc import Mapping
from typing import Any, Final, Self
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.services.files import complainant_added_files
from backend.common.errors import NotFound
from backend.complaints.models import Attachment, Message
from backend.complaints.services import attachments_for_complainant
from backend.files.kinds import CHOOSER
from backend.files.pages import reasons, receive
from backend.files.services import drop
from backend.files.stages import FileState, ScanState
from backend.intake.api.files import opened_file
from backend.intake.pages.parts.part import Content, Part, Visit

# How far a file is, for whoever sent it.
OWN: Final[Mapping[str, str | Promise]] = {
    FileState.PENDING: _("It has arrived and is being checked."),
    FileState.READY: _("We have it. We work with a copy without hidden details."),
    FileState.KEPT: _("We have it as you sent it."),
    FileState.FAILED: _("We have it as you sent it. A copy without hidden details could not be made."),
    FileState.INFECTED: _("A virus was found in it. Nobody can open it."),
}
THEIRS: Final[Mapping[str, str | Promise]] = {
    FileState.PENDING: _("It is still being checked. Come back in a few minutes."),
    FileState.FAILED: _("It cannot be opened here. Ask us about it."),
    FileState.INFECTED: OWN[FileState.INFECTED],
}


def shown(visit: Visit) -> Mapping[str, Any]:
    """The files, oldest first, and those that were not taken just now."""
    refused = visit.content.get("files_refused", ())
    return {
        "files": [_told(one) for one in attachments_for_complainant(visit.complaint)],
        "refused": reasons(refused),
        "accept": CHOOSER,
    }


def _told(attachment: Attachment) -> dict[str, Any]:
    file, is_own = attachment.file, attachment.sender == Message.Sender.COMPLAINANT
    return {
        "id": attachment.pk,
        "name": file.name,
        "size": file.size,
        "at": attachment.created_at,
        "is_own": is_own,
        "state": (OWN if is_own else THEIRS).get(file.state, ""),
        "opens": _opens(attachment, is_own=is_own),
    }


def _opens(attachment: Attachment, *, is_own: bool) -> bool:
    """Whether `open_for_complainant` would give it."""
    file = attachment.file
    if FileState.INFECTED in (file.state, file.scan):
        return False
    waits = file.scan == ScanState.PENDING
    return file.clean_id is not None or (not waits and (is_own or file.state == FileState.KEPT))


class Chosen:
    """The files that were chosen on the page: they go with the button that was pressed, or not at all."""

    def __init__(self, visit: Visit) -> None:
        self._complaint = visit.complaint
        self._sent = receive(visit.request)
        self._waiting = self._sent.every()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        # A second press, or a refusal of all: what came is of no use.
        for sealed in self._waiting:
            drop(sealed)

    def add(self, kept: Content, message: Message | None = None) -> None:
        """Put them with the complaint. Inside of `visit.once`."""
        if self._waiting:
            complainant_added_files(self._complaint, files=self._waiting, message=message)
            kept.setdefault("notice", "files_added")
        kept["files_refused"], self._waiting = self._sent.refused, []


def add(visit: Visit) -> None:
    """Take the chosen files in; those that are not taken are told on the next page."""
    with Chosen(visit) as chosen:
        visit.once(chosen.add)


def give(visit: Visit) -> HttpResponseBase:
    """One file, as a download under the page's own address."""
    try:
        return opened_file(visit.complaint, UUID(visit.argument))
    except ValueError:
        raise NotFound() from None


PART: Final = Part(
    name="files",
    template="intake/parts/files.html",
    shown=shown,
    buttons={"files_add": add, "files_open": give},
    notices={"files_added": _("Your files have arrived.")},
    takes_files=True,
)
