"""What an institution types on its answer page, and the files that it carries along until it sends."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from backend.cases.models import InstitutionAnswer
from backend.cases.models.answers import LONGEST_ANSWER, LONGEST_NAME, LONGEST_PROTOCOL
from backend.cases.services.answers import Came
from backend.common.errors import FieldError, Invalid
from backend.files.errors import MOST_FILES, FileRefused
from backend.files.pages import Sent
from backend.files.sealed import SealedUpload

Standing = InstitutionAnswer.Standing
# A browser sends a line end as two characters.
LONGEST: Final[Mapping[str, int]] = {
    "standing": 20,
    "author_name": LONGEST_NAME,
    "protocol_number": LONGEST_PROTOCOL,
    "text": 2 * LONGEST_ANSWER,
    "day": 4,
    "month": 4,
    "year": 6,
}
_KEPT: Final = "kept"
_NOT_WANTED: Final = "remove"


def typed_in(request: HttpRequest) -> dict[str, str]:
    """What stands in the fields, as it will be shown again."""
    return {name: request.POST.get(name, "")[:longest] for name, longest in LONGEST.items()}


def blank(today: date) -> dict[str, str]:
    """The fields as they are found."""
    return {"day": str(today.day), "month": str(today.month), "year": str(today.year)}


def carried(request: HttpRequest, sent: Sent) -> list[SealedUpload]:
    """Files that were sent before, but for those that are not wanted any more, and those that came now.

    The page itself carries them: what opens a file is in the hands of whoever sent it, and nowhere else.
    """
    unwanted = set(request.POST.getlist(_NOT_WANTED))
    files = [one for one in _sent_before(request) if str(one.id) not in unwanted]
    for sealed in sent.every():
        if len(files) < MOST_FILES:
            files.append(sealed)
        else:
            sent.refused.append((sealed.name, "file.too_many"))
    return files


def carrying(files: list[SealedUpload]) -> list[dict[str, Any]]:
    """Files as the page holds them."""
    return [{**one.told(), "kept": json.dumps(one.told())} for one in files]


def came_in(typed: Mapping[str, str]) -> Came:
    """The answer that was typed. Raises Invalid with everything that is wrong."""
    wrong: list[FieldError] = []
    if typed["standing"] not in (Standing.FINAL, Standing.INTERIM):
        wrong.append(FieldError("standing", "required", _("Say whether this is your answer.")))
    day = _day_of(typed)
    if day is None:
        wrong.append(FieldError("answered_on", "invalid", _("This is no day of the calendar.")))
    text = typed["text"].replace("\r\n", "\n").strip()
    if len(text) > LONGEST_ANSWER:
        wrong.append(FieldError("text", "max_length", _("This is too long. Send it as a file.")))
    for name in ("text", "author_name", "protocol_number"):
        if "\0" in typed[name]:
            wrong.append(FieldError(name, "invalid_characters", _("This text holds broken characters.")))
    if wrong or day is None:
        raise Invalid(wrong)
    return Came(
        way=InstitutionAnswer.Way.LINK,
        answered_on=day,
        standing=typed["standing"],
        text=text,
        protocol_number=typed["protocol_number"].strip(),
        author_name=typed["author_name"].strip(),
    )


def _day_of(typed: Mapping[str, str]) -> date | None:
    try:
        day, month, year = (int(typed[part].strip().rstrip(".")) for part in ("day", "month", "year"))
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _sent_before(request: HttpRequest) -> Iterator[SealedUpload]:
    for told in request.POST.getlist(_KEPT)[:MOST_FILES]:
        try:
            yield SealedUpload.of(json.loads(told))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, FileRefused):
            # No page of ours wrote that.
            continue
