"""Files on the citizens' pages: received without scripts, kept in the sealed draft until they are filed.

A draft keeps of a file what opens it (`SealedUpload.told`); nothing else on the server does.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from backend.common.errors import FieldError
from backend.files.errors import LARGEST_TOGETHER, MOST_FILES
from backend.files.pages import Sent
from backend.files.sealed import SealedUpload
from backend.files.services import drop
from backend.forms.form import Form

Answers = dict[str, Any]
# The buttons: what is chosen goes up, and one of those that are there goes away.
ADD: Final = "files_add"
REMOVE: Final = "files_remove:"


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
