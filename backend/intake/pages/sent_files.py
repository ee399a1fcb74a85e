"""Files on the citizens' pages: received without scripts, kept in the sealed draft until they are filed.

A draft keeps of a file what opens it (`SealedUpload.told`); nothing else on the server does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpRequest
from django.utils.functional import Promise

from backend.common.errors import FieldError
from backend.files.errors import LARGEST_TOGETHER, MOST_FILES, REFUSALS, FileRefused
from backend.files.receiving import ReceivedFile, turned_away
from backend.files.sealed import SealedUpload
from backend.files.services import accept, drop
from backend.forms.form import Form

Answers = dict[str, Any]
# The buttons: what is chosen goes up, and one of those that are there goes away.
ADD: Final = "files_add"
REMOVE: Final = "files_remove:"


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


def reasons(refused: Iterable[tuple[str, str]]) -> list[tuple[str, str | Promise]]:
    """Which file was not taken, and why, for the person who sent it."""
    return [(name, REFUSALS[reason]) for name, reason in refused if reason in REFUSALS]


# In a draft


def put(form: Form, answers: Answers, sent: Sent) -> None:
    """Files come to the answers of their questions, as far as there is room; what does not fit is told."""
    asked = questions_of(form)
    for name, files in sent.taken.items():
        for sealed in files:
            kept = list(files_in(form, answers))
            if name not in asked:
                drop(sealed)
            elif len(kept) >= MOST_FILES:
                _turn_away(sent, sealed, "file.too_many")
            elif sum(one.size for one in kept) + sealed.size > LARGEST_TOGETHER:
                _turn_away(sent, sealed, "file.too_much")
            else:
                answers[name] = [*(answers.get(name) or ()), sealed.told()]


def _turn_away(sent: Sent, sealed: SealedUpload, reason: str) -> None:
    drop(sealed)
    sent.refused.append((sealed.name, reason))


def remove(form: Form, answers: Answers, file_id: str) -> None:
    """Take one file out again; it is destroyed."""
    for name in questions_of(form):
        for told in answers.get(name) or ():
            if told["id"] == file_id:
                drop(SealedUpload.of(told))
        answers[name] = [told for told in answers.get(name) or () if told["id"] != file_id]


def give_up(form: Form, content: dict[str, Any], error: FieldError) -> None:
    """A file that could not be filed with the rest: back to its page, which tells which and why."""
    files = list(files_in(form, content["answers"]))
    place = error.field.partition(".")[2]
    content |= {"checked": None, "refused_files": []}
    content["step"] = next(question.section for question in form.questions if question.type == "files")
    if place.isdigit() and int(place) < len(files):
        lost = files[int(place)]
        remove(form, content["answers"], str(lost.id))
        content["refused_files"] = [(lost.name, error.code)]


def files_in(form: Form, answers: Mapping[str, Any]) -> Iterator[SealedUpload]:
    """The files of a draft, in the order of the questions."""
    for name in questions_of(form):
        for told in answers.get(name) or ():
            yield SealedUpload.of(told)


def questions_of(form: Form) -> list[str]:
    """The names of the questions that files answer."""
    return [question.name for question in form.questions if question.type == "files"]


def drop_all(content: Mapping[str, Any]) -> None:
    """Destroy the files of a draft that is given up."""
    for value in content.get("answers", {}).values():
        for told in value if isinstance(value, list) else ():
            if isinstance(told, dict) and {"id", "token"} <= set(told):
                drop(SealedUpload.of(told))
