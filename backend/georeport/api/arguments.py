"""What a call says, checked: arguments of the address, and the form of a report."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError, Invalid
from backend.georeport import errors
from backend.georeport.moments import read_moment
from backend.georeport.services.reading import LONGEST_SPAN, MOST, Wanted
from backend.georeport.services.reporting import Report

_ATTRIBUTE: Final = re.compile(r"attribute\[([^\[\]]{1,80})\](?:\[\])?\Z")
_TAKEN: Final = frozenset(
    {
        *("service_code", "description", "lat", "long", "address_string", "address_id"),
        *("email", "phone", "first_name", "last_name"),
    }
)
# They name a telephone or an account at somebody else's: not read, not kept.
_NOT_WANTED: Final = frozenset({"api_key", "jurisdiction_id", "device_id", "account_id"})
_STATUSES: Final = frozenset({"open", "closed"})


def one_of(arguments: QueryDict, name: str) -> str:
    """An argument, empty where it is not there: both mean the same. Raises BadCall for control characters,
    which no code or key has and no database looks for."""
    text = arguments.get(name, "").strip()
    if has_refused_characters(text):
        raise errors.BadCall()
    return text


def words_of(arguments: QueryDict, name: str) -> tuple[str, ...]:
    """A list with commas, which may also be declared several times. Raises BadCall as above."""
    if any(has_refused_characters(value) for value in arguments.getlist(name)):
        raise errors.BadCall()
    words = (word.strip() for value in arguments.getlist(name) for word in value.split(","))
    return tuple(dict.fromkeys(word for word in words if word))[:MOST]


def wanted_of(arguments: QueryDict) -> Wanted:
    """Which requests are asked for. Raises Invalid."""
    now = clock.now()
    if ids := words_of(arguments, "service_request_id"):
        # Overrides all the rest. What is no id of ours is simply not found.
        return Wanted(ids=tuple(_ids(ids)), since=now, until=now)
    statuses = frozenset(words_of(arguments, "status"))
    if not statuses <= _STATUSES:
        raise Invalid.field("status", "invalid_choice", _("status is open or closed."))
    since, until = _span(arguments, now)
    codes = words_of(arguments, "service_code")
    return Wanted(service_codes=codes, since=since, until=until, statuses=statuses)


def form_of(request: HttpRequest) -> QueryDict:
    """The body of a report. Raises NotAForm, before anything of another type is read."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise errors.NotAForm()
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise errors.NotAForm()
    try:
        return request.POST
    except (SuspiciousOperation, UnicodeError):
        raise errors.NotAForm() from None


def report_of(form: QueryDict) -> Report:
    """What is reported. Raises Invalid for what is not known here: nothing is dropped unnoticed."""
    arguments: dict[str, str] = {}
    attributes: dict[str, list[str]] = {}
    wrong: list[FieldError] = []
    for name, values in form.lists():
        if attribute := _ATTRIBUTE.match(name):
            attributes[attribute[1]] = [*attributes.get(attribute[1], []), *filter(None, values)]
        elif name in _TAKEN and len(values) == 1:
            arguments[name] = values[0]
        elif name not in _NOT_WANTED and any(values):
            wrong.append(_refused(name))
    if wrong:
        raise Invalid(wrong[:20])
    return Report(arguments, attributes)


def _refused(name: str) -> FieldError:
    if name == "media_url":
        return FieldError(
            name, "not_taken", _("Nothing is fetched from other addresses. Send files through the form.")
        )
    shown = "".join(char if char.isprintable() else "?" for char in name)[:60]
    return FieldError(shown, "unknown_argument", _("This argument is not known here, or stands twice."))


def _span(arguments: QueryDict, now: datetime) -> tuple[datetime, datetime]:
    start, end = (_moment(arguments, name) for name in ("start_date", "end_date"))
    if start and end:
        if not timedelta(0) <= end - start <= LONGEST_SPAN:
            raise Invalid.field(
                "end_date", "span", _("start_date and end_date span at most 90 days, in this order.")
            )
        return start, end
    if start:
        return start, start + LONGEST_SPAN
    until = end or now
    return until - LONGEST_SPAN, until


def _moment(arguments: QueryDict, name: str) -> datetime | None:
    text = one_of(arguments, name)
    if not text:
        return None
    try:
        return read_moment(text)
    except ValueError:
        raise Invalid.field(name, "moment", _("Write a moment like 2010-01-01T00:00:00Z.")) from None


def _ids(words: tuple[str, ...]) -> Iterator[UUID]:
    for word in words:
        try:
            yield UUID(word)
        except ValueError:
            continue
