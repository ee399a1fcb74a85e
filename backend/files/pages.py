"""Files that come with a page's form, without scripts: which were taken, and why others were not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from backend.files.errors import AWAY, REFUSALS, FileRefused, FilesAway
from backend.files.receiving import ReceivedFile, turned_away
from backend.files.sealed import SealedUpload
from backend.files.services import accept


@dataclass(slots=True)
class Sent:
    """What came with one request: files by the field that sent them, and those that were not taken."""

    taken: dict[str, list[SealedUpload]] = field(default_factory=dict)
    # Name and reason; the reason becomes a sentence in the language of the page that tells it.
    refused: list[tuple[str, str]] = field(default_factory=list)

    def every(self) -> list[SealedUpload]:
        """All that was taken."""
        return [sealed for files in self.taken.values() for sealed in files]


def receive(request: HttpRequest) -> Sent:
    """Judge and keep the files of a request. Outside of any lock: it looks through every byte."""
    sent = Sent(refused=[(away.name, away.reason) for away in turned_away(request)])
    for name, files in request.FILES.lists():
        for file in files:
            _receive(sent, name, file)
    return sent


def _receive(sent: Sent, name: str, file: Any) -> None:
    if not isinstance(file, ReceivedFile):
        return
    try:
        sent.taken.setdefault(name, []).append(accept(file))
    except FileRefused as refused:
        sent.refused.append((file.name or "", refused.reason))
    except FilesAway:
        sent.refused.append((file.name or "", AWAY))


def reasons(refused: Iterable[tuple[str, str]]) -> list[tuple[str, str | Promise]]:
    """Which file was not taken, and why, for the person who sent it."""
    return [(name, REFUSALS[reason]) for name, reason in refused if reason in REFUSALS]
